//! Failures as people write them: in a script, at the control endpoint, on a command line.

use std::str::FromStr;
use std::time::Duration;
use std::{error, fmt};

use deskpro_spec::problem::closest;
use jiff::SignedDuration;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::{Failure, Kind};

/// A failure as it is written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Rule {
    kind: Option<String>,
    code: Option<String>,
    status: Option<u16>,
    message: Option<String>,
    errors: Option<Value>,
    retry_after: Option<u64>,
    bytes: Option<usize>,
    delay: Option<String>,
    on: Option<String>,
    after: Option<u64>,
    every: Option<u64>,
    probability: Option<f64>,
    seed: Option<u64>,
    times: Option<u64>,
}

/// The name of the kind that needs to know how many bytes.
const HUGE_BODY: &str = "huge_body";

/// Why a text is no failure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseFailureError(String);

impl Failure {
    /// Reads a script: a YAML list of failures, which is also what the control endpoint takes as JSON.
    ///
    /// | key | value |
    /// |---|---|
    /// | `code` | [a refusal with this code](Self::code) |
    /// | `status` | [a refusal with this status](Self::status); beside others, the status of the answer |
    /// | `kind` | `slow`, `html_page`, `empty_body`, `cut_off`, `malformed`, `wrong_type`, `unknown_field`, `truncated`, `stalled`, `reset`, or `huge_body` with `bytes` |
    /// | `message`, `errors`, `retry_after` | what a refusal says |
    /// | `delay` | how much later the answer comes: `250ms`, `2s` |
    /// | `on` | the [operation](Self::on): `tickets.list`, `tickets.*` |
    /// | `after`, `every`, `times` | [the first that go unharmed](Self::after), [every nth](Self::every), [how many at most](Self::times) |
    /// | `probability`, `seed` | [by chance](Self::with_probability) |
    ///
    /// # Errors
    ///
    /// The text is something else; the error says what and where.
    ///
    /// # Examples
    ///
    /// ```
    /// use deskpro_mock::Failure;
    ///
    /// let failures = Failure::script("
    ///   - { status: 429, retry_after: 30, every: 10 }
    ///   - { kind: reset, on: tickets.create, times: 2 }
    /// ")?;
    /// assert_eq!(failures[1], Failure::reset().on("tickets.create").times(2));
    ///
    /// let error = Failure::script("- { status: 429, evry: 10 }").unwrap_err();
    /// assert!(error.to_string().contains("`evry`"));
    /// # Ok::<_, deskpro_mock::ParseFailureError>(())
    /// ```
    pub fn script(yaml: &str) -> Result<Vec<Self>, ParseFailureError> {
        let rules = serde_yaml::from_str(yaml);
        all(rules.map_err(|error| ParseFailureError(error.to_string()))?)
    }

    /// Reads one failure, or a list of them, from JSON.
    pub(crate) fn from_json(json: &[u8]) -> Result<Vec<Self>, ParseFailureError> {
        let is_list = json.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'[');
        let rules = match is_list {
            true => serde_json::from_slice(json),
            false => serde_json::from_slice(json).map(|rule| vec![rule]),
        };
        all(rules.map_err(|error| ParseFailureError(error.to_string()))?)
    }

    /// The failure as JSON, as a script would have it.
    pub(crate) fn to_json(&self) -> Value {
        let mut json = Map::new();
        let named = Kind::NAMED.iter().find(|(_, kind)| *kind == self.kind);
        match &self.kind {
            Kind::Code(code) => _ = json.insert("code".to_owned(), json!(code)),
            Kind::HugeBody(bytes) => {
                json.insert("kind".to_owned(), json!(HUGE_BODY));
                json.insert("bytes".to_owned(), json!(bytes));
            }
            _ => json.extend(named.map(|(name, _)| ("kind".to_owned(), json!(name)))),
        }
        let delay = (!self.delay.is_zero()).then(|| json!(format!("{:?}", self.delay)));
        let (probability, seed) = self.when.probability.unzip();
        let said = [
            ("status", self.status.map(Value::from)),
            ("message", self.message.clone().map(Value::from)),
            ("errors", self.errors.clone()),
            ("retry_after", self.retry_after.map(Value::from)),
            ("delay", delay),
            ("on", self.when.operation.clone().map(Value::from)),
            ("after", (self.when.after > 0).then(|| json!(self.when.after))),
            ("every", (self.when.every > 1).then(|| json!(self.when.every))),
            ("probability", probability.map(Value::from)),
            ("seed", seed.map(Value::from)),
            ("times", self.when.times.map(Value::from)),
        ];
        json.extend(said.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))));
        Value::Object(json)
    }
}

