//! What a description says.

use std::collections::BTreeSet;

use deskpro_spec::api::{Api, Field, Operation, Payload, Shape, Type, TypeKind};

/// A line for each operation, status, parameter, and field that is sent or answered.
pub(crate) fn lines(api: &Api) -> BTreeSet<String> {
    let mut lines = BTreeSet::new();
    for operation in api.resources.iter().flat_map(|resource| &resource.operations) {
        let head = format!("{} {}", operation.method, operation.path.template);
        asked(api, operation, &head, &mut lines);
        for success in &operation.success {
            let head = format!("{head} {}", success.status);
            answered(api, operation, success.shape, &head, &mut lines);
            lines.insert(head);
        }
        let refusals = &api[operation.errors].outcomes;
        lines.extend(refusals.iter().map(|outcome| format!("{head} {}", outcome.status)));
    }
    lines
}

/// Parameters, and what the body takes.
fn asked(api: &Api, operation: &Operation, head: &str, lines: &mut BTreeSet<String>) {
    for parameter in &operation.path.parameters {
        lines.insert(format!("{head} path {}: {}", parameter.name, type_of(api, &parameter.ty)));
    }
    for parameter in &operation.query {
        lines.insert(format!("{head} query {}: {}", parameter.name, type_of(api, &parameter.ty)));
    }
    for field in operation.body.iter().flat_map(|body| &body.fields) {
        let sign = if field.required { "" } else { "?" };
        let before = format!("{head} takes {}", field.name);
        lines.insert(format!("{before}{sign}: {}", type_of(api, &field.ty)));
        // What is written of an object says whether it is required.
        inner(api, &field.ty, &before, |field| field.required, lines);
    }
}

/// The envelope and what is in it.
fn answered(
    api: &Api,
    operation: &Operation,
    shape: Shape,
    head: &str,
    lines: &mut BTreeSet<String>,
) {
    let Payload::Resource(resource) = operation.returns else { return };
    let data = &api.envelope.data;
    match shape {
        Shape::Page => lines.insert(format!("{head} {data}: list of object")),
        Shape::One => lines.insert(format!("{head} {data}: object")),
        _ => return,
    };
    for field in api[resource].fields.iter().filter(|field| field.access.is_read()) {
        read(api, field, &format!("{head} {data}."), |field| !field.optional, lines);
    }
    if let Some(links) = &api.envelope.links {
        lines.insert(format!("{head} {}?: object", links.name));
        let entry =
            |(name, _): &(String, String)| format!("{}.{name}?: string or null", links.name);
        lines.extend(links.entries.iter().map(|name| format!("{head} {}", entry(name))));
    }
    let meta = &api.envelope.meta;
    lines.insert(format!("{head} {meta}?: object"));
    for page in api.envelope.pages.iter().filter(|page| page.under.is_none()) {
        let names = [&page.total, &page.page, &page.per_page, &page.total_pages];
        let names = names.into_iter().chain(&page.count);
        lines.extend(names.map(|name| format!("{head} {meta}.{name}?: integer")));
    }
}

fn read(
    api: &Api,
    field: &Field,
    before: &str,
    is_sure: fn(&Field) -> bool,
    lines: &mut BTreeSet<String>,
) {
    let name = format!("{before}{}", field.name);
    let sign = if is_sure(field) { "" } else { "?" };
    let null = if field.nullable { " or null" } else { "" };
    lines.insert(format!("{name}{sign}: {}{null}", type_of(api, &field.ty)));
    inner(api, &field.ty, &name, is_sure, lines);
}

/// The fields of objects within a value.
fn inner(
    api: &Api,
    ty: &Type,
    before: &str,
    is_sure: fn(&Field) -> bool,
    lines: &mut BTreeSet<String>,
) {
    let Type::Named(id) = ty else { return };
    if let TypeKind::Object(fields) = &api[*id].kind {
        for field in fields {
            read(api, field, &format!("{before}."), is_sure, lines);
        }
    }
}

/// The type of a value in few words, as `documented` has them.
fn type_of(api: &Api, ty: &Type) -> String {
    match ty {
        Type::String => "string".to_owned(),
        Type::Integer | Type::Id(_) => "integer".to_owned(),
        Type::Number => "number".to_owned(),
        Type::Boolean => "boolean".to_owned(),
        Type::DateTime => "datetime".to_owned(),
        Type::List(item) => format!("list of {}", type_of(api, item)),
        Type::Map(item) => format!("map of {}", type_of(api, item)),
        Type::Named(id) => match &api[*id].kind {
            TypeKind::Enum(values) => {
                let values: BTreeSet<_> = values.iter().map(|value| value.value.as_str()).collect();
                format!("one of {values:?}")
            }
            _ => "object".to_owned(),
        },
        other => format!("{other:?}"),
    }
}
