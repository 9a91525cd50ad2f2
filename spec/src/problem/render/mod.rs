//! Problems as text: for people, for build scripts, for continuous integration.

mod github;
mod json;
mod sarif;
mod short;
mod terminal;

pub use sarif::Tool;

use super::{Place, Problem, Problems};
use crate::Sources;

/// How many problems are shown. Who has more mends these first.
const SHOWN: usize = 100;

/// How much of a message is shown; it may quote text of any length.
const LONGEST_LINE: usize = 400;

impl Problems {
    /// The form for people: the source line with a caret, what was expected, what to write instead.
    ///
    /// At most 100 problems are shown; the last line says how many more there are. Without `color`
    /// the text has no escape sequences.
    pub fn terminal(&self, sources: &Sources, color: bool) -> String {
        let rest = self.rest("and", "more");
        let blocks = self.shown().map(|problem| terminal::problem(problem, sources, color));
        join(blocks.chain(rest), "\n\n")
    }

    /// A line for each problem: `api.yaml:8:15: error[DP0401]: unknown type`.
    ///
    /// At most 100 problems are shown; the last line says how many more there are.
    pub fn short(&self, sources: &Sources) -> String {
        let rest = self.rest("and", "more");
        join(self.shown().map(|problem| short::problem(problem, sources)).chain(rest), "\n")
    }

    /// Workflow commands that GitHub shows beside the lines of a change.
    ///
    /// At most 100 problems are shown; the last line says how many more there are.
    pub fn github(&self, sources: &Sources) -> String {
        let rest = self.rest("::notice::and", "more");
        join(self.shown().map(|problem| github::problem(problem, sources)).chain(rest), "\n")
    }

    /// A JSON array with an object for each problem that is kept, for other programs.
    ///
    /// Keys: `code`, `name`, `file`, `line`, `column`, `start`, `end` (bytes), `message`, `label`,
    /// `help` (list of texts), `suggestion` (text or null), `related` (list of `file`, `line`,
    /// `column`, `start`, `end`, `message`). What has no place, or is about a whole file, has null
    /// there.
    pub fn json(&self, sources: &Sources) -> String {
        format!("{:#}\n", serde_json::Value::Array(self.json_values(sources)))
    }

    /// The objects of [`json`](Self::json), to be put among others.
    pub fn json_values(&self, sources: &Sources) -> Vec<serde_json::Value> {
        self.iter().map(|problem| json::problem(problem, sources)).collect()
    }

    /// A log in SARIF 2.1.0, for code scanning and editors, with all problems that are kept.
    ///
    /// Each is a result with its region in characters, related places, and a fix where it is known
    /// what to write instead; its code is a rule with its explanation. Problems without a file are
    /// notifications: the tool could not do its work.
    ///
    /// # Example
    ///
    /// ```
    /// use deskpro_spec::problem::Tool;
    /// use deskpro_spec::{Sources, load};
    ///
    /// let sources = Sources::from_files([("api.yaml", "format: 1\nnmae: example\n")]);
    /// let problems = load(&sources).unwrap_err();
    /// let log = problems.sarif(&sources, Tool { name: "example", version: "1.0.0" });
    /// assert_eq!(log["runs"][0]["results"][0]["level"], "error");
    /// ```
    pub fn sarif(&self, sources: &Sources, tool: Tool<'_>) -> serde_json::Value {
        sarif::log(self, sources, tool)
    }

    fn shown(&self) -> impl Iterator<Item = &Problem> {
        self.iter().take(SHOWN)
    }

    /// The line that says how many problems are not shown.
    fn rest(&self, before: &str, after: &str) -> Option<String> {
        let is_lint = self.iter().any(|problem| problem.code.is_finding());
        let noun = if is_lint { "finding" } else { "problem" };
        match self.len().saturating_sub(SHOWN) {
            0 => None,
            1 => Some(format!("{before} 1 {after} {noun}")),
            count => Some(format!("{before} {count} {after} {noun}s")),
        }
    }
}

/// Blocks with something between them, and a line break at the end when there is any.
fn join(blocks: impl Iterator<Item = String>, between: &str) -> String {
    let blocks: Vec<String> = blocks.collect();
    if blocks.is_empty() {
        return String::new();
    }
    let mut text = blocks.join(between);
    text.push('\n');
    text
}

/// The column after the last character of a place, counted from 1.
fn end_column(place: Place, sources: &Sources) -> usize {
    let range = place.start as usize..place.end as usize;
    let covered = sources.text(place.file).get(range).map_or(0, |text| text.chars().count());
    place.column as usize + covered
}

/// Problems are errors, findings of the lint are warnings.
fn level(problem: &Problem) -> &'static str {
    if problem.code.is_finding() { "warning" } else { "error" }
}

/// All that is said of a problem, a line each.
fn message(problem: &Problem) -> String {
    let mut message = line(&problem.message);
    if !problem.label.is_empty() {
        message = format!("{message}: {}", line(&problem.label));
    }
    for help in &problem.help {
        message = format!("{message}\n{}", line(help));
    }
    if let Some(suggestion) = &problem.suggestion {
        message = format!("{message}\ndid you mean `{}`?", line(suggestion));
    }
    message
}

