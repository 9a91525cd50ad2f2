//! Mistakes in the arguments of an attribute, and in the item it stands on.

use super::Kind;

pub(super) const ALL: &[&Kind] = &[];
