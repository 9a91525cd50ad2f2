//! The table of names, which is filled as far as it is asked: attributes ask for little of it.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Index;

use deskpro_spec::api::{Api, ErrorSetId, ErrorSetName, ResourceId, Type, TypeId};
use proc_macro2::Ident;

use super::{
    RESERVED_MODULES, RESERVED_TYPES, ResourceNames, TypeNames, is_reserved, resource_names,
};
use crate::plan::Options;
use crate::plan::case::{camel, ident, snake_text};
use crate::plan::scope::Scope;

/// Every name that one module can refer to another by.
#[derive(Debug)]
pub(in crate::plan) struct NameTable<'a> {
    api: &'a Api,
    modules: BTreeMap<ResourceId, Module>,
    /// `types.rs`
    types: OnceCell<Declared>,
    /// `errors.rs`
    errors: OnceCell<Declared>,
    /// The resource in whose module a set of refusals stands, and its operation that has the name;
    /// the others are in `errors.rs`.
    owners: OnceCell<BTreeMap<ErrorSetId, (ResourceId, usize)>>,
    /// The resource whose module also holds what resources share.
    gathering: Option<ResourceId>,
}

/// The module of one resource.
#[derive(Debug)]
struct Module {
    name: Ident,
    names: OnceCell<ModuleNames>,
}

#[derive(Debug)]
struct ModuleNames {
    own: ResourceNames,
    declared: Declared,
}

/// What a module declares.
#[derive(Debug, Default)]
struct Declared {
    types: BTreeMap<TypeId, TypeNames>,
    error_sets: BTreeMap<ErrorSetId, TypeNames>,
    /// All names.
    names: BTreeSet<String>,
}

impl<'a> NameTable<'a> {
    /// The names of everything in `api`.
    pub(in crate::plan) fn new(api: &'a Api) -> Self {
        let mut scope = Scope::with(RESERVED_MODULES);
        let modules = api.resource_ids().map(|id| {
            let name = scope.claim(&snake_text(&api[id].name), "_resource");
            (id, Module { name, names: OnceCell::new() })
        });
        Self {
            api,
            modules: modules.collect(),
            types: OnceCell::new(),
            errors: OnceCell::new(),
            owners: OnceCell::new(),
            gathering: None,
        }
    }

    /// The names for those who want one resource alone, as these options have them.
    pub(in crate::plan) fn with_options(api: &'a Api, id: ResourceId, options: &Options) -> Self {
        let mut names = Self::new(api);
        if options.is_alone {
            names.gather(id);
        }
        if !options.renames.is_empty() {
            names.rename(id, &options.renames);
        }
        names
    }

