//! The report: Markdown with plots, made of what was measured.

mod growth;
mod plot;

use std::error::Error;
use std::path::Path;

use crate::compare::results::Results;

/// Writes the report and its plots into a folder.
///
/// # Errors
///
/// When a file cannot be written.
pub fn write(_results: &Results, _folder: &Path) -> Result<(), Box<dyn Error>> {
    Ok(())
}
