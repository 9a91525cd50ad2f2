//! Path templates such as `/tickets/{ticket}/messages/{id}`.

use super::Type;

/// A path template with the types of its parameters.
#[derive(Debug, Clone, PartialEq)]
pub struct Path {
    /// The template as text: `/tickets/{id}`.
    pub template: String,
    /// Its segments. A segment may mix text and parameters: `/{context}_snippets`.
    pub segments: Vec<Vec<Segment>>,
    /// Its parameters, in order.
    pub parameters: Vec<PathParameter>,
}

/// A part of one segment of a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Segment {
    /// Text as it stands.
    Text(String),
    /// The parameter of this index in [`Path::parameters`].
    Parameter(usize),
}

/// A parameter of a path.
#[derive(Debug, Clone, PartialEq)]
pub struct PathParameter {
    /// Its name: `ticket`.
    pub name: String,
    /// What it means.
    pub docs: String,
    /// Its type.
    pub ty: Type,
}
