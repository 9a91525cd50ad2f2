//! What operations send.

use deskpro_spec::api::Method;

use super::super::name::{self, Taken};
use super::super::problem::ImportProblemKind;
use super::super::schema::{Hint, Lowering, Property, Ty, Typed};
use super::super::source::{Media, Operation, Parameter, SourceBody, media_others};
use super::super::tree::Node;
use super::draft::Body;

/// What an operation sends.
pub(super) fn body<'t>(
    lowering: &mut Lowering<'_, 't>,
    operation: &Operation<'t>,
    path_names: &[String],
    hint: &Hint,
) -> Body<'t> {
    let Some(body) = &operation.body else { return Body::None };
    if matches!(operation.method, Method::Get | Method::Head) {
        let what = format!("a {} has a body", operation.method);
        let findings = &mut lowering.context.findings;
        findings.push(ImportProblemKind::Body, body.node, what, "it is left out");
        return Body::None;
    }
    if !body.form.is_empty() {
        let form = form_of_parameters(lowering, body, hint);
        return nameable(lowering, body, form, path_names);
    }
    let media = &body.media;
    let position = |wanted: fn(&Media<'t>) -> bool| media.iter().position(wanted);
    let taken = position(Media::is_json).or_else(|| position(Media::is_form));
    let taken = taken.or_else(|| position(Media::is_any)).or((!media.is_empty()).then_some(0));
    let Some((at, chosen)) = taken.and_then(|at| Some((at, *media.get(at)?))) else {
        let what = "this body has no media type";
        lowering.context.findings.note(ImportProblemKind::Body, body.node, what, "it is left out");
        return Body::None;
    };
    media_others(lowering.context, media, at);
    chosen.node.mark();
    if let Some(encoding) = chosen.node.get("encoding") {
        let what = "how the parts of this form are written is said one by one";
        let instead = "clients write fields as texts and files as files";
        lowering.context.findings.push(ImportProblemKind::Body, encoding, what, instead);
    }
    if chosen.is_form() {
        let form = form(lowering, body, chosen, hint);
        return nameable(lowering, body, form, path_names);
    }
    if chosen.is_json() || chosen.is_any() && is_object(lowering, chosen) {
        return json(lowering, body, chosen, hint);
    }
    content(lowering, body, &chosen)
}

/// A form of which every file can have its name in Rust, where no other can be given.
fn nameable<'t>(
    lowering: &mut Lowering<'_, 't>,
    body: &SourceBody<'t>,
    form: Body<'t>,
    path_names: &[String],
) -> Body<'t> {
    let Body::Form { files, fields } = form else { return form };
    let mut taken = Taken::new(name::field, &["send", "with", "follow_location"]);
    for name in path_names {
        taken.take(name);
    }
    if files.iter().all(|file| taken.take(&file.key)) {
        return Body::Form { files, fields };
    }
    let what = "a file of this form has a name that is taken, or none";
    let instead = "callers write it as a whole";
    lowering.context.findings.note(ImportProblemKind::Body, body.node, what, instead);
    let parts: Vec<_> = files.into_iter().chain(fields).collect();
    Body::Content { media_type: "multipart/form-data".to_owned(), docs: Some(listed(&parts)) }
}

/// A JSON object of fields, or any JSON.
fn json<'t>(
    lowering: &mut Lowering<'_, 't>,
    body: &SourceBody<'t>,
    media: Media<'t>,
    hint: &Hint,
) -> Body<'t> {
    let Some(schema) = media.schema else { return content(lowering, body, &media) };
    match lowering.members(schema, hint) {
        Some((mut fields, says)) if media.essence() == "application/json" || media.is_any() => {
            unread(&mut fields);
            let docs = body.docs.clone().or(says.documentation());
            // One word says no more than the fields do.
            let docs = docs.filter(|docs| docs.contains(' '));
            if fields.is_empty() { Body::None } else { Body::Fields { fields, docs } }
        }
        _ => {
            let typed = lowering.value(schema, hint);
            if typed.ty != Ty::JSON {
                let what = "this body is no object with known members, or no plain JSON";
                let instead = "callers write it as a whole";
                lowering.context.findings.note(ImportProblemKind::Body, schema, what, instead);
            }
            let docs = body.docs.clone().or(typed.says.documentation());
            let media_type = printable(media.name).unwrap_or("application/json").to_owned();
            Body::Content { media_type, docs }
        }
    }
}

/// Whether a body of any media type is an object with known members, which is sent as JSON.
fn is_object<'t>(lowering: &mut Lowering<'_, 't>, media: Media<'t>) -> bool {
    let schema = media.schema.and_then(|schema| lowering.context.resolve(schema));
    schema.is_some_and(|schema| schema.has("properties"))
}

/// What is only read is not sent.
fn unread(fields: &mut Vec<Property<'_>>) {
    fields.retain(|field| !field.typed.says.is_read_only);
}

/// A body of another media type.
fn content<'t>(
    lowering: &mut Lowering<'_, 't>,
    body: &SourceBody<'t>,
    media: &Media<'t>,
) -> Body<'t> {
    if let Some(schema) = media.schema.filter(|_| !media.is_json()) {
        let typed = lowering.value(schema, &Hint::within("body", "content"));
        if !matches!(typed.ty, Ty::Bytes | Ty::Word("string" | "json")) {
            let what = format!("the members of a body in `{}` are described", media.name);
            let instead = "callers write it as a whole";
            lowering.context.findings.note(ImportProblemKind::Body, schema, what, instead);
        }
    }
    let media_type = match (printable(media.name), media.is_any()) {
        (Some(name), false) => name.to_owned(),
        _ => "application/octet-stream".to_owned(),
    };
    Body::Content { media_type, docs: body.docs.clone() }
}