/// Reads a failure from one line, as on a command line: `status=429,retry_after=30,every=10`, or
/// `reset,probability=0.05`. The keys are those of a [script](Failure::script); the kind may stand
/// without its key.
///
/// ```
/// use deskpro_mock::Failure;
///
/// let failure: Failure = "html_page,status=503,on=tickets.*".parse()?;
/// assert_eq!(failure, Failure::html_page().with_status(503).on("tickets.*"));
/// # Ok::<_, deskpro_mock::ParseFailureError>(())
/// ```
impl FromStr for Failure {
    type Err = ParseFailureError;

    fn from_str(text: &str) -> Result<Self, ParseFailureError> {
        let mut rule = Map::new();
        for part in text.split(',').map(str::trim).filter(|part| !part.is_empty()) {
            let (key, value) = part.split_once('=').unwrap_or(("kind", part));
            let (key, value) = (key.trim(), value.trim());
            let is_text = matches!(key, "kind" | "code" | "message" | "delay" | "on");
            let json = if is_text { None } else { serde_json::from_str(value).ok() };
            let before = rule.insert(key.to_owned(), json.unwrap_or_else(|| value.into()));
            if before.is_some() {
                return Err(ParseFailureError(format!("`{key}` is said twice")));
            }
        }
        let rule = Rule::deserialize(Value::Object(rule));
        rule.map_err(|error| ParseFailureError(error.to_string()))?.try_into()
    }
}

/// The failures that are meant; of several a wrong one is named by its place.
fn all(rules: Vec<Rule>) -> Result<Vec<Failure>, ParseFailureError> {
    let is_one = rules.len() == 1;
    let failures = rules.into_iter().enumerate().map(|(index, rule)| {
        let place = |error| match is_one {
            true => error,
            false => problem(format!("failure {}: {error}", index + 1)),
        };
        Failure::try_from(rule).map_err(place)
    });
    failures.collect()
}

impl TryFrom<Rule> for Failure {
    type Error = ParseFailureError;

    fn try_from(rule: Rule) -> Result<Self, ParseFailureError> {
        let kind = rule.kind()?;
        let mut failure = Self::new(kind);
        failure.status = rule.status;
        failure.message = rule.message;
        failure.errors = rule.errors;
        failure.retry_after = rule.retry_after;
        failure.delay = rule.delay.as_deref().map(delay).transpose()?.unwrap_or_default();
        failure.when.operation = rule.on;
        failure.when.after = rule.after.unwrap_or_default();
        failure.when.every = rule.every.unwrap_or(1);
        failure.when.times = rule.times;
        failure.when.probability = match (rule.probability, rule.seed) {
            (None, Some(_)) => return Err(problem("`seed` needs `probability`")),
            (None, None) => None,
            (Some(it), _) if !(0.0..=1.0).contains(&it) => {
                return Err(problem("`probability` is from 0 to 1"));
            }
            (Some(it), seed) => Some((it, seed.unwrap_or_default())),
        };
        if failure.when.every == 0 {
            return Err(problem("`every` counts from 1"));
        }
        Ok(failure)
    }
}

impl Rule {
    fn kind(&self) -> Result<Kind, ParseFailureError> {
        let kind = match (&self.kind, &self.code) {
            (Some(_), Some(_)) => return Err(problem("`code` is a kind of its own beside `kind`")),
            (Some(name), None) if name == HUGE_BODY => {
                let bytes = self.bytes.ok_or_else(|| problem("`huge_body` needs `bytes`"))?;
                return Ok(Failure::huge_body(bytes).kind);
            }
            (Some(name), None) => named(name)?,
            (None, Some(code)) => Kind::Code(code.clone()),
            (None, None) if self.status.is_some() => Kind::Status,
            (None, None) if self.delay.is_some() => Kind::Right,
            (None, None) => {
                return Err(problem("says neither `kind`, `code`, `status` nor `delay`"));
            }
        };
        match self.bytes {
            Some(_) => Err(problem("`bytes` belongs to `kind: huge_body`")),
            None => Ok(kind),
        }
    }
}

