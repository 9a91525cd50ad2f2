//! The files of a description to one document.

use super::reader::Reader;
use super::tables::API;
use super::{Document, shape};
use crate::Sources;
use crate::overlay::{Assembled, assemble};
use crate::problem::Problems;

/// Parses all files of a description, and reports everything that has the wrong shape.
///
/// What was rejected is absent from the document, so that the rest can still be checked, unless
/// [`is_broken`](Document::is_broken) says otherwise. The problems are in no particular order.
pub fn parse(sources: &Sources) -> (Document, Problems) {
    let mut problems = sources.problems().clone();
    let is_broken = !problems.is_empty() || sources.is_empty();
    let Assembled { tree, is_broken: is_unread } = assemble(sources, &mut problems);
    let mut document = Document::default();
    if let Some(tree) = tree {
        shape::part(&tree, &API, sources.lacks_base(), &mut problems);
        document = Document::read(Reader::new(&tree, &API, tree.place), sources);
    }
    document.is_broken = is_broken || is_unread;
    (document, problems)
}
