//! What operations send in their bodies.

use serde_json::Value;

use super::fields::{Home, fields};
use super::fitting::{Direction, Fitting};
use super::headers::check_value;
use super::names::{Names, Scope, sorted};
use super::report::Report;
use super::sources::cited;
use super::words::prose;
use crate::api::{
    Body, BodyFormat, Field, FilePart, InputField, Meaning, Method, ResourceId, Type,
};
use crate::document::{BodyDoc, OperationDoc, Text};
use crate::problem::Problem;
use crate::problem::codes::meaning::{GET_WITH_BODY, INCOMPLETE_BODY, NOTHING_TO_WRITE};

/// The media type of JSON.
const JSON: &str = "application/json";

/// What an operation sends: its own body, or for create and update the fields of the resource that
/// can be set.
pub(super) fn body(
    names: &Names<'_>,
    report: &mut Report,
    (resource, resource_fields): (ResourceId, &[Field]),
    (name, doc): (&Text, &OperationDoc),
    (meaning, method): (Meaning, Method),
) -> Option<Body> {
    let body = match &doc.body {
        Some(body) => own(names, report, resource, body)?,
        None => inherited(names, report, (resource, resource_fields), name, meaning)?,
    };
    if matches!(method, Method::Get | Method::Head) {
        let place = doc.method.as_ref().map_or(name.place, |method| method.place);
        let message = format!("`{}` is a {method} and sends a body", name.value);
        report.push(
            Problem::new(GET_WITH_BODY, place, message)
                .label(format!("{method} has no body"))
                .help("send it as query parameters, or with PUT or POST"),
        );
    }
    Some(body)
}

/// The body that an operation states.
fn own(
    names: &Names<'_>,
    report: &mut Report,
    resource: ResourceId,
    doc: &BodyDoc,
) -> Option<Body> {
    complete(report, doc);
    if let Some(content) = &doc.content {
        check_value(report, content);
        let docs = prose(report, doc.docs.as_ref());
        let format = match content.value.as_str() {
            JSON => BodyFormat::Json { docs },
            media_type => BodyFormat::Raw { media_type: media_type.to_owned(), docs },
        };
        return Some(Body { format, fields: Vec::new() });
    }
    let fields = fields(names, report, Scope::Resource(resource), Home::Body, &doc.fields);
    let fields: Vec<_> = fields.iter().map(|field| input(names, field, field.required)).collect();
    let files = files(names, report, doc);
    if fields.is_empty() && files.is_empty() {
        return None;
    }
    let format = if files.is_empty() { BodyFormat::Object } else { BodyFormat::Form(files) };
    Some(Body { format, fields: required_first(fields) })
}

/// What a create or an update sends that does not say it itself.
fn inherited(
    names: &Names<'_>,
    report: &mut Report,
    (resource, resource_fields): (ResourceId, &[Field]),
    name: &Text,
    meaning: Meaning,
) -> Option<Body> {
    if !matches!(meaning, Meaning::Create | Meaning::Update)
        || !report.unfold(resource_fields.len(), name.place)
    {
        return None;
    }
    let is_created = meaning == Meaning::Create;
    let is_sent = |field: &&Field| match is_created {
        true => field.access.is_created(),
        false => field.access.is_updated(),
    };
    let sent = resource_fields.iter().filter(is_sent);
    let fields: Vec<_> =
        sent.map(|field| input(names, field, is_created && field.required)).collect();
    if fields.is_empty() {
        nothing_to_write(report, names.resource_name(resource), name);
        return None;
    }
    Some(Body { format: BodyFormat::Object, fields: required_first(fields) })
}

/// Reports a body that does not say what it is.
fn complete(report: &mut Report, doc: &BodyDoc) {
    let (message, help) = match (&doc.content, &doc.docs) {
        (Some(_), None) => ("nothing says what this body is", "say it: `docs: The package.`"),
        (None, Some(_)) => {
            ("`docs` without `content`", "fields and files have documentation of their own")
        }
        (None, None) if doc.fields.is_empty() && doc.files.is_empty() => {
            ("this body holds nothing", "give it `fields`, `files` or `content`")
        }
        _ => return,
    };
    report.push(Problem::new(INCOMPLETE_BODY, doc.place, message).label("incomplete").help(help));
}

/// The files of a form: required ones first, then by name.
fn files(names: &Names<'_>, report: &mut Report, doc: &BodyDoc) -> Vec<FilePart> {
    let mut files = Vec::new();
    for (name, doc) in sorted(&doc.files) {
        files.push(FilePart {
            name: name.value.clone(),
            docs: prose(report, doc.docs.as_ref()),
            required: doc.required.as_ref().is_some_and(|required| required.value),
            sources: cited(names, report, &doc.source),
            place: name.place,
        });
    }
    files.sort_by_key(|file| !file.required);
    files
}

/// Required ones first, texts before all else: `create("Printer on fire", person)`.
fn required_first(mut inputs: Vec<InputField>) -> Vec<InputField> {
    inputs.sort_by_key(|input| (!input.required, input.required && input.ty != Type::String));
    inputs
}

fn input(names: &Names<'_>, field: &Field, required: bool) -> InputField {
    let ty = sent(names, field.write_type());
    let nullable = field.write_nullable();
    // An example shows what is read, which is not always what is sent.
    let fitting = Fitting { names, direction: Direction::Written };
    let is_sent = |example: &Value| fitting.value(&ty, nullable, example).is_none();
    InputField {
        example: field.example.clone().filter(is_sent),
        name: field.name.clone(),
        rust_name: field.rust_name.clone(),
        docs: field.docs.clone(),
        sources: field.sources.clone(),
        ty,
        nullable,
        required,
        sensitive: field.sensitive,
        deprecated: field.deprecated.clone(),
        place: field.place,
    }
}

/// A reference is sent as an id.
fn sent(names: &Names<'_>, ty: &Type) -> Type {
    match ty {
        Type::Ref(resource) => names.id_type(*resource).unwrap_or(Type::Json),
        Type::List(item) => Type::List(Box::new(sent(names, item))),
        Type::Map(item) => Type::Map(Box::new(sent(names, item))),
        other => other.clone(),
    }
}

fn nothing_to_write(report: &mut Report, resource: &str, name: &Text) {
    let message = format!("`{}` has nothing to send", name.value);
    report.push(
        Problem::new(NOTHING_TO_WRITE, name.place, message)
            .label("no field can be set")
            .help(format!("no field of `{resource}` is writable here; change their `access`, or give the operation a `body`")),
    );
}
