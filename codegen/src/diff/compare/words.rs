//! Names and values in messages, and what is said in words only.

use deskpro_spec::Place;
use deskpro_spec::api::{
    Api, Deprecation, Field, Operation, Payload, ResourceId, SourceId, TypeId,
};
use serde_json::Value;

use super::{Comparison, Found};
use crate::diff::change::WireClass::Unseen;
use crate::diff::part::Part;
use crate::diff::rule::{api, operations};

/// How much of a value a message quotes.
const LONGEST: usize = 60;

/// `tickets.list`
pub(super) fn operation_name(api: &Api, (id, at): (ResourceId, usize)) -> String {
    let operation = api[id].operations.get(at).map_or("", |operation| &operation.name);
    format!("{}.{operation}", api[id].name)
}

/// `tickets.ticket_status`, `types.blob`
pub(super) fn type_name(api: &Api, id: TypeId) -> String {
    match api[id].owner {
        Some(owner) => format!("{}.{}", api[owner].name, api[id].name),
        None => format!("types.{}", api[id].name),
    }
}

/// The operations of a resource that send a field of it, by their places.
pub(in crate::diff) fn writing<'a>(
    api: &'a Api,
    id: ResourceId,
    field: &'a str,
) -> impl Iterator<Item = usize> + 'a {
    let own = api[id].fields.iter().find(|own| own.name == field).map(|own| own.place);
    let sends = move |operation: &Operation| {
        let mut inputs = operation.body.iter().flat_map(|body| &body.fields);
        inputs.any(|input| Some(input.place) == own)
    };
    let operations = api[id].operations.iter().enumerate();
    operations.filter(move |(_, operation)| sends(operation)).map(|(at, _)| at)
}

/// What an operation answers with: `` `tickets` ``.
pub(super) fn payload(api: &Api, payload: Payload) -> String {
    match payload {
        Payload::Resource(id) => format!("`{}`", api[id].name),
        Payload::Type(id) => format!("`{}`", type_name(api, id)),
        Payload::Json => "any JSON".to_owned(),
        Payload::Text => "text".to_owned(),
        Payload::Bytes => "bytes".to_owned(),
        Payload::Nothing => "nothing".to_owned(),
    }
}

/// `` `A` became `B` ``
pub(super) fn became(old: &str, new: &str) -> String {
    format!("`{}` became `{}`", short(old), short(new))
}

/// A text that a message quotes, as one line of bounded length.
pub(super) fn short(text: &str) -> String {
    let line: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}

/// What is said of something in words only: nothing of it is sent.
#[derive(Default)]
pub(super) struct Words<'a> {
    docs: &'a str,
    sources: Vec<&'a str>,
    since: Option<&'a str>,
    examples: Vec<&'a Value>,
}

impl<'a> Words<'a> {
    pub(super) fn new(docs: &'a str) -> Self {
        Self { docs, ..Self::default() }
    }

    pub(super) fn sources(mut self, api: &'a Api, sources: &'a [SourceId]) -> Self {
        self.sources = api.source_keys(sources).collect();
        self
    }

    pub(super) fn since(mut self, since: Option<&'a String>) -> Self {
        self.since = since.map(String::as_str);
        self
    }

    pub(super) fn examples(mut self, examples: impl IntoIterator<Item = &'a Value>) -> Self {
        self.examples = examples.into_iter().collect();
        self
    }

    pub(super) fn of_field(api: &'a Api, field: &'a Field) -> Self {
        let words = Self::new(&field.docs).sources(api, &field.sources);
        words.since(field.since.as_ref()).examples(&field.example)
    }

    /// What differs of them; nothing where they say the same.
    pub(super) fn found(&self, subject: &str, new: &Self) -> Option<Found> {
        let differences = self.differences(new);
        let message = format!("`{subject}` is explained otherwise: {}", differences.join(", "));
        let found = || Found::new(&api::DOCS_CHANGED, Unseen, subject, message);
        (!differences.is_empty()).then(found)
    }

    /// Which of them differ.
    fn differences(&self, new: &Self) -> Vec<&'static str> {
        let all = [
            ("docs", self.docs != new.docs),
            ("sources", self.sources != new.sources),
            ("since", self.since != new.since),
            ("examples", self.examples != new.examples),
        ];
        all.into_iter().filter(|(_, differs)| *differs).map(|(name, _)| name).collect()
    }
}

/// A part of each model with the place where it stands.
pub(super) type Placed = (Part, Place);

impl Comparison<'_> {
    /// Tells what differs in words only.
    pub(super) fn words(
        &mut self,
        subject: &str,
        sides: (Placed, Placed),
        (was, is): (&Words<'_>, &Words<'_>),
    ) {
        if let Some(found) = was.found(subject, is) {
            self.push(found.was(sides.0.0, sides.0.1).is(sides.1.0, sides.1.1));
        }
    }

    /// Tells what is deprecated now, or no longer, or otherwise.
    pub(super) fn deprecation(
        &mut self,
        subject: &str,
        sides: (Placed, Placed),
        deprecations: (Option<&Deprecation>, Option<&Deprecation>),
    ) {
        if let Some(found) = deprecation(subject, deprecations) {
            self.push(found.was(sides.0.0, sides.0.1).is(sides.1.0, sides.1.1));
        }
    }
}

/// What differs of a deprecation.
pub(super) fn deprecation(
    subject: &str,
    (was, is): (Option<&Deprecation>, Option<&Deprecation>),
) -> Option<Found> {
    let (rule, message) = match (was, is) {
        (None, Some(is)) => {
            let message = format!("`{subject}` should no longer be used: {}", said(is));
            (&operations::DEPRECATED, message)
        }
        (Some(was), Some(is)) if was != is => {
            let became = became(&said(was), &said(is));
            let message = format!("the deprecation of `{subject}` differs: {became}");
            (&operations::DEPRECATION_CHANGED, message)
        }
        (Some(_), None) => (&operations::UNDEPRECATED, format!("`{subject}` may be used again")),
        _ => return None,
    };
    Some(Found::new(rule, Unseen, subject, message))
}

/// What a deprecation says: its note, and since and until when.
fn said(deprecation: &Deprecation) -> String {
    let mut text = short(&deprecation.note);
    if let Some(since) = &deprecation.since {
        text.push_str(&format!("; since {}", short(since)));
    }
    if let Some(sunset) = &deprecation.sunset {
        text.push_str(&format!("; gone after {}", short(sunset)));
    }
    text
}
