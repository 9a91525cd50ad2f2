//! Names that users choose, and names that only a module on its own has.

use std::collections::BTreeSet;

use deskpro_spec::api::Api;
use proc_macro2::Ident;

use super::{NameTable, RESERVED_TYPES, ResourceNames};
use crate::plan::Options;

/// Whether generated modules use this name for something else.
pub fn is_reserved(name: &str) -> bool {
    RESERVED_TYPES.binary_search(&name).is_ok()
}

/// The name of the type whose methods are the operations on a resource, before it is renamed;
/// `None` when there is no resource of this name.
pub fn handle_name(api: &Api, resource: &str) -> Option<String> {
    names_of(api, resource).map(|names| names.handle.to_string())
}

/// The name that the object of a resource has before it is renamed.
pub fn object_name(api: &Api, resource: &str) -> Option<String> {
    names_of(api, resource).map(|names| names.model.to_string())
}

/// The names of the items in the module of a resource that can be given others, as they are with these
/// options; `None` when there is no resource of this name.
pub fn item_names(api: &Api, resource: &str, options: &Options) -> Option<Vec<String>> {
    let id = api.resource_ids().find(|&id| api[id].name == resource)?;
    let names = NameTable::with_options(api, id, options);
    let own = &names[id];
    let operations = || {
        let operations = api[id].operations.iter().zip(&own.operations);
        operations.filter(|(operation, _)| options.wants(&operation.name))
    };
    let types = api.type_ids().filter(|&ty| names.is_declared_by(ty, id));
    let requests = operations().flat_map(|(_, names)| [&names.request, &names.error]);
    let sets = operations().map(|(operation, _)| &names[operation.errors]);
    let sets = sets.filter(|set| set.module == own.module).map(|set| &set.name);
    let items = [&own.model, &own.handle].into_iter().chain(&own.id).chain(&own.kind);
    let items = items.chain(types.map(|ty| &names[ty].name)).chain(requests).chain(sets);
    // An operation and the set that it owns have one name for both.
    let mut seen = BTreeSet::new();
    let items = items.map(Ident::to_string).filter(|name| seen.insert(name.clone()));
    Some(items.collect())
}

fn names_of(api: &Api, resource: &str) -> Option<ResourceNames> {
    let id = api.resource_ids().find(|&id| api[id].name == resource)?;
    Some(NameTable::new(api)[id].clone())
}

impl ResourceNames {
    /// The names of all items that are not types of the description.
    pub(super) fn items_mut(&mut self) -> impl Iterator<Item = &mut Ident> {
        let operations = self.operations.iter_mut();
        let of_operations = operations.flat_map(|names| [&mut names.request, &mut names.error]);
        let own = [&mut self.model, &mut self.handle].into_iter();
        own.chain(&mut self.id).chain(&mut self.kind).chain(of_operations)
    }
}
