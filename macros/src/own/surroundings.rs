//! As much of a description as a struct can meet, so that checking the struct with it takes little
//! time.

use deskpro_spec::document::{Document, Text};

use super::lower::names_in;

/// The description without families: they decide which features a client has, and a struct stands in
/// a crate with features of its own. Without operations, too, of resources with which no operation
/// under this path can be confused; where the resource stands alone, it holds what these decide of shared types,
/// so that they stay.
pub(super) fn surroundings(document: &Document, path: &str, is_alone: bool) -> Document {
    let mut document = document.clone();
    document.families.clear();
    // They speak of operations that may not be here.
    document.quirks.clear();
    for resource in &mut document.resources {
        resource.family = None;
        let under = resource.path.as_ref();
        let mut paths =
            resource.operations.iter().map(|(_, it)| it.absolute_path.as_ref().or(under));
        if !is_alone && !paths.any(|other| meets(path, other)) {
            resource.operations.clear();
            // Only operations had the others.
            let own: Vec<&str> = under.iter().flat_map(|path| names_in(&path.value)).collect();
            resource.path_parameters.retain(|(name, _)| own.contains(&name.value.as_str()));
        }
        // What was checked once need not be again.
        resource.operations.iter_mut().for_each(|(_, operation)| operation.examples.clear());
    }
    document
}

/// Whether something under one path can have the path of something under another.
fn meets(path: &str, other: Option<&Text>) -> bool {
    let (own, other) = (first(path), first(other.map_or("", |other| &other.value)));
    own == other || own.contains('{') || other.contains('{')
}

/// The first segment of a path; nothing for the root.
fn first(path: &str) -> &str {
    path.split('/').find(|segment| !segment.is_empty()).unwrap_or_default()
}
