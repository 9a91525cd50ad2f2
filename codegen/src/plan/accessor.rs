//! Methods that lead to a resource: `client.tickets()`, `tickets.messages(13)`.

use deskpro_spec::api::{PathParameter, ResourceId, Type};
use proc_macro2::Ident;

use super::Context;
use super::argument::{ArgumentPlan, plan_path};
use super::case::{ident, snake_text};
use super::docs::Docs;
use super::features::Condition;
use super::imports::Imports;
use super::names::held_name;
use super::rust_type::RustType;
use super::scope::Scope;
use super::types::Types;

/// A method that leads to the operations on a resource.
#[derive(Debug, Hash)]
pub struct AccessorPlan {
    /// What it leads to.
    pub docs: Docs,
    /// When it is there, where that is not whenever the handle that it starts from is.
    pub condition: Condition,
    /// Its name.
    pub method: Ident,
    /// The handle that it returns.
    pub handle: RustType,
    /// Parameters of the handle it starts from, which are passed on.
    pub inherited: Vec<InheritedPlan>,
    /// The parameters that it takes.
    pub arguments: Vec<ArgumentPlan>,
}

/// A parameter of a path that a handle passes on.
#[derive(Debug, Hash)]
pub struct InheritedPlan {
    /// Its name in the handle.
    pub name: Ident,
    /// Whether it is copied without ado.
    pub is_copy: bool,
}

/// Plans the way from the client, or from the parent's handle, to a resource.
pub(super) fn plan(
    context: &Context<'_>,
    types: &mut Types<'_>,
    id: ResourceId,
    methods: &mut Scope,
) -> AccessorPlan {
    let resource = &context.api[id];
    let names = &context.names[id];
    let (method, passed_on) = match &resource.parent {
        Some(parent) => (parent.name.as_str(), context.api[parent.resource].path.parameters.len()),
        None => (resource.name.as_str(), 0),
    };
    let parameters = &resource.path.parameters;
    let passed_on = passed_on.min(parameters.len());
    let (inherited, own) = parameters.split_at(passed_on);
    let arguments = own.iter().map(|parameter| plan_argument(context, types, parameter)).collect();
    let mut docs = Docs::new(resource.docs.lines().next().unwrap_or_default());
    docs.sources(context.api, &resource.sources);
    let family = |id: ResourceId| context.api[id].family;
    let is_apart = resource.parent.as_ref().is_some_and(|it| family(it.resource) != family(id));
    let condition = match is_apart {
        true => context.features.of_family(context.api, resource.family),
        false => Condition::default(),
    };
    // What is not always there cannot be imported without a condition of its own.
    let handle = match condition.any_of.is_empty() {
        true => types.imports.item(&names.module, &names.handle),
        false => types.imports.path(&names.module, &names.handle),
    };
    AccessorPlan {
        docs,
        condition,
        method: methods.claim(&snake_text(method), "_resource"),
        handle,
        inherited: inherited.iter().map(plan_inherited).collect(),
        arguments,
    }
}

fn plan_inherited(parameter: &PathParameter) -> InheritedPlan {
    let is_copy =
        matches!(parameter.ty, Type::Integer | Type::Number | Type::Boolean | Type::Id(_));
    InheritedPlan { name: held_name(&parameter.name), is_copy }
}

/// The argument as the handle that is led to takes it. Where the other modules are a crate away,
/// that handle knows the ids of that crate, not those that this module declares.
fn plan_argument(
    context: &Context<'_>,
    types: &mut Types<'_>,
    parameter: &PathParameter,
) -> ArgumentPlan {
    if !context.options.is_apart() {
        return plan_path(types, parameter);
    }
    let declared = types.imports.declared().clone();
    let mut imports = Imports::new(&ident("client"), types.imports.generated(), declared);
    plan_path(&mut Types { api: types.api, names: types.names, imports: &mut imports }, parameter)
}
