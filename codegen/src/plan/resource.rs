//! One resource: its model, its types and what can be done with it.

use std::collections::BTreeSet;

use deskpro_spec::api::{Parent, ResourceId};
use proc_macro2::Ident;

use super::accessor::{self, AccessorPlan};
use super::argument::{ArgumentPlan, plan_path};
use super::case::ident;
use super::docs::{Docs, one_line};
use super::error_set::{self, ErrorSetPlan};
use super::imports::Imports;
use super::model::{self, ModelPlan};
use super::names::{HANDLE_METHODS, held_name};
use super::operation::{self, OperationPlan};
use super::scope::Scope;
use super::types::Types;
use super::{Context, TypePlan, own, shared};

/// The file of one resource.
#[derive(Debug)]
pub struct ResourcePlan {
    /// The module, which also names the file.
    pub module: Ident,
    /// The file of the description.
    pub source: String,
    /// What the module holds.
    pub docs: Docs,
    /// What the file uses from elsewhere.
    pub imports: Imports,
    /// The newtype of its ids: name and model.
    pub id: Option<Ident>,
    /// The object itself.
    pub model: ModelPlan,
    /// The types it declares.
    pub types: Vec<TypePlan>,
    /// What leads to the operations.
    pub handle: HandlePlan,
    /// What can be done.
    pub operations: Vec<OperationPlan>,
    /// Sets of refusals that only its operations meet.
    pub error_sets: Vec<ErrorSetPlan>,
}

/// The type whose methods are the operations on a resource.
#[derive(Debug)]
pub struct HandlePlan {
    /// What it is.
    pub docs: Docs,
    /// Its name.
    pub name: Ident,
    /// The parameters of the resource's path, which it holds.
    pub parameters: Vec<ArgumentPlan>,
    /// Ways to the resources that live within this one.
    pub children: Vec<AccessorPlan>,
}

/// Plans the file of one resource.
pub(super) fn plan(context: &Context<'_>, id: ResourceId) -> ResourcePlan {
    let api = context.api;
    let resource = &api[id];
    let names = &context.names[id];
    let mut imports = Imports::new(
        &names.module,
        &context.options.generated,
        context.names.declared(&names.module),
    );
    for name in ["Client", "Decode", "Encode", "Fields", "Invalid", "JsonReader", "Writer"] {
        imports.runtime(name);
    }
    let mut types = Types { api, names: context.names, imports: &mut imports };
    let model = match &context.options.own {
        Some(own) => own::plan(&mut types, id, own),
        None => plan_model(&mut types, id),
    };
    let declared = api
        .type_ids()
        .filter(|&found| context.names[found].module == names.module)
        .map(|found| shared::plan_type(context, &mut types, found))
        .collect();
    let handle = plan_handle(context, &mut types, id);
    let operations = resource
        .operations
        .iter()
        .zip(&names.operations)
        .filter(|(operation, _)| context.options.wants(&operation.name))
        .map(|(operation, names)| operation::plan(context, &mut types, id, operation, names))
        .collect();
    let error_sets = plan_error_sets(context, id);
    if !error_sets.is_empty() {
        types.imports.runtime("Refused");
    }
    if context.options.is_alone {
        // The codes of the error tree stand here too.
        types.imports.runtime("Holds");
        types.imports.runtime("kind");
    }
    if !error_sets.is_empty() && !context.options.is_alone {
        let errors = ident("errors");
        types.imports.reserved(&errors, "Refusal");
        types.imports.reserved(&errors, "ValidationCode");
    }
    ResourcePlan {
        module: names.module.clone(),
        source: one_line(&resource.file),
        docs: Docs::new(&resource.docs),
        id: names.id.clone(),
        model,
        types: declared,
        handle,
        operations,
        error_sets,
        imports,
    }
}

/// Plans the object of a resource.
pub(super) fn plan_model(types: &mut Types<'_>, id: ResourceId) -> ModelPlan {
    let api = types.api;
    let resource = &api[id];
    let read: Vec<_> = resource.fields.iter().filter(|field| field.access.is_read()).collect();
    let mut docs = Docs::new(&resource.docs);
    docs.sources(api, &resource.sources);
    let identity = model::plan_identity(id, resource.linked_as.as_deref(), &read);
    if identity.is_some() {
        types.imports.runtime("Id");
        types.imports.runtime("Resource");
    }
    ModelPlan {
        docs,
        name: types.names[id].model.clone(),
        fields: model::plan_fields(types, &read),
        identity,
        derives: Vec::new(),
        builder: None,
        is_given: false,
    }
}

fn plan_handle(context: &Context<'_>, types: &mut Types<'_>, id: ResourceId) -> HandlePlan {
    let resource = &context.api[id];
    let names = &context.names[id];
    let mut methods = Scope::with(HANDLE_METHODS);
    for operation in &names.operations {
        for name in std::iter::once(&operation.method).chain(&operation.from) {
            methods.claim(&name.to_string(), "");
        }
    }
    let children = context
        .api
        .resource_ids()
        // The handles of children are those of the client, which may know nothing of them.
        .filter(|_| !context.options.is_alone)
        .filter(|&child| is_child(context.api[child].parent.as_ref(), id))
        .map(|child| accessor::plan(context, types, child, &mut methods))
        .collect();
    let mut docs =
        Docs::line(format!("What can be done with {}.", resource.name.replace('_', " ")));
    docs.paragraph(format!("Under `{}`.", resource.path.template));
    HandlePlan {
        docs,
        name: names.handle.clone(),
        parameters: resource
            .path
            .parameters
            .iter()
            .map(|parameter| ArgumentPlan {
                name: held_name(&parameter.name),
                ..plan_path(types, parameter)
            })
            .collect(),
        children,
    }
}

fn is_child(parent: Option<&Parent>, id: ResourceId) -> bool {
    parent.is_some_and(|parent| parent.resource == id)
}

/// The sets that the module declares: those that an operation of the resource was the first to have.
fn plan_error_sets(context: &Context<'_>, id: ResourceId) -> Vec<ErrorSetPlan> {
    let module = &context.names[id].module;
    let operations = || {
        let operations = context.api[id].operations.iter();
        operations.filter(|operation| context.options.wants(&operation.name))
    };
    let sets = context.api.error_set_ids();
    sets.filter(|&set| context.names[set].module == *module)
        .filter(|&set| operations().any(|operation| operation.errors == set))
        .map(|set| error_set::plan(context, set))
        .collect()
}

impl ResourcePlan {
    /// The names of the items that can be given others.
    pub fn item_names(&self) -> impl Iterator<Item = String> + '_ {
        let declared = self.types.iter().map(TypePlan::name);
        let sets = self.error_sets.iter().map(|set| &set.name);
        let operations = self.operations.iter();
        let operations = operations.flat_map(|it| [&it.request.name, &it.error.name]);
        let names = [&self.model.name, &self.handle.name].into_iter().chain(&self.id);
        let names = names.chain(declared).chain(operations).chain(sets);
        // An operation and the set that it owns have one name for both.
        let mut seen = BTreeSet::new();
        names.map(Ident::to_string).filter(move |name| seen.insert(name.clone()))
    }
}
