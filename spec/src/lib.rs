//! From YAML text to a checked model of an HTTP API.
//!
//! Three steps, each with a type of its own: [`Sources`] are the files as text, a
//! [`Document`] is what they say with the place of every part, an
//! [`Api`] is what they mean, every name resolved and every rule held.
//! [`load`] takes all of them.

pub mod api;
mod builtin;
pub mod check;
pub mod document;
pub mod lint;
pub mod overlay;
pub mod problem;
mod schema;
mod sources;
mod yaml;

pub use check::check;
pub use document::parse;
pub use lint::lint;
pub use problem::{Place, Problem, Problems};
pub use schema::json_schema;
pub use sources::Sources;

use api::Api;
use document::Document;

/// Parses and checks a description.
///
/// # Errors
///
/// All problems of all files, sorted by place. Checking goes on after problems of shape, but not
/// when a file could not be read as YAML at all: then everything that it declares would seem to be
/// missing.
///
/// # Example
///
/// ```
/// use deskpro_spec::{Sources, load};
///
/// let sources = Sources::from_files([("api.yaml", "format: 1\nnmae: example\n")]);
/// let problems = load(&sources).unwrap_err();
/// assert!(problems.short(&sources).contains("unknown key `nmae`"));
/// ```
pub fn load(sources: &Sources) -> Result<Api, Problems> {
    load_document(sources).map(|(_, api)| api)
}

/// As [`load`], with what the files say beside what they mean: for those who add to it and check
/// again.
///
/// # Errors
///
/// Those of [`load`].
pub fn load_document(sources: &Sources) -> Result<(Document, Api), Problems> {
    let (document, mut problems) = parse(sources);
    if document.is_broken {
        return Err(problems.into_sorted());
    }
    let api = check::check_into(&document, &mut problems);
    api.map(|api| (document, api)).ok_or_else(|| problems.into_sorted())
}
