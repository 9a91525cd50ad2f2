//! How large an API is.

use std::fmt;

/// How large an API is. Only what has fields counts as a model.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// How many operations it has.
    pub operations: usize,
    /// How many kinds of objects with fields are read or written: resources, types, and what
    /// operations take.
    pub models: usize,
    /// How many fields these have together.
    pub fields: usize,
}

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { operations, models, fields } = self;
        write!(f, "{operations} operations, {models} models with {fields} fields")
    }
}
