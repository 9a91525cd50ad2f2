//! One operation: the method that begins it, and the request that the method returns.

use deskpro_spec::api::{Operation, Payload, Repeat, ResourceId};
use proc_macro2::Ident;

use super::Context;
use super::argument::{ArgumentPlan, is_many, plan_path};
use super::case::{camel, ident};
use super::docs::{Docs, deprecation_note};
use super::example::{self, ExamplePlan, Subject};
use super::features::Section;
use super::names::{OperationNames, held_name};
use super::request::{Part, PartPlan, RequestPlan, plan_finish, plan_parts};
use super::rust_type::RustType;
use super::scope::Scope;
use super::types::Types;

/// One operation.
#[derive(Debug, Hash)]
pub struct OperationPlan {
    /// The section of the module that it belongs to.
    pub section: Section,
    /// What it does.
    pub docs: Docs,
    /// The example that the docs end with, where examples are asked for.
    pub example: Option<ExamplePlan>,
    /// The method that begins it.
    pub method: Ident,
    /// Why it should not be used.
    pub deprecated: Option<String>,
    /// What the method takes: parameters of the path and whatever is required.
    pub arguments: Vec<ArgumentPlan>,
    /// Whether these are more than a method usually takes.
    pub many_arguments: bool,
    /// The values of the path's parameters, in order.
    pub path: Vec<PathValue>,
    /// What the method sets from its arguments.
    pub required: Vec<PartPlan>,
    /// The method that takes the body from a struct of the user's instead.
    pub from: Option<FromPlan>,
    /// Its facts, as a constant.
    pub facts: FactsPlan,
    /// The request that the method returns.
    pub request: RequestPlan,
    /// The name of its error type, and what it is an alias of when it is one.
    pub error: ErrorAlias,
}

/// A method that begins an operation with the body in a struct of the user's.
#[derive(Debug, Hash)]
pub struct FromPlan {
    /// What it does.
    pub docs: Docs,
    /// The method.
    pub method: Ident,
    /// What else it takes: parameters of the path, and what is required of the query.
    pub arguments: Vec<ArgumentPlan>,
    /// What it sets from these.
    pub required: Vec<PartPlan>,
    /// The argument that is the struct.
    pub input: Ident,
}

/// A value of a parameter of the path.
#[derive(Debug, Hash)]
pub enum PathValue {
    /// The handle holds it.
    Handle(Ident),
    /// The method takes it.
    Argument(Ident),
}

/// What is known of an operation before a request is made.
#[derive(Debug, Hash)]
pub struct FactsPlan {
    /// The name of the constant.
    pub constant: Ident,
    /// The name of the operation: `tickets.list`.
    pub name: String,
    /// The variant of the runtime's `Method`.
    pub method: Ident,
    /// The template of its path.
    pub path: String,
    /// Whether some helpdesks take the other one of PUT and POST.
    pub negotiable: bool,
    /// Whether it may be repeated.
    pub repeatable: bool,
    /// The statuses of success.
    pub success: Vec<u16>,
    /// The media types that are asked for, where the answer is no JSON.
    pub accept: Option<&'static str>,
}

/// The error type of an operation.
#[derive(Debug, Hash)]
pub struct ErrorAlias {
    /// What it is.
    pub docs: Docs,
    /// Its name.
    pub name: Ident,
    /// The shared set; `None` when the set itself has this name.
    pub set: Option<RustType>,
}

/// Plans one operation of a resource, for a section of its module.
pub(super) fn plan(
    context: &Context<'_>,
    types: &mut Types<'_>,
    (resource, section): (ResourceId, Section),
    operation: &Operation,
    names: &OperationNames,
) -> OperationPlan {
    for name in ["Method", "Operation", "Request"] {
        types.imports.runtime(name);
    }
    let mut scope = Scope::with(&["self"]);
    let (path, mut arguments) = plan_path_values(context, types, resource, operation, &mut scope);
    let shared = context.requests.request(types, operation);
    let (required, setters) = plan_parts(types, operation, &mut scope, shared.is_some());
    let from = names.from.as_ref().map(|method| {
        types.imports.runtime("Input");
        plan_from(method, names, &arguments, &required, &mut scope)
    });
    arguments.extend(required.iter().map(|part| part.argument.clone()));
    let handle = &context.names[resource].handle;
    types.imports.own(handle);
    let mut docs = operation_docs(context, operation, section, &required);
    let finish = plan_finish(context, types, operation, &setters, shared);
    let subject = Subject { resource, operation, names, required: &required, setters: &setters };
    let example = example::plan(context, subject);
    example::show(context, example.as_ref(), &mut docs);
    OperationPlan {
        section,
        docs,
        example,
        method: names.method.clone(),
        deprecated: operation.deprecated.as_ref().map(deprecation_note),
        many_arguments: is_many(arguments.len() + 1),
        arguments,
        path,
        required,
        from,
        facts: plan_facts(context, resource, operation, names),
        request: RequestPlan {
            docs: Docs::line(format!("A request of [`{handle}::{}`].", names.method)),
            name: names.request.clone(),
            setters,
            finish,
        },
        error: plan_error(context, types, operation, names, handle),
    }
}

