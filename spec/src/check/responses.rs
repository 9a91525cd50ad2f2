//! What success looks like: its statuses, its shape and what it returns.

use super::names::{Names, Scope, is_untyped};
use super::report::Report;
use super::statuses::declared;
use super::words::word;
use crate::api::{Method, Payload, ResourceId, Shape, Success, Verb};
use crate::document::{Located, OperationDoc, ResourceDoc, Text, TypeKindDoc, VerbDoc};
use crate::problem::Problem;
use crate::problem::codes::meaning::{
    EMPTY_TYPE, FOLLOW_WITHOUT_LOCATION, MIXED_SHAPES, NEGOTIABLE_METHOD, NO_SUCCESS,
    NOT_A_SUCCESS, RETURNS_CONTRADICTS_SHAPE, RETURNS_NOT_OBJECT, UNKNOWN_TYPE,
};

/// The switches that a verb sets and an operation may set otherwise.
pub(super) struct Effects<'d> {
    negotiable: Switch<'d>,
    location: Switch<'d>,
    follow_location: Switch<'d>,
}

#[derive(Clone, Copy)]
struct Switch<'d> {
    own: Option<&'d Located<bool>>,
    inherited: bool,
}

impl<'d> Effects<'d> {
    /// What a verb sets.
    pub(super) fn of_verb(doc: &'d VerbDoc) -> Self {
        let switch = |own: &'d Option<_>| Switch { own: own.as_ref(), inherited: false };
        Self {
            negotiable: switch(&doc.negotiable),
            location: switch(&doc.location),
            follow_location: switch(&doc.follow_location),
        }
    }

    /// What an operation sets, and else its verb.
    pub(super) fn of_operation(doc: &'d OperationDoc, verb: &Verb) -> Self {
        let switch = |own: &'d Option<_>, inherited| Switch { own: own.as_ref(), inherited };
        Self {
            negotiable: switch(&doc.negotiable, verb.negotiable),
            location: switch(&doc.location, verb.location),
            follow_location: switch(&doc.follow_location, verb.follow_location),
        }
    }

    /// Reports switches that contradict each other or the method.
    pub(super) fn check(&self, report: &mut Report, method: Option<Method>) {
        let fixed = method.filter(|method| method.other().is_none());
        if let (Some(method), Some(own)) = (fixed, self.negotiable.own.filter(|own| own.value)) {
            let message = format!("{method} has no counterpart to negotiate");
            report.push(
                Problem::new(NEGOTIABLE_METHOD, own.place, message)
                    .label("only for PUT and POST")
                    .help("`negotiable` says that some helpdesks take PUT for POST or the reverse"),
            );
        }
        let own = self.follow_location.own.or(self.location.own);
        if let Some(own) = own.filter(|_| self.follows_location() && !self.has_location()) {
            let message = "`follow_location` without `location`";
            report.push(
                Problem::new(FOLLOW_WITHOUT_LOCATION, own.place, message)
                    .label("there is no location to follow")
                    .help("either set both or none of them"),
            );
        }
    }

    /// Whether some helpdesks take the other one of PUT and POST.
    pub(super) fn is_negotiable(&self) -> bool {
        self.negotiable.is_on()
    }

    /// Whether success carries an address.
    pub(super) fn has_location(&self) -> bool {
        self.location.is_on()
    }

    /// Whether success may answer with the resource itself.
    pub(super) fn follows_location(&self) -> bool {
        self.follow_location.is_on()
    }
}

impl Switch<'_> {
    fn is_on(self) -> bool {
        self.own.map_or(self.inherited, |own| own.value)
    }
}

/// What success looks like, by status.
pub(super) fn success(
    names: &Names<'_>,
    report: &mut Report,
    entries: &[(Located<i64>, Text)],
) -> Vec<Success> {
    let mut list = Vec::new();
    for (number, shape_text) in entries {
        let shape = word(report, Some(shape_text));
        let Some(status) = declared(names, report, number) else {
            continue;
        };
        if !(200..300).contains(&status) {
            let message = format!("status {status} is not a success");
            report.push(
                Problem::new(NOT_A_SUCCESS, number.place, message)
                    .label("not from 200 to 299")
                    .help("refusals are listed under `errors`"),
            );
        }
        if let Some(shape) = shape {
            unmixed(report, &list, shape, shape_text);
            list.push(Success { status, shape });
        }
    }
    list.sort_by_key(|success| success.status);
    list
}

/// Reports an operation that can never succeed.
pub(super) fn succeeds(report: &mut Report, success: &[Success], doc: &OperationDoc, name: &Text) {
    if success.is_empty() && doc.success.is_empty() {
        let message = format!("nothing says what success of `{}` looks like", name.value);
        report.push(
            Problem::new(NO_SUCCESS, name.place, message)
                .label("no `success`, here or in its verb")
                .help("say which status brings what: `success: { 200: one }`"),
        );
    }
}

