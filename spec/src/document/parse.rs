//! The files of a description to one document.

use super::reader::Reader;
use super::tables::{API, RESOURCE};
use super::{Document, ResourceDoc, shape};
use crate::problem::Problems;
use crate::{Sources, yaml};

/// Parses all files of a description, and reports everything that has the wrong shape.
///
/// What was rejected is absent from the document, so that the rest can still be checked, unless
/// [`is_broken`](Document::is_broken) says otherwise. The problems are in no particular order.
pub fn parse(sources: &Sources) -> (Document, Problems) {
    let mut problems = sources.problems().clone();
    let mut document = Document::default();
    let mut resources = Vec::new();
    let mut is_broken = !problems.is_empty() || sources.is_empty();
    for (file, text) in sources.texts() {
        let Some(node) = yaml::read(text, file, &mut problems) else {
            is_broken = true;
            continue;
        };
        let table = if file == 0 { &API } else { &RESOURCE };
        shape::file(&node, table, &mut problems);
        let place = node.entries().first().map_or(node.place, |entry| entry.key.place);
        let reader = Reader::new(&node, table, place);
        if file == 0 {
            document = Document::read(reader, sources.relative(file));
        } else {
            resources.push(ResourceDoc::read(reader, sources.relative(file)));
        }
    }
    document.resources.append(&mut resources);
    document.is_broken = is_broken;
    (document, problems)
}
