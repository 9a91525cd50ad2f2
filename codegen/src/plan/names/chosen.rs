//! Names that users choose, and names that only a module on its own has.

use deskpro_spec::api::Api;
use proc_macro2::Ident;

use super::{NameTable, RESERVED_TYPES, ResourceNames};

/// Whether generated modules use this name for something else.
pub fn is_reserved(name: &str) -> bool {
    RESERVED_TYPES.contains(&name)
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

fn names_of(api: &Api, resource: &str) -> Option<ResourceNames> {
    let id = api.resource_ids().find(|&id| api[id].name == resource)?;
    Some(NameTable::new(api)[id].clone())
}

impl ResourceNames {
    /// The names of all items that are not types of the description.
    pub(super) fn items_mut(&mut self) -> impl Iterator<Item = &mut Ident> {
        let operations = self.operations.iter_mut();
        let of_operations = operations.flat_map(|names| [&mut names.request, &mut names.error]);
        [&mut self.model, &mut self.handle].into_iter().chain(&mut self.id).chain(of_operations)
    }
}