/// What the data of a response is.
pub(super) fn returns(
    names: &Names<'_>,
    report: &mut Report,
    resource: ResourceId,
    doc: &OperationDoc,
    name: &Text,
    success: &mut [Success],
) -> Payload {
    let is_empty = success.iter().all(|success| success.shape == Shape::Empty);
    let payload = match &doc.returns {
        None if is_empty => Payload::Nothing,
        None => Payload::Resource(resource),
        Some(text) => match named(names, report, resource, text) {
            Some(payload) => {
                agrees(report, text, payload, is_empty);
                if matches!(payload, Payload::Text | Payload::Bytes) {
                    unwrapped(report, text, success);
                }
                payload
            }
            None => return Payload::Json,
        },
    };
    if let Payload::Resource(returned) = payload {
        let place = doc.returns.as_ref().map_or(name.place, |text| text.place);
        let doc = names.resource_doc(returned);
        if doc.fields.is_empty() && !is_untyped(doc) {
            let message = format!("the resource `{}` has no fields", names.resource_name(returned));
            report.push(
                Problem::new(EMPTY_TYPE, place, message)
                    .label("returns it")
                    .help("describe its `fields`, or say `returns: json`"),
            );
        }
    }
    payload
}

/// What is no JSON has no envelope around it.
fn unwrapped(report: &mut Report, text: &Text, success: &mut [Success]) {
    if success.iter().any(|success| success.shape == Shape::Page) {
        let message = format!("`{}` comes in no pages", text.value);
        report.push(
            Problem::new(RETURNS_CONTRADICTS_SHAPE, text.place, message)
                .label("contradicts `success`")
                .help("say `bare` in `success`"),
        );
    }
    let full = success.iter_mut().filter(|success| success.shape != Shape::Empty);
    full.for_each(|success| success.shape = Shape::Bare);
}

fn unmixed(report: &mut Report, list: &[Success], shape: Shape, text: &Text) {
    let is_page = |shape| shape == Shape::Page;
    let others = list.iter().filter(|success| success.shape != Shape::Empty);
    if shape != Shape::Empty
        && others.into_iter().any(|other| is_page(other.shape) != is_page(shape))
    {
        report.push(
            Problem::new(MIXED_SHAPES, text.place, "a page and a single object in one operation")
                .label("another shape than that of the other status")
                .help("an operation returns either a page or one object"),
        );
    }
}

fn named(
    names: &Names<'_>,
    report: &mut Report,
    resource: ResourceId,
    text: &Text,
) -> Option<Payload> {
    let word = text.value.as_str();
    match word {
        "json" => return Some(Payload::Json),
        "text" => return Some(Payload::Text),
        "bytes" => return Some(Payload::Bytes),
        "nothing" => return Some(Payload::Nothing),
        _ => {}
    }
    if let Some(returned) = names.resource(word) {
        return Some(Payload::Resource(returned));
    }
    let scope = Scope::Resource(resource);
    let Some(id) = names.named_type(scope, word) else {
        let resources = names.resources.iter().filter_map(|doc: &&ResourceDoc| doc.name.as_ref());
        let known = resources.map(|name| name.value.as_str()).chain(names.type_names(scope));
        let near = report.closest(word, known.chain(["json", "text", "bytes", "nothing"]));
        report.push(
            Problem::new(
                UNKNOWN_TYPE,
                text.place,
                format!("`{word}` is nothing that can be returned"),
            )
            .label("not known")
            .help("expected a resource, an object type, `json`, `text`, `bytes` or `nothing`")
            .suggest(near),
        );
        return None;
    };
    if !matches!(names.types[id.0].doc.kind, Some(TypeKindDoc::Fields(_)) | None) {
        report.push(
            Problem::new(RETURNS_NOT_OBJECT, text.place, format!("`{word}` is not an object"))
                .label("not an object type")
                .help("responses carry objects; for anything else say `json`"),
        );
    }
    Some(Payload::Type(id))
}

fn agrees(report: &mut Report, text: &Text, payload: Payload, is_empty: bool) {
    if (payload == Payload::Nothing) != is_empty {
        let (message, help) = if is_empty {
            ("success is empty and returns something", "say in `success` which status brings it")
        } else {
            ("success brings something and returns nothing", "say `empty` in `success`")
        };
        report.push(
            Problem::new(RETURNS_CONTRADICTS_SHAPE, text.place, message)
                .label("contradicts `success`")
                .help(help),
        );
    }
}
