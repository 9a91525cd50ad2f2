//! One resource: its model, its types and what can be done with it.

use std::collections::{BTreeMap, BTreeSet};

use deskpro_spec::api::{Parent, Resource, ResourceId};
use proc_macro2::Ident;

use super::accessor::{self, AccessorPlan};
use super::argument::{ArgumentPlan, plan_path};
use super::case::ident;
use super::docs::{Docs, code, one_line};
use super::error_set::{self, ErrorSetPlan};
use super::features::{FilePlan, Section, feature};
use super::imports::Imports;
use super::model::{self, ModelPlan, StandInPlan, UntypedPlan};
use super::names::{HANDLE_METHODS, held_name};
use super::operation::{self, OperationPlan};
use super::scope::Scope;
use super::types::Types;
use super::{Context, TypePlan, own, shared};

/// The module of one resource.
#[derive(Debug, Hash)]
pub struct ResourcePlan {
    /// Its name.
    pub module: Ident,
    /// Its files.
    pub file: FilePlan,
    /// The file of the description.
    pub source: String,
    /// What the file uses from elsewhere.
    pub imports: Imports,
    /// The newtype of its ids: name and model.
    pub id: Option<Ident>,
    /// The object itself.
    pub model: ModelPlan,
    /// What has its name where only ids are spoken of.
    pub stand_in: Option<StandInPlan>,
    /// The types it declares.
    pub types: Vec<DeclaredType>,
    /// What leads to the operations.
    pub handle: HandlePlan,
    /// What can be done.
    pub operations: Vec<OperationPlan>,
    /// Sets of refusals that only its operations meet.
    pub error_sets: Vec<ErrorSetPlan>,
}

/// A type that the module of a resource declares.
#[derive(Debug, Hash)]
pub struct DeclaredType {
    /// The section of the module that it belongs to.
    pub section: Section,
    /// The type.
    pub plan: TypePlan,
}

/// The type whose methods are the operations on a resource.
#[derive(Debug, Hash)]
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

/// Plans the module of one resource.
pub(super) fn plan(context: &Context<'_>, id: ResourceId) -> ResourcePlan {
    let api = context.api;
    let resource = &api[id];
    let names = &context.names[id];
    let mut imports = Imports::new(
        &names.module,
        &context.options.generated,
        context.names.declared(&names.module),
    );
    let file = context.features.files(api, id, &names.module, &context.options.generated);
    imports.begin(Section::Id, file.generated(Section::Id));
    if names.id.is_some() {
        imports.runtime("Id");
    }
    imports.begin(Section::Shape, file.generated(Section::Shape));
    let mut types = Types { api, names: context.names, imports: &mut imports };
    let model = match &context.options.own {
        Some(own) => own::plan(&mut types, id, own),
        None => plan_model(&mut types, id),
    };
    let used =
        if model.untyped.is_some() { &["Untyped", "UntypedKind"] } else { shared::MODEL_NAMES };
    let used = used.iter().filter(|name| !(model.is_given && **name == "Extra"));
    used.for_each(|name| _ = types.imports.runtime(name));
    let declared = api
        .type_ids()
        .filter(|&found| context.names.is_declared_by(found, id))
        .map(|found| {
            let section = context.features.section_of_type(api, id, found);
            types.imports.begin(section, file.generated(section));
            DeclaredType { section, plan: shared::plan_type(context, &mut types, found) }
        })
        .collect();
    types.imports.begin(Section::Requests, file.generated(Section::Requests));
    types.imports.runtime("Client");
    let handle = plan_handle(context, &mut types, id);
    let operations = resource
        .operations
        .iter()
        .zip(&names.operations)
        .filter(|(operation, _)| context.options.wants(&operation.name))
        .map(|(operation, names)| {
            let section = context.features.section(api, id, operation);
            types.imports.begin(section, file.generated(section));
            operation::plan(context, &mut types, (id, section), operation, names)
        })
        .collect();
    types.imports.begin(Section::Requests, file.generated(Section::Requests));
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
    let mut plan = ResourcePlan {
        module: names.module.clone(),
        file,
        source: one_line(&resource.file).into_owned(),
        id: names.id.clone(),
        model,
        stand_in: plan_stand_in(context, id),
        types: declared,
        handle,
        operations,
        error_sets,
        imports,
    };
    let sections = plan.file.all_sections().into_iter();
    let declared: BTreeMap<_, _> =
        sections.map(|section| (section, plan.declared(section))).collect();
    plan.file.connect(&plan.imports, &declared);
    plan
}

