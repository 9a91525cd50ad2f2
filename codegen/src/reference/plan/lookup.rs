//! Where what is said of a part of the description is found in the plan of the client.

use std::collections::BTreeMap;

use deskpro_spec::api::{Api, ErrorSetId, ResourceId, TypeId};
use proc_macro2::Ident;
use quote::ToTokens;

use super::quirk::Named;
use crate::plan::{AccessorPlan, ErrorSetPlan, Plan, ResourcePlan, RustType, TypePlan};

/// A description, and the plan of its client by the parts of the description.
pub(super) struct Lookup<'a> {
    pub(super) api: &'a Api,
    pub(super) client: &'a Plan,
    resources: BTreeMap<ResourceId, &'a ResourcePlan>,
    types: BTreeMap<TypeId, &'a TypePlan>,
    ways: BTreeMap<ResourceId, String>,
    /// What quirks name.
    pub(super) named: Named<'a>,
}

impl<'a> Lookup<'a> {
    /// A description and the plan that is made of it.
    pub(super) fn new(api: &'a Api, client: &'a Plan) -> Self {
        // The plan has its resources, operations and types in the order of the description.
        let resources: BTreeMap<_, _> = api.resource_ids().zip(&client.resources).collect();
        let shared =
            client.shared.types.iter().flat_map(|plan| &plan.types).map(|shared| &shared.plan);
        let mut types: BTreeMap<_, _> = types_of(api, None).zip(shared).collect();
        for (&id, plan) in &resources {
            let declared = plan.types.iter().map(|declared| &declared.plan);
            types.extend(types_of(api, Some(id)).zip(declared));
        }
        let mut lookup =
            Self { api, client, resources, types, ways: BTreeMap::new(), named: Named::by(api) };
        let groups = client.shared.client.groups.iter();
        lookup.walk("client", None, &groups.flat_map(|it| &it.accessors).collect::<Vec<_>>());
        lookup
    }

    /// The plan of a resource.
    pub(super) fn resource(&self, id: ResourceId) -> Option<&'a ResourcePlan> {
        self.resources.get(&id).copied()
    }

    /// The plan of a declared type.
    pub(super) fn type_plan(&self, id: TypeId) -> Option<&'a TypePlan> {
        self.types.get(&id).copied()
    }

    /// How a resource is reached: `client.tickets().messages(ticket)`.
    pub(super) fn way(&self, id: ResourceId) -> &str {
        self.ways.get(&id).map_or("client", String::as_str)
    }

    /// A set of refusals as it is in Rust.
    pub(super) fn error_set(&self, id: ErrorSetId) -> Option<&'a ErrorSetPlan> {
        let own = self.client.resources.iter().flat_map(|resource| &resource.error_sets);
        self.client.shared.errors.sets.iter().chain(own).find(|set| set.id == id)
    }

    /// Whether operations of several resources share a set of refusals.
    pub(super) fn is_shared(&self, id: ErrorSetId) -> bool {
        self.client.shared.errors.sets.iter().any(|set| set.id == id)
    }

    /// Notes how the resources below one are reached, `None` being the client.
    fn walk(&mut self, start: &str, parent: Option<ResourceId>, accessors: &[&AccessorPlan]) {
        let api = self.api;
        let is_below = |id: &ResourceId| api[*id].parent.as_ref().map(|it| it.resource) == parent;
        for id in api.resource_ids().filter(is_below) {
            let Some(plan) = self.resource(id) else { continue };
            let leads_here = |accessor: &&&AccessorPlan| {
                rust(&accessor.handle).rsplit("::").next() == Some(&plan.handle.name.to_string())
            };
            let Some(accessor) = accessors.iter().find(leads_here) else { continue };
            let arguments = accessor.arguments.iter().map(|argument| &argument.name);
            let way = call(start, &accessor.method, arguments);
            if self.ways.insert(id, way.clone()).is_none() {
                self.walk(&way, Some(id), &plan.handle.children.iter().collect::<Vec<_>>());
            }
        }
    }
}

/// The types that a resource declares, or that all share.
pub(super) fn types_of(api: &Api, owner: Option<ResourceId>) -> impl Iterator<Item = TypeId> {
    api.type_ids().filter(move |&id| api[id].owner == owner)
}

/// A call of a method: `client.tickets()`.
pub(super) fn call<'a>(
    on: &str,
    method: &Ident,
    arguments: impl Iterator<Item = &'a Ident>,
) -> String {
    let arguments: Vec<_> = arguments.map(Ident::to_string).collect();
    format!("{on}.{method}({})", arguments.join(", "))
}

/// A Rust type as it is written: `Option<Vec<Ref<Ticket>>>`.
pub(super) fn rust(ty: &RustType) -> String {
    // The path of the generated modules means nothing to readers.
    ty.to_token_stream().to_string().replace(' ', "").replace("super::", "")
}
