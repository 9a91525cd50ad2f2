//! Problems: what is wrong with a description, where, and what to write instead.

mod code;
pub mod codes;
mod did_you_mean;
mod list;
mod place;
mod render;

pub use code::{Code, NotACode};
pub use codes::{Explanation, all, explain, lints, made_files};
pub use did_you_mean::closest;
pub use list::Problems;
pub use place::Place;
pub use render::Tool;

use std::borrow::Cow;

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
