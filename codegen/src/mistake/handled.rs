//! Mistakes in `deskpro_handles`.

use super::Kind;

pub(super) const ALL: &[&Kind] = &[];
