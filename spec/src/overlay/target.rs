//! Targets: names from the whole description inwards.

use std::fmt;
use std::ops::Range;
use std::str::FromStr;

/// What an action of an overlay is about, such as `resources.tickets.fields."7"`.
///
/// Names are keys of mappings; resources are named by `resource`, examples by `title`, and items of
/// lists that are a single value by their text. A name with anything but letters, digits, `_` and
/// `-` of ASCII stands in quotes, `*` is every entry, and a target without steps, which is the whole
/// description, is written `.`.
///
/// # Example
///
/// ```
/// use deskpro_spec::overlay::{Step, Target};
///
/// let target: Target = r#"resources.*.fields."first.name""#.parse().unwrap();
/// assert_eq!(target.steps()[1], Step::Every);
/// assert_eq!(target.steps()[3], Step::Name("first.name".into()));
///
/// let target = Target::of(["resources", "tickets", "types", "in transit"]);
/// assert_eq!(target.to_string(), r#"resources.tickets.types."in transit""#);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Target(Vec<Step>);

/// A step of a target.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// The entry of this name.
    Name(String),
    /// Every entry.
    Every,
}

/// Why a text is no target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TargetError {
    /// The bytes that are wrong.
    pub at: Range<usize>,
    /// What is wrong with them: "a name is missing".
    pub what: &'static str,
}

impl Target {
    /// The target of these names, from the whole description inwards.
    pub fn of<N: Into<String>>(names: impl IntoIterator<Item = N>) -> Self {
        Self(names.into_iter().map(|name| Step::Name(name.into())).collect())
    }

    /// The target of these steps.
    pub fn new(steps: impl IntoIterator<Item = Step>) -> Self {
        Self(steps.into_iter().collect())
    }

    /// The steps, the outermost first.
    pub fn steps(&self) -> &[Step] {
        &self.0
    }

    /// The name that it ends with.
    pub(super) fn name(&self) -> Option<&str> {
        match self.0.last() {
            Some(Step::Name(name)) => Some(name),
            _ => None,
        }
    }

    /// The first steps, up to this number.
    pub(super) fn up_to(&self, length: usize) -> Self {
        Self(self.0.iter().take(length).cloned().collect())
    }

    /// Reads a target, with where each of its steps stands in the text.
    pub(super) fn read(text: &str) -> Result<(Self, Vec<Range<usize>>), TargetError> {
        let (mut steps, mut ranges) = (Vec::new(), Vec::new());
        if text == "." {
            return Ok((Self(steps), ranges));
        }
        let mut at = 0;
        loop {
            let rest = text.get(at..).unwrap_or_default();
            let (step, length) = step(rest).map_err(|error| error.behind(at))?;
            steps.push(step);
            ranges.push(at..at + length);
            at += length;
            match rest.get(length..).and_then(|rest| rest.chars().next()) {
                None => return Ok((Self(steps), ranges)),
                Some('.') => at += 1,
                Some(other) => {
                    let at = at..at + other.len_utf8();
                    return Err(TargetError { at, what: "this needs quotes" });
                }
            }
        }
    }
}

/// The step that a text begins with, and how many bytes it is written in.
fn step(text: &str) -> Result<(Step, usize), TargetError> {
    if text.starts_with('*') {
        return Ok((Step::Every, 1));
    }
    if let Some(quoted) = text.strip_prefix('"') {
        return quoted_name(quoted).map(|(name, length)| (Step::Name(name), length + 1));
    }
    let length = text.bytes().take_while(|&byte| is_bare(byte)).count();
    if length == 0 {
        let next = text.chars().next().filter(|&c| c != '.');
        let what = if next.is_some() { "this needs quotes" } else { "a name is missing" };
        return Err(TargetError { at: 0..next.map_or(0, char::len_utf8), what });
    }
    Ok((Step::Name(text.get(..length).unwrap_or_default().to_owned()), length))
}

/// A name behind its first quote, and how many bytes it has with the last one.
fn quoted_name(text: &str) -> Result<(String, usize), TargetError> {
    let mut name = String::new();
    let mut chars = text.char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            '"' => return Ok((name, at + 1)),
            '\\' => match chars.next() {
                Some((_, escaped @ ('"' | '\\'))) => name.push(escaped),
                _ => {
                    let what = "`\\` stands before a quote or another `\\` only";
                    return Err(TargetError { at: at + 1..at + 2, what });
                }
            },
            c => name.push(c),
        }
    }
    Err(TargetError { at: 0..text.len() + 1, what: "the quote is never closed" })
}

/// Whether a name with this needs no quotes.
fn is_bare(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-')
}

impl TargetError {
    fn behind(mut self, length: usize) -> Self {
        self.at = self.at.start + length..self.at.end + length;
        self
    }
}

impl FromStr for Target {
    type Err = TargetError;

    fn from_str(text: &str) -> Result<Self, TargetError> {
        Self::read(text).map(|(target, _)| target)
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return f.write_str(".");
        }
        for (at, step) in self.0.iter().enumerate() {
            if at > 0 {
                f.write_str(".")?;
            }
            step.fmt(f)?;
        }
        Ok(())
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Every => f.write_str("*"),
            Self::Name(name) if !name.is_empty() && name.bytes().all(is_bare) => f.write_str(name),
            Self::Name(name) => {
                write!(f, "\"{}\"", name.replace('\\', "\\\\").replace('"', "\\\""))
            }
        }
    }
}

impl fmt::Display for TargetError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at byte {}", self.what, self.at.start)
    }
}

impl std::error::Error for TargetError {}

#[cfg(test)]
mod tests {
    use super::{Step, Target};

    fn fault(text: &str) -> (std::ops::Range<usize>, &'static str) {
        let error = text.parse::<Target>().unwrap_err();
        (error.at, error.what)
    }

    #[test]
    fn what_is_read_is_written_again() {
        for text in [
            ".",
            "*",
            "types",
            "statuses.404",
            "resources.*.fields.\"7.1\"",
            r#"a."b\"c\\d".e"#,
            "\"\".x",
        ] {
            assert_eq!(text.parse::<Target>().unwrap().to_string(), text);
        }
        assert_eq!("\"*\"".parse(), Ok(Target::of(["*"])));
        assert_eq!("*".parse(), Ok(Target::new([Step::Every])));
    }

    #[test]
    fn faults_stand_where_they_are() {
        assert_eq!(fault(""), (0..0, "a name is missing"));
        assert_eq!(fault("a."), (2..2, "a name is missing"));
        assert_eq!(fault("a..b"), (2..2, "a name is missing"));
        assert_eq!(fault("a.é"), (2..4, "this needs quotes"));
        assert_eq!(fault("a*"), (1..2, "this needs quotes"));
        assert_eq!(fault("**"), (1..2, "this needs quotes"));
        assert_eq!(fault("x.\"a"), (2..4, "the quote is never closed"));
        let what = "`\\` stands before a quote or another `\\` only";
        assert_eq!(fault(r#""a\n""#), (2..3, what));
    }
}