/// A message as one line of bounded length.
fn line(text: &str) -> String {
    let mut line: String =
        text.chars().take(LONGEST_LINE).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if line.len() < text.len() && text.chars().nth(LONGEST_LINE).is_some() {
        line.push('…');
    }
    line
}

#[cfg(test)]
mod tests {
    use crate::problem::{Code, Place, Problem, Problems};
    use crate::{Sources, parse};

    fn two_problems() -> (Sources, Problems) {
        let text = "a: 1, 50%\nb: é x\n";
        let sources = Sources::from_files([("api.yaml", text)]);
        let place = |start, end, line, column| Place { file: 0, start, end, line, column };
        let mut problems = Problems::new();
        problems.push(
            Problem::new(Code(9401), place(16, 17, 2, 6), "unknown type `x`")
                .label("not a type")
                .related(place(0, 1, 1, 1), "like this")
                .help("known types: a, b")
                .suggest(Some("y")),
        );
        problems.push(Problem::new(Code(203), place(3, 9, 1, 4), "50%\nof, all: wrong"));
        (sources, problems.into_sorted())
    }

    #[test]
    fn short_is_a_line_each() {
        let (sources, problems) = two_problems();
        assert_eq!(
            problems.short(&sources),
            "api.yaml:1:4: error[DP0203]: 50% of, all: wrong\n\
             api.yaml:2:6: error[DP9401]: unknown type `x`\n"
        );
    }

    #[test]
    fn github_escapes_what_would_end_the_command() {
        let (sources, problems) = two_problems();
        assert_eq!(
            problems.github(&sources),
            "::error file=api.yaml,line=1,col=4,endColumn=10,title=DP0203::50%25 of, all: wrong\n\
             ::error file=api.yaml,line=2,col=6,endColumn=7,title=DP9401::unknown type `x`: \
             not a type%0Aknown types: a, b%0Adid you mean `y`?\n"
        );
    }

    #[test]
    fn json_has_every_key() {
        let (sources, problems) = two_problems();
        let list: serde_json::Value = serde_json::from_str(&problems.json(&sources)).unwrap();
        assert_eq!(
            list[1],
            serde_json::json!({
                "code": "DP9401", "name": null, "file": "api.yaml", "line": 2, "column": 6,
                "start": 16, "end": 17, "message": "unknown type `x`", "label": "not a type",
                "help": ["known types: a, b"], "suggestion": "y",
                "related": [{
                    "file": "api.yaml", "line": 1, "column": 1, "start": 0, "end": 1,
                    "message": "like this",
                }],
            })
        );
    }

    #[test]
    fn at_most_a_hundred_are_shown() {
        let text: String = (0..150).map(|number| format!("unknown{number}: 1\n")).collect();
        let sources = Sources::from_files([("api.yaml", text)]);
        let problems = parse(&sources).1.into_sorted();
        assert!(problems.len() > 150);
        let last = format!("and {} more problems\n", problems.len() - 100);
        assert!(problems.short(&sources).ends_with(&last));
        assert_eq!(problems.short(&sources).lines().count(), 101);
        assert!(problems.terminal(&sources, false).ends_with(&last));
        assert!(problems.github(&sources).ends_with(&format!("::notice::{last}")));
    }

    #[test]
    fn no_problems_are_no_text() {
        let sources = Sources::default();
        assert_eq!(Problems::new().short(&sources), "");
        assert_eq!(Problems::new().terminal(&sources, true), "");
        assert_eq!(Problems::new().json(&sources), "[]\n");
    }

    #[test]
    fn places_beyond_the_text_are_shown_without_it() {
        let place = Place { file: 7, start: 9, end: 99, line: 3, column: 4 };
        let problems = Problems::from(Problem::new(Code(203), place, "nowhere").label("here"));
        let sources = Sources::from_files([("api.yaml", "é\n")]);
        assert_eq!(problems.terminal(&sources, false), "error[DP0203]: nowhere\n");
        let place = Place { file: 0, start: 1, end: 99, line: 1, column: 1 };
        let problems = Problems::from(Problem::new(Code(203), place, "half a letter"));
        assert!(problems.terminal(&sources, false).contains("api.yaml:1:1"));
    }

    #[test]
    fn lines_that_nobody_can_read_are_not_shown() {
        let text = format!("include: [{}, 13]\n", "x, ".repeat(5_000));
        let sources = Sources::from_files([("api.yaml", text)]);
        let place = Place { file: 0, start: 15012, end: 15014, line: 1, column: 15013 };
        let problems = Problems::from(Problem::new(Code(9401), place, "a number").label("here"));
        assert_eq!(
            problems.terminal(&sources, false),
            "error[DP9401]: a number\n--> api.yaml:1:15013\n = note: here\n"
        );
    }

    #[test]
    fn color_is_escape_sequences() {
        let (sources, problems) = two_problems();
        assert!(problems.terminal(&sources, true).contains("\u{1b}["));
        assert!(!problems.terminal(&sources, false).contains('\u{1b}'));
    }
}