/// Parameters of the resource's path come from the handle, the others from the caller.
fn plan_path_values(
    context: &Context<'_>,
    types: &mut Types<'_>,
    resource: ResourceId,
    operation: &Operation,
    scope: &mut Scope,
) -> (Vec<PathValue>, Vec<ArgumentPlan>) {
    let held = &context.api[resource].path.parameters;
    let mut values = Vec::new();
    let mut arguments = Vec::new();
    for parameter in &operation.path.parameters {
        if held.contains(parameter) {
            values.push(PathValue::Handle(held_name(&parameter.name)));
            continue;
        }
        let mut argument = plan_path(types, parameter);
        argument.name = scope.claim(&argument.name.to_string(), "_parameter");
        values.push(PathValue::Argument(argument.name.clone()));
        arguments.push(argument);
    }
    (values, arguments)
}

/// What is required of the body is in the struct; the rest the method takes itself.
fn plan_from(
    method: &Ident,
    names: &OperationNames,
    path: &[ArgumentPlan],
    required: &[PartPlan],
    scope: &mut Scope,
) -> FromPlan {
    let required: Vec<_> =
        required.iter().filter(|part| part.part == Part::Query).cloned().collect();
    let method_docs =
        format!("As [`{0}`](Self::{0}), with the body in a struct of your own.", names.method);
    FromPlan {
        docs: Docs::line(method_docs),
        method: method.clone(),
        arguments: path.iter().chain(required.iter().map(|part| &part.argument)).cloned().collect(),
        required,
        input: scope.claim("input", "_struct"),
    }
}

fn operation_docs(
    context: &Context<'_>,
    operation: &Operation,
    section: Section,
    required: &[PartPlan],
) -> Docs {
    let mut docs = Docs::new(&operation.docs);
    docs.paragraph(format!("`{} {}`", operation.method, operation.path.template));
    for (index, part) in required.iter().enumerate() {
        if index == 0 {
            docs.lines.push(String::new());
        }
        let meaning = part.argument.docs.lines.first().map_or("", String::as_str);
        docs.lines.push(format!("- `{}`: {meaning}", part.argument.name));
    }
    if operation.unverified {
        docs.paragraph("Unverified: inferred from a request model, never seen at work.");
    }
    if let Section::Family(family) = section {
        for feature in context.features.of_family(context.api, Some(family)).any_of {
            docs.paragraph(format!("It needs the feature `{feature}` too."));
        }
    }
    if let Some(since) = &operation.since {
        docs.text(&format!("Since version {since}."));
    }
    docs.sources(context.api, &operation.sources);
    docs
}

fn plan_facts(
    context: &Context<'_>,
    resource: ResourceId,
    operation: &Operation,
    names: &OperationNames,
) -> FactsPlan {
    FactsPlan {
        constant: names.facts.clone(),
        name: format!("{}.{}", context.api[resource].name, operation.name),
        method: ident(&camel(operation.method.as_str())),
        path: operation.path.template.clone(),
        negotiable: operation.negotiable,
        repeatable: operation.repeat == Repeat::Safe,
        success: operation.success.iter().map(|success| success.status).collect(),
        accept: matches!(operation.returns, Payload::Text | Payload::Bytes).then_some("*/*"),
    }
}

fn plan_error(
    context: &Context<'_>,
    types: &mut Types<'_>,
    operation: &Operation,
    names: &OperationNames,
    handle: &Ident,
) -> ErrorAlias {
    let set = &context.names[operation.errors];
    let set = types.imports.item(&set.module, &set.name);
    let is_own = set == RustType::Named(names.error.clone());
    ErrorAlias {
        docs: Docs::line(format!("Why [`{handle}::{}`] was refused.", names.method)),
        name: names.error.clone(),
        set: (!is_own).then_some(set),
    }
}
