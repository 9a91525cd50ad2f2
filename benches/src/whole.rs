//! The description of the whole API, `spec/deskpro`, and what is generated from it.

use std::error::Error;
use std::path::{Path, PathBuf};

use deskpro_codegen::Options;
use deskpro_spec::api::{Api, Resource, TypeKind};
use deskpro_spec::{Sources, load};

use crate::size::Size;

/// The folder of the description.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec/deskpro")
}

/// The description, checked.
///
/// # Errors
///
/// When a file cannot be read, or the description has problems.
pub fn api(folder: &Path) -> Result<Api, Box<dyn Error>> {
    let sources = Sources::read(folder).map_err(|problems| format!("{problems:?}"))?;
    Ok(load(&sources).map_err(|problems| problems.short(&sources))?)
}

/// As `cargo codegen` generates the client.
pub fn options() -> Options {
    Options {
        example_crate: Some("deskpro_client".to_owned()),
        spec: "spec/deskpro".to_owned(),
        features: true,
        ..Options::default()
    }
}

/// The cargo features of the families, in the order of the description.
pub fn families(api: &Api) -> Vec<String> {
    api.families.iter().map(|family| family.name.replace('_', "-")).collect()
}

/// How large the API of a description is.
pub fn size(api: &Api) -> Size {
    size_of(api, |_| true)
}

/// How large that part of it is which the client has unless told otherwise: the families that are on,
/// without operations that were never seen at work.
pub fn default_size(api: &Api) -> Size {
    let mut api = api.clone();
    for resource in &mut api.resources {
        resource.operations.retain(|operation| !operation.unverified);
    }
    size_of(&api, |resource| resource.family.is_none_or(|family| api[family].is_default))
}

/// How large the API of some resources is. Types that resources share count always.
fn size_of(api: &Api, counts: impl Fn(&Resource) -> bool) -> Size {
    let resources = || api.resources.iter().filter(|resource| counts(resource));
    let typed = resources().filter(|resource| !resource.is_untyped);
    let types = api.types.iter().filter(|def| def.owner.is_none_or(|owner| counts(&api[owner])));
    let objects = types.filter_map(|def| match &def.kind {
        TypeKind::Object(fields) => Some(fields.len()),
        _ => None,
    });
    let operations = || resources().flat_map(|resource| &resource.operations);
    let bodies = operations().filter_map(|operation| operation.body.as_ref());
    let fields: Vec<usize> = typed
        .map(|resource| resource.fields.len())
        .chain(objects)
        .chain(bodies.map(|body| body.fields.len()))
        .filter(|&count| count > 0)
        .collect();
    Size { operations: operations().count(), models: fields.len(), fields: fields.iter().sum() }
}
