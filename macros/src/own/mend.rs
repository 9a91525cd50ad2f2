//! What can be kept of a resource in which something is wrong, so that one mistake is not followed
//! by others about all that it would have made.

use std::collections::BTreeSet;

use deskpro_spec::Problems;
use deskpro_spec::api::Api;
use deskpro_spec::check;
use deskpro_spec::document::{Document, FieldDoc, PathParameterDoc, ResourceDoc, Text};

use super::lower::names_in;
use super::spots::is_here;

/// The description with as much of its last resource as holds; `None` when too little does.
pub(super) fn mended(mut document: Document, found: &Problems) -> Option<Api> {
    let resource = document.resources.last_mut()?;
    let lines = lines(found);
    resource.fields.retain_mut(|(name, doc)| keep_field(name, doc, &lines));
    move_away(resource);
    let found = match check(&document) {
        Ok(api) => return Some(api),
        Err(found) => found,
    };
    let lines = self::lines(&found);
    let resource = document.resources.last_mut()?;
    resource.operations.retain(|(name, _)| !lines.contains(&name.place.line));
    check(&document).ok()
}

/// The lines of the file that does not exist that something is wrong with.
fn lines(found: &Problems) -> BTreeSet<u32> {
    let places = found.iter().map(|problem| problem.place);
    places.filter(|place| is_here(*place)).map(|place| place.line).collect()
}

/// Makes a field that something is wrong with one of free JSON; whether that helps.
fn keep_field(name: &Text, doc: &mut FieldDoc, lines: &BTreeSet<u32>) -> bool {
    if is_wrong(doc, lines) && name.value != "id" {
        let ty = doc.ty.take().map(|ty| Text { value: "json".to_owned(), ..ty });
        *doc = FieldDoc { place: doc.place, ty, docs: doc.docs.take(), ..FieldDoc::default() };
    }
    !lines.contains(&name.place.line)
}

/// Whether something is wrong with what is said of a field.
fn is_wrong(doc: &FieldDoc, lines: &BTreeSet<u32>) -> bool {
    let texts = [&doc.ty, &doc.access, &doc.docs, &doc.rust];
    let flags = [&doc.required, &doc.optional, &doc.sensitive];
    let places = texts.into_iter().flatten().map(|text| text.place);
    let mut places = places.chain(flags.into_iter().flatten().map(|flag| flag.place));
    places.any(|place| lines.contains(&place.line))
}

/// Puts the resource where no other is and where nothing is wrong with its path.
fn move_away(resource: &mut ResourceDoc) {
    let (Some(path), Some(name)) = (&mut resource.path, &resource.name) else { return };
    let mut names: Vec<String> = Vec::new();
    for parameter in names_in(&path.value).map(str::to_owned) {
        if !names.contains(&parameter) {
            names.push(parameter);
        }
    }
    let text = |value: &str| Some(Text { value: value.to_owned(), place: path.place });
    resource.path_parameters = names
        .iter()
        .filter_map(|name| {
            Some((text(name)?, PathParameterDoc { ty: text("string"), docs: text(name) }))
        })
        .collect();
    let parameters: String = names.iter().map(|name| format!("/{{{name}}}")).collect();
    path.value = format!("/of-a-struct/{}{parameters}", name.value);
}
