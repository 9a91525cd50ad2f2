//! Mistakes in the fields of structs that are checked against a description.

use super::Kind;

pub(super) const ALL: &[&Kind] = &[];