fn printable(name: &str) -> Option<&str> {
    let is_good = !name.is_empty() && name.bytes().all(|byte| (b'!'..=b'~').contains(&byte));
    is_good.then_some(name)
}

/// A form whose parts are the members of a schema.
fn form<'t>(
    lowering: &mut Lowering<'_, 't>,
    body: &SourceBody<'t>,
    media: Media<'t>,
    hint: &Hint,
) -> Body<'t> {
    let members = media.schema.and_then(|schema| {
        let files = files(lowering, schema);
        lowering.members(schema, hint).map(|members| (files, members))
    });
    let Some((files, (mut members, _))) = members else { return content(lowering, body, &media) };
    unread(&mut members);
    let (files, fields): (Vec<_>, Vec<_>) =
        members.into_iter().partition(|member| files.contains(&member.key));
    whole(lowering, body, media.node, files, fields)
}

/// The members of a form that are files.
fn files<'t>(lowering: &mut Lowering<'_, 't>, schema: Node<'t>) -> Vec<String> {
    let Some(schema) = lowering.context.resolve(schema) else { return Vec::new() };
    let members = schema.get("properties").map(Node::members).unwrap_or_default();
    let files = members.into_iter().filter_map(|(key, node)| {
        let ty = lowering.value(node, &Hint::within("form", key)).ty;
        let is_file = ty == Ty::Bytes || ty == Ty::List(Box::new(Ty::STRING)) && is_binary(node);
        is_file.then(|| key.to_owned())
    });
    files.collect()
}

/// Whether a list is one of files.
fn is_binary(node: Node<'_>) -> bool {
    let items = if node.has("items") { node.get("items") } else { None };
    items.is_some_and(|items| items.has("format") && items.text_of("format") == Some("binary"))
}

/// A form of the oldest version.
fn form_of_parameters<'t>(
    lowering: &mut Lowering<'_, 't>,
    body: &SourceBody<'t>,
    hint: &Hint,
) -> Body<'t> {
    let is_form = |media: &Media<'_>| media.essence() == "multipart/form-data";
    let is_urlencoded = body.media.iter().any(|it| it.essence().ends_with("urlencoded"));
    let mut files = Vec::new();
    let mut fields = Vec::new();
    for parameter in &body.form {
        let (property, is_file) = part(lowering, parameter, hint);
        if is_file { files.push(property) } else { fields.push(property) }
    }
    if files.is_empty() && is_urlencoded && !body.media.iter().any(is_form) {
        let what = "this form is sent as `application/x-www-form-urlencoded`";
        let instead = "callers write it as a whole";
        lowering.context.findings.note(ImportProblemKind::Body, body.node, what, instead);
        let media_type = "application/x-www-form-urlencoded".to_owned();
        return Body::Content { media_type, docs: Some(listed(&fields)) };
    }
    body.media.iter().for_each(|media| media.node.mark());
    whole(lowering, body, body.node, files, fields)
}

/// A part of a form of the oldest version, and whether it is a file.
fn part<'t>(
    lowering: &mut Lowering<'_, 't>,
    parameter: &Parameter<'t>,
    hint: &Hint,
) -> (Property<'t>, bool) {
    let hint = Hint::within(&hint.full, parameter.name);
    let typed = lowering.value(parameter.node, &hint);
    let is_file = typed.ty == Ty::Bytes;
    let ty = if is_file { Ty::STRING } else { typed.ty.clone() };
    let mut typed = Typed { ty, ..typed };
    typed.says.docs = parameter.docs.clone().or(typed.says.docs);
    let (key, is_required) = (parameter.name.to_owned(), parameter.is_required);
    (Property { node: parameter.node, key, is_required, typed }, is_file)
}

/// A form, where its parts can have names; a form without files is no form of this format.
fn whole<'t>(
    lowering: &mut Lowering<'_, 't>,
    body: &SourceBody<'t>,
    node: Node<'t>,
    files: Vec<Property<'t>>,
    fields: Vec<Property<'t>>,
) -> Body<'t> {
    if !files.is_empty() {
        return Body::Form { files, fields };
    }
    let what = "this is a form without files";
    let instead = "callers write it as a whole";
    lowering.context.findings.note(ImportProblemKind::Body, node, what, instead);
    let docs = match &body.docs {
        Some(docs) => format!("{docs}\n\n{}", listed(&fields)),
        None => listed(&fields),
    };
    Body::Content { media_type: "multipart/form-data".to_owned(), docs: Some(docs) }
}

/// The fields of a form as prose.
pub(super) fn listed(fields: &[Property<'_>]) -> String {
    let line = |field: &Property<'_>| {
        let required = if field.is_required { " (required)" } else { "" };
        let docs = field.typed.says.documentation().unwrap_or_default();
        let docs = docs.lines().next().unwrap_or_default().to_owned();
        format!("- `{}`{required}: {docs}", field.key).trim_end_matches([':', ' ']).to_owned()
    };
    let lines: Vec<_> = fields.iter().map(line).collect();
    format!("A form.\n\n{}", lines.join("\n"))
}
