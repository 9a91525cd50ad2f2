//! From resources and types to the YAML files of a description.

mod api;
mod enumeration;
mod error;
mod example;
mod field;
mod operation;
mod query;
mod resource;
mod type_names;
mod types;

use std::collections::BTreeMap;

use super::problem::Findings;
use super::resource::ResourceDraft;
use super::schema::{Ty, Types};
use super::source::Source;
use super::yaml::Map;
use crate::files::Files;
use error::Errors;
use query::Shared;
use type_names::TypeNames;

pub(super) use type_names::component_names;

/// How many resource files a description may have.
const FILES: usize = 990;

/// What the files are made of.
pub(super) struct Description<'a, 't> {
    pub(super) source: &'a Source<'t>,
    pub(super) types: &'a Types<'t>,
    pub(super) resources: &'a [ResourceDraft<'t>],
    pub(super) name: &'a str,
}

/// What all parts are written with.
struct Writer<'a, 't> {
    types: &'a Types<'t>,
    names: TypeNames,
    shared: Shared,
    errors: Errors,
    findings: &'a mut Findings,
    /// What tags mean.
    tags: &'a BTreeMap<&'t str, String>,
    /// Success of each verb.
    success: BTreeMap<&'static str, BTreeMap<u16, &'static str>>,
}

/// The files of a description: `api.yaml`, and one for each resource.
pub(super) fn files<'t>(
    description: &Description<'_, 't>,
    components: &BTreeMap<usize, String>,
    findings: &mut Findings,
) -> Files {
    let Description { types, resources, .. } = *description;
    let mut writer = Writer {
        types,
        names: TypeNames::new(types, resources, components),
        shared: Shared::default(),
        errors: Errors::of(resources),
        success: operation::success(resources),
        tags: &description.source.tags,
        findings,
    };
    writer.shared = query::shared(&mut writer, resources);
    let mut files = Files::default();
    let mut inline = Vec::new();
    let mut includes = Vec::new();
    for (at, resource) in resources.iter().enumerate() {
        let map = resource::resource(&mut writer, at, resource);
        if at < FILES {
            let path = format!("resources/{}.yaml", resource.name);
            files.insert(path.clone(), map.document());
            includes.push(path);
        } else {
            inline.push(map);
        }
    }
    let api = api::api(&mut writer, description, includes, inline);
    files.insert("api.yaml", api.document());
    files
}

impl Writer<'_, '_> {
    /// A type as it is written where a resource, or none, stands.
    fn expression(&self, ty: &Ty, is_nullable: bool, at: Option<usize>) -> String {
        let text = match ty {
            Ty::Word(word) => (*word).to_owned(),
            Ty::Bytes => "string".to_owned(),
            Ty::List(item) => format!("list({})", self.expression(item, false, at)),
            Ty::Map(item) => format!("map({})", self.expression(item, false, at)),
            Ty::Named(number) => self.names.written(*number, at),
        };
        // Free JSON may be null as it is.
        if is_nullable && *ty != Ty::JSON { text + "?" } else { text }
    }
}

/// A sentence of the words of a name.
fn sentence(name: &str) -> String {
    let words = super::name::words(name).join(" ");
    match words.as_str() {
        "" => format!("`{}`.", name.escape_debug()),
        "id" => "The id.".to_owned(),
        words => format!("{}.", super::name::capitalized(words)),
    }
}

/// Adds what something is to a mapping.
fn with_docs(map: Map, docs: Option<String>, name: &str) -> Map {
    map.with("docs", docs.unwrap_or_else(|| sentence(name)))
}
