//! Names that users choose, and names that only a module on its own has.

use deskpro_spec::api::{Api, ResourceId};
use proc_macro2::Ident;

use super::{NameTable, RESERVED_TYPES, ResourceNames};
use crate::plan::scope::Scope;

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
    NameTable::new(api).resources.remove(&id)
}

impl NameTable {
    /// Moves what resources share into the module of this one, under names that are free there.
    pub(in crate::plan) fn gather(&mut self, api: &Api, id: ResourceId) {
        let module = self[id].module.clone();
        let mut scope = Scope::of(self.declared(&module).collect());
        for found in api.type_ids().filter(|&found| api[found].owner.is_none()) {
            if let Some(names) = self.types.get_mut(&found) {
                names.name = scope.claim(&names.name.to_string(), "Data");
                names.module = module.clone();
            }
        }
        for names in self.error_sets.values_mut().filter(|names| names.module != module) {
            names.name = scope.claim(&names.name.to_string(), "Set");
            names.module = module.clone();
        }
        self.declared.insert(module.to_string(), scope.into_names());
    }

    /// Gives items of the module of a resource the names that are wanted.
    pub(in crate::plan) fn rename(&mut self, id: ResourceId, renames: &[(String, Ident)]) {
        let module = self[id].module.clone();
        let rename = |name: &mut Ident| {
            if let Some((_, new)) = renames.iter().find(|(old, _)| *name == old.as_str()) {
                *name = new.clone();
            }
        };
        if let Some(names) = self.resources.get_mut(&id) {
            names.items_mut().for_each(rename);
        }
        let types = self.types.values_mut().chain(self.error_sets.values_mut());
        types.filter(|names| names.module == module).for_each(|names| rename(&mut names.name));
        if let Some(declared) = self.declared.get_mut(&module.to_string()) {
            declared.extend(renames.iter().map(|(_, new)| new.to_string()));
        }
    }
}

impl ResourceNames {
    /// The names of all items that are not types of the description.
    fn items_mut(&mut self) -> impl Iterator<Item = &mut Ident> {
        let operations = self.operations.iter_mut();
        let of_operations = operations.flat_map(|names| [&mut names.request, &mut names.error]);
        [&mut self.model, &mut self.handle].into_iter().chain(&mut self.id).chain(of_operations)
    }
}
