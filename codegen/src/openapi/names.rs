//! What schemas are called: resources after one of them, types after themselves.

use std::collections::{BTreeMap, BTreeSet};

use deskpro_spec::api::{Api, ResourceId, Type, TypeId, TypeKind};
use heck::ToUpperCamelCase;

/// The names of all schemas.
#[derive(Debug)]
pub(super) struct Names {
    resources: BTreeMap<ResourceId, String>,
    types: BTreeMap<TypeId, String>,
    inputs: BTreeMap<TypeId, String>,
    /// What surrounds data.
    pub(super) links: String,
    pub(super) linked: String,
    pub(super) meta: String,
    /// By the name of the shape.
    pub(super) pages: BTreeMap<String, String>,
    /// What is said of a refusal.
    pub(super) error: String,
    pub(super) error_tree: String,
    pub(super) validation_error: String,
    /// What a batch holds.
    pub(super) batch_request: String,
    pub(super) batch_response: String,
}

impl Names {
    /// Chooses a name for every schema of a description. Those of resources and types differ since
    /// they differ in Rust; the others give way to them.
    pub(super) fn new(api: &Api) -> Self {
        let mut taken = BTreeSet::new();
        let mut claim = |wanted: String| claim(&mut taken, wanted);
        let resources = api.resource_ids();
        let resources =
            resources.map(|id| (id, claim(api[id].singular.to_upper_camel_case()))).collect();
        let types = api.type_ids();
        let types: BTreeMap<_, _> =
            types.map(|id| (id, claim(api[id].name.to_upper_camel_case()))).collect();
        let differing = types.iter().filter(|(id, _)| differs(api, **id));
        let inputs = differing.map(|(id, name)| (*id, claim(format!("{name}Input")))).collect();
        let pages = api.envelope.pages.iter().map(|page| {
            (page.name.clone(), claim(format!("{}PageMeta", page.name.to_upper_camel_case())))
        });
        let pages = pages.collect();
        let mut fixed = |name: &str| claim(name.to_owned());
        Self {
            resources,
            types,
            inputs,
            pages,
            links: fixed("Links"),
            linked: fixed("Linked"),
            meta: fixed("Meta"),
            error: fixed("Error"),
            error_tree: fixed("ErrorTree"),
            validation_error: fixed("ValidationError"),
            batch_request: fixed("BatchRequest"),
            batch_response: fixed("BatchResponse"),
        }
    }

    /// The schema of a resource.
    pub(super) fn resource(&self, id: ResourceId) -> &str {
        self.resources.get(&id).map_or("", String::as_str)
    }

    /// The schema of a declared type as it is read, or written where it is never read.
    pub(super) fn ty(&self, id: TypeId) -> &str {
        self.types.get(&id).map_or("", String::as_str)
    }

    /// The schema of a declared type as it is written, where it has one of its own.
    pub(super) fn input(&self, id: TypeId) -> Option<&str> {
        self.inputs.get(&id).map(String::as_str)
    }
}

/// Whether a type is written otherwise than it is read: what is not described is refused in objects
/// that are sent, and a reference is written as an id.
fn differs(api: &Api, id: TypeId) -> bool {
    let def = &api[id];
    let has_two_ways = def.is_read && def.is_written;
    has_two_ways
        && match &def.kind {
            TypeKind::Enum(_) => false,
            TypeKind::Object(_) => true,
            TypeKind::OneOf(choices) => choices.iter().any(|choice| match choice.ty.innermost() {
                Type::Ref(_) => true,
                Type::Named(id) => !matches!(api[*id].kind, TypeKind::Enum(_)),
                _ => false,
            }),
        }
}

fn claim(taken: &mut BTreeSet<String>, wanted: String) -> String {
    let mut name = wanted.clone();
    let mut number: u32 = 2;
    while !taken.insert(name.clone()) {
        name = format!("{wanted}{number}");
        number += 1;
    }
    name
}
