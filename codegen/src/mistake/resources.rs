//! Mistakes in resources that only a struct describes.

use super::Kind;

pub(super) const ALL: &[&Kind] = &[];