    /// The names that a module declares.
    pub(in crate::plan) fn declared(&self, module: &Ident) -> impl Iterator<Item = String> + '_ {
        let of_resource = || {
            let found = self.modules.iter().find(|(_, found)| found.name == *module);
            found.map(|(&id, _)| &self.module(id).declared)
        };
        let declared = match module.to_string().as_str() {
            "types" => Some(self.types()),
            "errors" => Some(self.errors()),
            _ => of_resource(),
        };
        declared.into_iter().flat_map(|declared| &declared.names).cloned()
    }

    /// The names of the object of a resource and of its id, without those of anything else: they are
    /// chosen first, so that only reserved names are in their way.
    pub(in crate::plan) fn object_and_id(&self, id: ResourceId) -> (String, Option<String>) {
        let resource = &self.api[id];
        let model = camel(&resource.singular);
        let key = (resource.id == Some(Type::Id(id))).then(|| format!("{model}Id"));
        if [Some(&model), key.as_ref()].into_iter().flatten().any(|name| is_reserved(name)) {
            let names = &self[id];
            return (names.model.to_string(), names.id.as_ref().map(Ident::to_string));
        }
        (model, key)
    }

    /// Whether the module of a resource declares a type.
    pub(in crate::plan) fn is_declared_by(&self, ty: TypeId, resource: ResourceId) -> bool {
        match self.api[ty].owner {
            Some(owner) => owner == resource,
            None => self.gathering == Some(resource),
        }
    }

    /// Moves what resources share into the module of this one, under names that are free there: all
    /// types, and the sets of refusals that its operations meet.
    fn gather(&mut self, id: ResourceId) {
        let module = self[id].module.clone();
        let mut scope = Scope::of(self.declared(&module)).and(RESERVED_TYPES);
        let mut claim = |names: &TypeNames, suffix| TypeNames {
            module: module.clone(),
            name: scope.claim(&names.name.to_string(), suffix),
        };
        let shared = self.api.type_ids().filter(|&found| self.api[found].owner.is_none());
        let types: Vec<_> = shared.map(|found| (found, claim(&self[found], "Data"))).collect();
        let met: BTreeSet<_> = self.api[id].operations.iter().map(|it| it.errors).collect();
        let elsewhere = met.into_iter().filter(|&set| self[set].module != module);
        let sets: Vec<_> = elsewhere.map(|set| (set, claim(&self[set], "Set"))).collect();
        self.gathering = Some(id);
        if let Some(names) = self.module_mut(id) {
            names.declared.types.extend(types);
            names.declared.error_sets.extend(sets);
            names.declared.names = scope.into_names();
        }
    }

    /// Gives items of the module of a resource the names that are wanted.
    fn rename(&mut self, id: ResourceId, renames: &[(String, Ident)]) {
        let rename = |name: &mut Ident| {
            if let Some((_, new)) = renames.iter().find(|(old, _)| *name == old.as_str()) {
                *name = new.clone();
            }
        };
        let Some(ModuleNames { own, declared }) = self.module_mut(id) else { return };
        own.items_mut().for_each(rename);
        let types = declared.types.values_mut().chain(declared.error_sets.values_mut());
        types.for_each(|names| rename(&mut names.name));
        declared.names.extend(renames.iter().map(|(_, new)| new.to_string()));
    }

    fn module(&self, id: ResourceId) -> &ModuleNames {
        let module = &self.modules[&id];
        module.names.get_or_init(|| self.module_names(id, &module.name))
    }

    fn module_mut(&mut self, id: ResourceId) -> Option<&mut ModuleNames> {
        self.module(id);
        self.modules.get_mut(&id)?.names.get_mut()
    }

    fn module_names(&self, id: ResourceId, module: &Ident) -> ModuleNames {
        let mut scope = Scope::with(RESERVED_TYPES);
        let own = resource_names(self.api, id, module.clone(), &mut scope);
        let types = self.types_of(Some(id), module, &mut scope);
        let sets = self.owners().iter().filter(|(_, (owner, _))| *owner == id);
        let sets = sets.filter_map(|(&set, &(_, index))| {
            let name = own.operations.get(index)?.error.clone();
            Some((set, TypeNames { module: module.clone(), name }))
        });
        let error_sets = sets.collect();
        ModuleNames { declared: Declared { types, error_sets, names: scope.into_names() }, own }
    }

    fn types_of(
        &self,
        owner: Option<ResourceId>,
        module: &Ident,
        scope: &mut Scope,
    ) -> BTreeMap<TypeId, TypeNames> {
        let owned = self.api.type_ids().filter(|&id| self.api[id].owner == owner);
        owned
            .map(|id| {
                let name = scope.claim(&camel(&self.api[id].name), "Data");
                (id, TypeNames { module: module.clone(), name })
            })
            .collect()
    }

    fn types(&self) -> &Declared {
        self.types.get_or_init(|| {
            let mut scope = Scope::with(RESERVED_TYPES);
            let types = self.types_of(None, &ident("types"), &mut scope);
            Declared { types, names: scope.into_names(), ..Declared::default() }
        })
    }

    fn errors(&self) -> &Declared {
        self.errors.get_or_init(|| {
            let mut scope = Scope::with(RESERVED_TYPES);
            let shared = self.api.error_set_ids().filter(|id| !self.owners().contains_key(id));
            let sets = shared.map(|id| {
                let name = match &self.api[id].name {
                    ErrorSetName::Declared(name) => format!("{}Error", camel(name)),
                    ErrorSetName::Operation(resource, operation) => {
                        format!("{}{}Error", camel(operation), camel(resource))
                    }
                };
                (id, TypeNames { module: ident("errors"), name: scope.claim(&name, "Set") })
            });
            let error_sets = sets.collect();
            Declared { error_sets, names: scope.into_names(), ..Declared::default() }
        })
    }

    fn owners(&self) -> &BTreeMap<ErrorSetId, (ResourceId, usize)> {
        self.owners.get_or_init(|| owners(self.api))
    }
}

/// The operation after which a set of refusals is named, where only its resource meets the set.
/// What several resources share, or the batch, stands where all of them find it.
fn owners(api: &Api) -> BTreeMap<ErrorSetId, (ResourceId, usize)> {
    let mut owners = BTreeMap::new();
    let mut shared: BTreeSet<_> = api.batch.iter().map(|batch| batch.errors).collect();
    let mut first_to_meet = BTreeMap::new();
    for id in api.resource_ids() {
        let resource = &api[id];
        for (index, operation) in resource.operations.iter().enumerate() {
            let set = operation.errors;
            if *first_to_meet.entry(set).or_insert(id) != id {
                shared.insert(set);
            }
            if let ErrorSetName::Operation(of, name) = &api[set].name
                && *of == resource.name
                && *name == operation.name
            {
                owners.insert(set, (id, index));
            }
        }
    }
    owners.retain(|set, _| !shared.contains(set));
    owners
}

impl Index<ResourceId> for NameTable<'_> {
    type Output = ResourceNames;

    fn index(&self, id: ResourceId) -> &ResourceNames {
        &self.module(id).own
    }
}

impl Index<TypeId> for NameTable<'_> {
    type Output = TypeNames;

    fn index(&self, id: TypeId) -> &TypeNames {
        let module = self.api[id].owner.or(self.gathering);
        let declared = module.map_or_else(|| self.types(), |id| &self.module(id).declared);
        &declared.types[&id]
    }
}

impl Index<ErrorSetId> for NameTable<'_> {
    type Output = TypeNames;

    fn index(&self, id: ErrorSetId) -> &TypeNames {
        let gathered = self.gathering.and_then(|it| self.module(it).declared.error_sets.get(&id));
        gathered.unwrap_or_else(|| match self.owners().get(&id) {
            Some((owner, _)) => &self.module(*owner).declared.error_sets[&id],
            None => &self.errors().error_sets[&id],
        })
    }
}