/// Plans the object of a resource.
pub(super) fn plan_model(types: &mut Types<'_>, id: ResourceId) -> ModelPlan {
    let api = types.api;
    let resource = &api[id];
    if let Some(kind) = &types.names[id].kind {
        return plan_untyped(types, id, kind);
    }
    let read: Vec<_> = resource.fields.iter().filter(|field| field.access.is_read()).collect();
    let mut docs = Docs::new(&resource.docs);
    docs.sources(api, &resource.sources);
    let fields = model::plan_fields(types, &read);
    let linked_as = resource.linked_as.as_deref();
    let identity = model::plan_identity(id, linked_as, &read, &fields);
    if identity.is_some() {
        types.imports.runtime("Id");
        types.imports.runtime("Resource");
    }
    ModelPlan {
        docs,
        name: types.names[id].model.clone(),
        fields,
        identity,
        derives: Vec::new(),
        builder: None,
        is_given: false,
        untyped: None,
    }
}

/// Plans what has the name of a resource's object where more families speak of its ids.
fn plan_stand_in(context: &Context<'_>, id: ResourceId) -> Option<StandInPlan> {
    let (api, features) = (context.api, &context.features);
    let unless = features.of_shape(api, id);
    if unless == features.of_id(api, id) {
        return None;
    }
    let mut docs = Docs::new(&api[id].docs);
    let feature = api[id].family.map(|family| code(&feature(&api[family])));
    docs.paragraph(format!("What it holds comes with the feature {}.", feature?));
    Some(StandInPlan { docs, unless })
}

/// Plans the object of a resource of which it is not known what it holds.
fn plan_untyped(types: &Types<'_>, id: ResourceId, kind: &Ident) -> ModelPlan {
    let resource = &types.api[id];
    let mut docs = Docs::new(&resource.docs);
    docs.paragraph("What it holds is not known from any source: it is free JSON.");
    docs.sources(types.api, &resource.sources);
    ModelPlan {
        docs,
        name: types.names[id].model.clone(),
        fields: Vec::new(),
        identity: None,
        derives: Vec::new(),
        builder: None,
        is_given: false,
        untyped: Some(UntypedPlan { kind: kind.clone(), linked_as: resource.linked_as.clone() }),
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
    let mut docs = handle_docs(resource);
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

/// What can be done with a resource, in a line.
pub(super) fn handle_docs(resource: &Resource) -> Docs {
    Docs::line(format!("What can be done with {}.", resource.name.replace('_', " ")))
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
    sets.filter(|&set| operations().any(|operation| operation.errors == set))
        .filter(|&set| context.names[set].module == *module)
        .map(|set| error_set::plan(context, set))
        .collect()
}

impl ResourcePlan {
    /// The names that a section declares.
    pub fn declared(&self, section: Section) -> BTreeSet<String> {
        let operations = self.operations.iter().filter(|operation| operation.section == section);
        let requests = operations.flat_map(|it| [&it.request.name, &it.error.name]);
        let types = self.types.iter().filter(|ty| ty.section == section);
        let mut names: Vec<&Ident> = requests.chain(types.map(|ty| ty.plan.name())).collect();
        match section {
            Section::Id => names.extend(&self.id),
            Section::Shape => {
                names.push(&self.model.name);
                names.extend(self.model.untyped.iter().map(|untyped| &untyped.kind));
            }
            Section::Requests => {
                names.push(&self.handle.name);
                names.extend(self.error_sets.iter().map(|set| &set.name));
            }
            Section::Unverified | Section::Family(_) | Section::Type(_) => {}
        }
        names.into_iter().map(Ident::to_string).collect()
    }
}