fn named(name: &str) -> Result<Kind, ParseFailureError> {
    let known = Kind::NAMED.iter().find(|(known, _)| *known == name);
    known.map(|(_, kind)| kind.clone()).ok_or_else(|| {
        let names = || Kind::NAMED.iter().map(|(name, _)| *name).chain([HUGE_BODY]);
        match closest(name, names()) {
            Some(meant) => problem(format!("there is no kind `{name}`: did you mean `{meant}`?")),
            None => {
                let names: Vec<_> = names().collect();
                problem(format!("there is no kind `{name}`, but {}", names.join(", ")))
            }
        }
    })
}

/// `250ms`, `2s`, `1m 30s`.
fn delay(text: &str) -> Result<Duration, ParseFailureError> {
    let delay = text.parse::<SignedDuration>().ok().and_then(|it| Duration::try_from(it).ok());
    delay.ok_or_else(|| problem(format!("`{text}` is no span of time such as 250ms or 2s")))
}

fn problem(message: impl Into<String>) -> ParseFailureError {
    ParseFailureError(message.into())
}

impl fmt::Display for ParseFailureError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl error::Error for ParseFailureError {}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> String {
        text.parse::<Failure>().map_or_else(|it| it.to_string(), |it| it.to_json().to_string())
    }

    #[test]
    fn what_is_written_is_what_is_meant_and_is_written_back() {
        for (line, failure, json) in [
            (
                "status=429,retry_after=30,every=10",
                Failure::status(429).with_retry_after(30).every(10),
                json!({ "status": 429, "retry_after": 30, "every": 10 }),
            ),
            (
                "reset, probability=0.25, seed=7, on=tickets.*",
                Failure::reset().with_probability(0.25, 7).on("tickets.*"),
                json!({ "kind": "reset", "probability": 0.25, "seed": 7, "on": "tickets.*" }),
            ),
            (
                "delay=1500ms,after=1,times=2",
                Failure::slow(Duration::from_millis(1500)).after(1).times(2),
                json!({ "kind": "slow", "delay": "1.5s", "after": 1, "times": 2 }),
            ),
            (
                "code=404,message=Gone",
                Failure::code("404").with_message("Gone"),
                json!({ "code": "404", "message": "Gone" }),
            ),
            (
                "huge_body,bytes=5",
                Failure::huge_body(5),
                json!({ "kind": "huge_body", "bytes": 5 }),
            ),
        ] {
            assert_eq!(line.parse(), Ok(failure.clone()), "{line}");
            assert_eq!(failure.to_json(), json, "{line}");
            assert_eq!(Failure::from_json(json.to_string().as_bytes()), Ok(vec![failure]));
        }
    }

    #[test]
    fn what_is_wrong_is_said() {
        for (line, message) in [
            ("", "says neither `kind`, `code`, `status` nor `delay`"),
            ("times=2", "says neither `kind`, `code`, `status` nor `delay`"),
            ("rest", "there is no kind `rest`: did you mean `reset`?"),
            ("html_page,code=a", "`code` is a kind of its own beside `kind`"),
            ("status=1,status=2", "`status` is said twice"),
            ("huge_body", "`huge_body` needs `bytes`"),
            ("reset,bytes=1", "`bytes` belongs to `kind: huge_body`"),
            ("reset,seed=1", "`seed` needs `probability`"),
            ("reset,probability=2", "`probability` is from 0 to 1"),
            ("reset,every=0", "`every` counts from 1"),
            ("delay=soon", "`soon` is no span of time such as 250ms or 2s"),
            ("delay=-1s", "`-1s` is no span of time such as 250ms or 2s"),
        ] {
            assert_eq!(said(line), message, "{line}");
        }
        assert!(said("status=many").contains("expected u16"), "{}", said("status=many"));
        assert!(said("stats=4").contains("unknown field `stats`"), "{}", said("stats=4"));
    }

    #[test]
    fn a_script_says_where_it_is_wrong() {
        let error = |yaml: &str| Failure::script(yaml).expect_err("no script").to_string();
        let unknown = error("- { status: 429 }\n- status: 500\n  evry: 3\n");
        assert!(unknown.contains("`evry`") && unknown.contains("line 3"), "{unknown}");
        let kind = error("- status: 500\n- kind: rest\n");
        assert!(
            kind.contains("did you mean `reset`?") && kind.starts_with("failure 2: "),
            "{kind}"
        );
        assert_eq!(error("status: 500"), "invalid type: map, expected a sequence");
        assert_eq!(Failure::script("[]"), Ok(Vec::new()));
    }
}
