//! Lookups of resources that were sent along with others.

use deskpro_spec::api::ResourceId;
use proc_macro2::Ident;

use super::Context;
use super::case::snake_text;
use super::docs::Docs;
use super::features::Condition;
use super::scope::Scope;

/// `linked.rs`
#[derive(Debug, Hash)]
pub struct LinkedPlan {
    /// The lookups, by the key of what they look up.
    pub lookups: Vec<LookupPlan>,
}

/// A method that looks up a resource by its id.
#[derive(Debug, Hash)]
pub struct LookupPlan {
    /// What it finds.
    pub docs: Docs,
    /// When it is there.
    pub condition: Condition,
    /// Its name.
    pub method: Ident,
    /// The module of the resource.
    pub module: Ident,
    /// The object that it returns.
    pub model: Ident,
    /// The id that it takes.
    pub id: Ident,
}

/// Plans the lookups; `None` where nothing is sent along.
pub(super) fn plan(context: &Context<'_>) -> Option<LinkedPlan> {
    let api = context.api;
    api.envelope.linked.as_ref()?;
    let keyed = |id: ResourceId| Some((api[id].linked_as.as_deref()?, id));
    let mut keyed: Vec<_> = api.resource_ids().filter_map(keyed).collect();
    keyed.sort();
    let mut methods = Scope::with(&["get", "raw", "keys", "is_empty", "clone", "fmt", "eq", "ne"]);
    let lookups: Vec<_> = keyed
        .into_iter()
        .filter_map(|(key, id)| {
            let names = &context.names[id];
            let line = format!(
                "The {} with this id, if it was sent along.",
                api[id].singular.replace('_', " ")
            );
            Some(LookupPlan {
                docs: Docs::line(line),
                condition: context.features.of_shape(api, id),
                method: methods.claim(&snake_text(key), "_resource"),
                module: names.module.clone(),
                model: names.model.clone(),
                id: names.id.clone()?,
            })
        })
        .collect();
    (!lookups.is_empty()).then_some(LinkedPlan { lookups })
}
