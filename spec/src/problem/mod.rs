//! Problems: what is wrong with a description, where, and what to write instead.

pub mod codes;
mod did_you_mean;
mod list;
mod place;
mod render;

pub use codes::{Explanation, all, explain, lints};
pub use did_you_mean::closest;
pub use list::Problems;
pub use place::Place;

use std::borrow::Cow;
use std::fmt;

/// A stable code such as `DP0012`, or `DL0101` of a finding of the lint. [`explain`] tells more
/// about it.
///
/// Findings are counted from [`FINDINGS`](Self::FINDINGS) up: `Code(10101)` is `DL0101`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(pub u16);

impl Code {
    /// What is added to the number of a finding.
    pub const FINDINGS: u16 = 10_000;

    /// Whether it is the code of a finding of the lint, not of a problem.
    pub fn is_finding(self) -> bool {
        self.0 >= Self::FINDINGS
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.checked_sub(Self::FINDINGS) {
            Some(number) => write!(f, "DL{number:04}"),
            None => write!(f, "DP{:04}", self.0),
        }
    }
}

impl std::str::FromStr for Code {
    type Err = NotACode;

    /// Reads `DP0012`, `dp0012` or `12`, and `DL0101` or `dl0101`.
    fn from_str(text: &str) -> Result<Self, NotACode> {
        let finding = text.strip_prefix("DL").or_else(|| text.strip_prefix("dl"));
        let problem = || text.strip_prefix("DP").or_else(|| text.strip_prefix("dp"));
        let digits = finding.or_else(problem).unwrap_or(text);
        let is_short = !digits.is_empty() && digits.len() <= 4;
        if !is_short || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(NotACode);
        }
        let first = if finding.is_some() { Self::FINDINGS } else { 0 };
        digits.parse::<u16>().map(|number| Self(first + number)).map_err(|_| NotACode)
    }
}

/// A text that is not a code such as `DP0012`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotACode;

impl fmt::Display for NotACode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a code such as DP0012")
    }
}

impl std::error::Error for NotACode {}

/// One mistake in a description.
///
/// # Example
///
/// ```
/// use deskpro_spec::problem::{Code, Place, Problem, closest};
///
/// let problem = Problem::new(Code(401), Place::default(), "unknown type `strng`")
///     .label("not a known type")
///     .help("known types: `string`, `integer`")
///     .suggest(closest("strng", ["string", "integer"]));
/// assert_eq!(problem.suggestion.as_deref(), Some("string"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Which kind of mistake.
    pub code: Code,
    /// The smallest thing that is wrong.
    pub place: Place,
    /// What is wrong, in one line without a full stop: "unknown type `strng`".
    pub message: String,
    /// What stands under the caret: "not a known type".
    pub label: Cow<'static, str>,
    /// Other places that matter, each with what is there: "first defined here".
    pub related: Vec<(Place, String)>,
    /// What was expected, and what to do.
    pub help: Vec<String>,
    /// What to write instead, only when something is close.
    pub suggestion: Option<String>,
}

impl Problem {
    /// A problem without label, help or suggestion.
    pub fn new(code: Code, place: Place, message: impl Into<String>) -> Self {
        Self {
            code,
            place,
            message: message.into(),
            label: Cow::Borrowed(""),
            related: Vec::new(),
            help: Vec::new(),
            suggestion: None,
        }
    }

    /// Says what stands under the caret.
    #[must_use]
    pub fn label(mut self, label: impl Into<Cow<'static, str>>) -> Self {
        self.label = label.into();
        self
    }

    /// Adds another place that matters, with what is there.
    #[must_use]
    pub fn related(mut self, place: Place, text: impl Into<String>) -> Self {
        self.related.push((place, text.into()));
        self
    }

    /// Adds a line that says what was expected, or what to do.
    #[must_use]
    pub fn help(mut self, line: impl Into<String>) -> Self {
        self.help.push(line.into());
        self
    }

    /// Says what to write instead of the text at the place, when there is such a thing.
    #[must_use]
    pub fn suggest(mut self, text: Option<impl Into<String>>) -> Self {
        self.suggestion = text.map(Into::into);
        self
    }
}
