//! `deskpro-codegen generate`: writes the client.

use std::time::Instant;

use super::arguments::Places;
use super::{make, write};

/// Writes what changed, and says what was made.
pub(crate) fn run(places: &Places) -> Result<(), String> {
    let start = Instant::now();
    write(places, &make(places)?, start)
}
