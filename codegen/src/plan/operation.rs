//! One operation: the method that begins it, and the request that the method returns.

use deskpro_spec::api::{Meaning, Operation, Repeat, ResourceId, Shape, Type};
use proc_macro2::Ident;

use super::argument::{ArgumentPlan, is_many, plan_input, plan_path, plan_query};
use super::docs::{Docs, deprecation_note};
use super::names::{OPERATORS, OperationNames, Scope, camel, held_name, ident};
use super::rust_type::{RustType, Types};
use super::{Context, example};

/// One operation.
#[derive(Debug)]
pub struct OperationPlan {
    /// What it does.
    pub docs: Docs,
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
    /// Its facts, as a constant.
    pub facts: FactsPlan,
    /// The request that the method returns.
    pub request: RequestPlan,
    /// The name of its error type, and what it is an alias of when it is one.
    pub error: ErrorAlias,
}

/// A value of a parameter of the path.
#[derive(Debug)]
pub enum PathValue {
    /// The handle holds it.
    Handle(Ident),
    /// The method takes it.
    Argument(Ident),
}

/// A part of a request.
#[derive(Debug)]
pub struct PartPlan {
    /// Which part.
    pub part: Part,
    /// Its name on the wire.
    pub wire: String,
    /// The argument that it is made of.
    pub argument: ArgumentPlan,
}

/// Which part of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// A parameter of the query.
    Query,
    /// A parameter of the query that takes a list.
    QueryList,
    /// A member of the body.
    Field,
}

/// What is known of an operation before a request is made.
#[derive(Debug)]
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
}

/// The request of an operation.
#[derive(Debug)]
pub struct RequestPlan {
    /// What it is.
    pub docs: Docs,
    /// Its name.
    pub name: Ident,
    /// What may be set.
    pub setters: Vec<RequestSetter>,
    /// How it is sent.
    pub finish: Finish,
}

/// A method that sets a part of a request.
#[derive(Debug)]
pub struct RequestSetter {
    /// The method.
    pub method: Ident,
    /// Why it should not be used.
    pub deprecated: Option<String>,
    /// What it sets.
    pub part: PartPlan,
}

/// How a request is sent.
#[derive(Debug)]
pub struct Finish {
    /// What comes back.
    pub answer: RustType,
    /// The data of it.
    pub data: RustType,
    /// Whether more pages may follow.
    pub pages: bool,
    /// Whether it can answer with the resource itself.
    pub follow_location: bool,
}

/// The error type of an operation.
#[derive(Debug)]
pub struct ErrorAlias {
    /// What it is.
    pub docs: Docs,
    /// Its name.
    pub name: Ident,
    /// The shared set; `None` when the set itself has this name.
    pub set: Option<RustType>,
}

/// Plans one operation of a resource.
pub(super) fn plan(
    context: &Context<'_>,
    types: &mut Types<'_>,
    resource: ResourceId,
    operation: &Operation,
    names: &OperationNames,
) -> OperationPlan {
    for name in ["Method", "Operation", "Request", "ResponseFuture"] {
        types.imports.runtime(name);
    }
    let mut scope = Scope::with(&["self"]);
    let (path, mut arguments) = plan_path_values(context, types, resource, operation, &mut scope);
    let (required, setters) = plan_parts(types, operation, &mut scope);
    arguments.extend(required.iter().map(|part| part.argument.clone()));
    let handle = &context.names[resource].handle;
    let mut docs = operation_docs(context, operation, &required);
    let finish = plan_finish(context, types, operation);
    example::push(context, resource, operation, names, &setters, &mut docs);
    OperationPlan {
        docs,
        method: names.method.clone(),
        deprecated: operation.deprecated.as_ref().map(deprecation_note),
        many_arguments: is_many(arguments.len() + 1),
        arguments,
        path,
        required,
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

/// What is required becomes arguments of the method, the rest setters of the request.
fn plan_parts(
    types: &mut Types<'_>,
    operation: &Operation,
    arguments: &mut Scope,
) -> (Vec<PartPlan>, Vec<RequestSetter>) {
    let taken = ["send", "pages", "items", "follow_location", "clone", "fmt"];
    let mut methods = Scope::with(&taken).and(OPERATORS);
    let mut required = Vec::new();
    let mut setters = Vec::new();
    let mut push = |must: bool, mut part: PartPlan, deprecated: Option<String>| {
        let suffix = if part.part == Part::Field { "_field" } else { "_parameter" };
        let name = part.argument.name.to_string();
        if must {
            part.argument.name = arguments.claim(&name, suffix);
            required.push(part);
        } else {
            setters.push(RequestSetter { method: methods.claim(&name, suffix), deprecated, part });
        }
    };
    for parameter in &operation.query {
        let argument = plan_query(types, parameter);
        let is_list = matches!(parameter.ty, Type::List(_));
        let part = if is_list { Part::QueryList } else { Part::Query };
        let part = PartPlan { part, wire: parameter.name.clone(), argument };
        push(parameter.required, part, None);
    }
    for field in operation.body.iter().flat_map(|body| &body.fields) {
        let argument = plan_input(types, field);
        let part = PartPlan { part: Part::Field, wire: field.name.clone(), argument };
        push(field.required, part, field.deprecated.as_ref().map(deprecation_note));
    }
    (required, setters)
}

fn operation_docs(context: &Context<'_>, operation: &Operation, required: &[PartPlan]) -> Docs {
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
    }
}

/// The richest of the documented shapes says what comes back.
fn plan_finish(context: &Context<'_>, types: &mut Types<'_>, operation: &Operation) -> Finish {
    let has = |shape| operation.success.iter().any(|success| success.shape == shape);
    let meaning = context.api[operation.verb].meaning;
    let data = types.payload(operation.returns);
    let pages = has(Shape::Page);
    let answer = if pages {
        types.imports.runtime("Pages");
        types.imports.runtime("Items");
        types.generic("Page", data.clone())
    } else if has(Shape::Created) {
        types.generic("Created", data.clone())
    } else if meaning == Meaning::Update {
        types.generic("Updated", data.clone())
    } else if has(Shape::One) {
        types.generic("Envelope", data.clone())
    } else if meaning == Meaning::Delete {
        types.runtime("Deleted")
    } else {
        types.runtime("Empty")
    };
    if operation.follow_location {
        types.imports.runtime("FollowLocation");
    }
    Finish { answer, data, pages, follow_location: operation.follow_location }
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
