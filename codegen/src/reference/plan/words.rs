//! Types, payloads and sources in words, with ways to what they speak of.

use deskpro_spec::api::{
    Api, Deprecation, Payload, Repeat, ResourceId, RetryClass, SourceId, Type, TypeId,
};

use super::json;
use crate::reference::page::{Line, Section};

/// One value of this type: `text`, `id of people, or the whole object`.
pub(super) fn one(api: &Api, ty: &Type) -> Line {
    let words = match ty {
        Type::String => "text",
        Type::Integer => "whole number",
        Type::Number => "number",
        Type::Boolean => "true or false",
        Type::DateTime => "date with time",
        Type::Date => "date",
        Type::Json => "any JSON",
        Type::Id(id) => return Line::from("id of ").line(resource(api, *id)),
        Type::Ref(id) => {
            return Line::from("id of ").line(resource(api, *id)).text(", or the whole object");
        }
        Type::List(item) => return Line::from("list of ").line(many(api, item)),
        Type::Map(value) => return Line::from("map of ").line(many(api, value)),
        Type::Named(id) => return named(api, *id),
    };
    Line::from(words)
}

/// Several values of this type: `texts`, `ids of people`.
fn many(api: &Api, ty: &Type) -> Line {
    let words = match ty {
        Type::String => "texts",
        Type::Integer => "whole numbers",
        Type::Number => "numbers",
        Type::Boolean => "truth values",
        Type::DateTime => "dates with time",
        Type::Date => "dates",
        Type::Json => "any JSON values",
        Type::Id(id) => return Line::from("ids of ").line(resource(api, *id)),
        Type::Ref(id) => {
            return Line::from("ids of ").line(resource(api, *id)).text(", or the whole objects");
        }
        Type::List(item) => return Line::from("lists of ").line(many(api, item)),
        Type::Map(value) => return Line::from("maps of ").line(many(api, value)),
        Type::Named(id) => return named(api, *id),
    };
    Line::from(words)
}

/// The name of a resource, as a way to its page.
pub(super) fn resource(api: &Api, id: ResourceId) -> Line {
    Line::new().link(Section::Resource(id), Line::new().code(&api[id].name))
}

/// The name of a declared type, as a way to where it is described.
pub(super) fn named(api: &Api, id: TypeId) -> Line {
    Line::new().link(Section::Type(id), Line::new().code(&api[id].name))
}

/// What the data of a response is; nothing where there is none.
pub(super) fn payload(api: &Api, payload: Payload) -> Option<Line> {
    match payload {
        Payload::Resource(id) => Some(Line::from("one of ").line(resource(api, id))),
        Payload::Type(id) => Some(named(api, id)),
        Payload::Json => Some(Line::from("JSON whose shape is not known")),
        Payload::Text => Some(Line::from("text that is no JSON")),
        Payload::Bytes => Some(Line::from("bytes, such as a file")),
        Payload::Nothing => None,
    }
}

/// The data of a response that holds several.
pub(super) fn payloads(api: &Api, payload: Payload) -> Line {
    match payload {
        Payload::Resource(id) => Line::from("a list of ").line(resource(api, id)),
        Payload::Type(id) => Line::from("a list of ").line(named(api, id)),
        Payload::Json | Payload::Text | Payload::Bytes | Payload::Nothing => {
            Line::from("a list of JSON values whose shape is not known")
        }
    }
}

/// The keys of sources, each as a way to what it stands for.
pub(super) fn sources(api: &Api, sources: &[SourceId]) -> Line {
    let link = |key: &str| {
        let at = api.sources.iter().position(|source| source.key == key)?;
        Some(Line::new().link(Section::Source(at), key))
    };
    Line::joined(api.source_keys(sources).filter_map(link), ", ")
}

/// A value as JSON; nothing where there is none.
pub(super) fn value(value: Option<&serde_json::Value>) -> Line {
    value.map_or_else(Line::new, |value| Line::new().code(json::compact(value)))
}

/// Why and since when something should not be used.
pub(super) fn deprecation(deprecation: &Deprecation) -> Line {
    let mut line = Line::from("Deprecated: ").prose(&deprecation.note);
    if let Some(since) = &deprecation.since {
        line = line.text(format!(" Since {since}."));
    }
    if let Some(sunset) = &deprecation.sunset {
        line = line.text(format!(" Gone after {sunset}."));
    }
    line
}

/// Whether an operation may be repeated.
pub(super) fn repeat(repeat: Repeat) -> &'static str {
    match repeat {
        Repeat::Safe => "yes, doing it twice is the same as doing it once",
        Repeat::Unsafe => "no, doing it twice may do harm",
    }
}

/// The same in one word.
pub(super) fn repeat_word(repeat: Repeat) -> &'static str {
    match repeat {
        Repeat::Safe => "yes",
        Repeat::Unsafe => "no",
    }
}

/// Whether a refused request may be repeated; nothing where it makes no sense.
pub(super) fn retry(retry: RetryClass) -> &'static str {
    match retry {
        RetryClass::Never => "",
        RetryClass::RateLimit => "when the limit allows it",
        RetryClass::Outage => "when the helpdesk is back",
    }
}

/// A range: `1 to 200`.
pub(super) fn bounds(minimum: Option<i64>, maximum: Option<i64>) -> String {
    match (minimum, maximum) {
        (Some(least), Some(most)) => format!("{least} to {most}"),
        (Some(least), None) => format!("at least {least}"),
        (None, Some(most)) => format!("at most {most}"),
        (None, None) => String::new(),
    }
}
