//! Filters: what listed objects must hold, from the parameters of the query and of the path.

use deskpro_spec::api::{Field, Parameter, Resource, ResourceId, Type};
use serde_json::Value;

use super::Call;
use crate::store::Store;
use crate::{Object, acting, email, fields, id, period, subject};

/// Precedes the name of a field that must not hold a value: `not_status` (SWG).
const NOT: &str = "not_";
/// Precedes the name of a list that must be empty: `no_labels` (SWG).
const NONE: &str = "no_";
/// Precedes what happened in a stretch of time: `period_created` (SWG).
pub(crate) const PERIOD: &str = "period_";
/// Precedes the names of dates.
const DATE: &str = "date_";
/// Leaves out whoever asks (SWG).
const NOT_ME: &str = "not_me";
/// Stands for whoever asks (SWG).
const ME: &str = "me";
/// Parameters with a text that is looked for everywhere (ZAP, SWG).
const SEARCHES: [&str; 3] = ["search", "term", "q"];
/// Whether an object counts as removed.
const IS_DELETED: &str = "is_deleted";

/// What an object must hold.
pub(super) struct Filter {
    field: String,
    test: Test,
}

enum Test {
    AnyOf(Vec<String>),
    NoneOf(Vec<String>),
    /// Dates from the first up to the second one, as texts.
    Between(String, String),
    IsEmpty(bool),
    /// Each of these words somewhere in the object.
    Words(Vec<String>),
    IsNot(u64),
}

impl Filter {
    /// What the query asks for and what the path demands.
    pub(super) fn all(call: &Call<'_>, store: &Store) -> Vec<Self> {
        let parameters = &call.operation.query;
        let asked = call.query.filters().filter_map(|(name, value)| {
            let parameter = parameters.iter().find(|parameter| parameter.name == name)?;
            Self::of(call, store, parameter, value)
        });
        let narrowed = call.subject.narrowed.iter();
        let narrowed = narrowed.map(|(field, value)| Self {
            field: field.clone(),
            test: Test::AnyOf(vec![value.clone()]),
        });
        asked.chain(narrowed).chain(true_by_path(call)).collect()
    }

    fn of(call: &Call<'_>, store: &Store, parameter: &Parameter, value: &str) -> Option<Self> {
        let (api, resource) = (call.api, call.subject.resource);
        let name = parameter.name.as_str();
        if let Some(field) = field_for(&api[resource], parameter) {
            return Some(Self::on(call, store, parameter, field, value, false));
        }
        let named = |field: &str| fields::held(&api[resource]).find(|it| it.name == field);
        let dated = |of: &str| named(&format!("{DATE}{of}"));
        let is_true = matches!(value, "1" | "true");
        if name == NOT_ME {
            let me = is_true.then(|| acting::person(api, store, resource)).flatten()?;
            return Some(Self { field: fields::ID.to_owned(), test: Test::IsNot(me) });
        }
        if let Some(field) = name.strip_prefix(NOT).and_then(named) {
            return Some(Self::on(call, store, parameter, field, value, true));
        }
        if let Some(field) = name.strip_prefix(NONE).and_then(named) {
            return Some(Self { field: field.name.clone(), test: Test::IsEmpty(is_true) });
        }
        let ends = [("_from", true), ("_to", false)];
        let end = ends
            .iter()
            .find_map(|(end, is_from)| Some((dated(name.strip_suffix(end)?)?, *is_from)));
        if let Some((field, is_from)) = end {
            let moment = crate::date::date_time(value)?;
            let test = match is_from {
                true => Test::Between(moment, "~".to_owned()),
                false => Test::Between(String::new(), format!("{moment}~")),
            };
            return Some(Self { field: field.name.clone(), test });
        }
        if let Some(field) = name.strip_prefix(PERIOD).and_then(dated) {
            let (from, to) = period::bounds(value, call.now)?;
            return Some(Self { field: field.name.clone(), test: Test::Between(from, to) });
        }
        let is_search = SEARCHES.contains(&name) && parameter.ty == Type::String;
        is_search.then(|| Self { field: String::new(), test: Test::Words(words(value)) })
    }

    fn on(
        call: &Call<'_>,
        store: &Store,
        parameter: &Parameter,
        field: &Field,
        value: &str,
        is_not: bool,
    ) -> Self {
        let test = match period::bounds(value, call.now).filter(|_| field.ty == Type::DateTime) {
            Some((from, to)) => Test::Between(from, to),
            None => {
                let asked =
                    |text: &str| match (text.trim(), fields::referenced(field.ty.innermost())) {
                        (ME, Some(people)) => {
                            acting::person(call.api, store, people).unwrap_or(0).to_string()
                        }
                        (text, _) => text.to_owned(),
                    };
                let values = match parameter.ty {
                    Type::List(_) => value.split(',').map(asked).collect(),
                    _ => vec![asked(value)],
                };
                if is_not { Test::NoneOf(values) } else { Test::AnyOf(values) }
            }
        };
        Self { field: field.name.clone(), test }
    }

    pub(super) fn admits(&self, call: &Call<'_>, store: &Store, id: u64) -> bool {
        let resource = call.subject.resource;
        if let Test::Words(words) = &self.test {
            let own = &call.api[resource];
            return store.object(resource, id).is_some_and(|it| has_words(own, &it, words));
        }
        let Some(held) = store.field(resource, id, &self.field) else {
            // What is not known of an object may well be so.
            return call.api[resource].is_untyped;
        };
        match &self.test {
            Test::AnyOf(asked) => {
                asked.iter().any(|asked| holds(&held, asked)) && self.is_seen(call, store, id)
            }
            Test::NoneOf(asked) => !asked.iter().any(|asked| holds(&held, asked)),
            Test::Between(from, to) => {
                held.as_str().is_some_and(|it| from.as_str() <= it && it < to.as_str())
            }
            Test::IsEmpty(is_empty) => is_nothing(&held) == *is_empty,
            Test::IsNot(other) => id::of(&held) != Some(*other),
            Test::Words(_) => true,
        }
    }

    /// Whoever looks somebody up by the first e-mail address does not find the deleted (PDB).
    fn is_seen(&self, call: &Call<'_>, store: &Store, id: u64) -> bool {
        let resource = call.subject.resource;
        email::field(&call.api[resource]).is_none_or(|field| field.name != self.field)
            || store.field(resource, id, IS_DELETED) != Some(Value::Bool(true))
    }
}

/// The field that a parameter means: by its name, or the one of its kind.
fn field_for<'a>(resource: &'a Resource, parameter: &Parameter) -> Option<&'a Field> {
    let meant = fields::meant(resource, &parameter.name).or_else(|| {
        // `auth_ids` are those under `blob_auth_id`.
        let one = parameter.name.strip_suffix('s').filter(|it| it.ends_with("_id"))?;
        let is_such = |name: &str| name.strip_suffix(one).is_some_and(|rest| rest.ends_with('_'));
        let mut fields = fields::held(resource).filter(|field| field.ty == Type::String);
        fields.find(|field| is_such(&field.name))
    });
    meant.or_else(|| {
        let kind: ResourceId = fields::referenced(parameter.ty.innermost())?;
        let of_kind = || {
            fields::held(resource).filter(move |field| {
                field.name != fields::ID && fields::referenced(field.ty.innermost()) == Some(kind)
            })
        };
        let list = of_kind().find(|field| matches!(field.ty, Type::List(_)));
        list.or_else(|| of_kind().next().filter(|_| of_kind().count() == 1))
    })
}

/// A path that ends in the name of a truth value lists where it is true: `/agents/online`.
fn true_by_path(call: &Call<'_>) -> Option<Filter> {
    let own = &call.api[call.subject.resource];
    let segments = &call.operation.path.segments;
    let [deskpro_spec::api::Segment::Text(last)] = segments.last()?.as_slice() else {
        return None;
    };
    let is_below = segments.len() == own.path.segments.len() + 1;
    let field = fields::named(own, last).filter(|it| is_below && it.ty == Type::Boolean)?;
    Some(Filter { field: field.name.clone(), test: Test::AnyOf(vec!["1".to_owned()]) })
}

/// The words of a text, in lower case.
pub(super) fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_lowercase).collect()
}

/// Whether an object has each of these words somewhere in its texts, dates excepted. Numbers are looked
/// for as whole words.
pub(super) fn has_words(resource: &Resource, object: &Object, words: &[String]) -> bool {
    let is_text = |name: &str| {
        let field = fields::named(resource, name);
        resource.is_untyped || field.is_some_and(|it| *it.ty.innermost() == Type::String)
    };
    let mut texts = Vec::new();
    for (_, value) in object.iter().filter(|(name, _)| is_text(name)) {
        collect(value, &mut texts);
    }
    let has = |word: &String| {
        let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
        texts.iter().any(|text| match is_number {
            true => text.split(|it: char| !it.is_alphanumeric()).any(|part| part == word),
            false => text.contains(word.as_str()),
        })
    };
    words.iter().all(has)
}

/// The texts of a value and of the lists in it, in lower case.
fn collect(value: &Value, texts: &mut Vec<String>) {
    match value {
        Value::String(text) => texts.push(text.to_lowercase()),
        Value::Array(items) => items.iter().for_each(|item| collect(item, texts)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_) => {}
    }
}

/// Whether a value is what is asked for, or a list that contains it.
pub(super) fn holds(held: &Value, asked: &str) -> bool {
    match held {
        Value::Bool(is) => asked == if *is { "1" } else { "0" } || asked == is.to_string(),
        Value::Array(items) => items.iter().any(|item| holds(item, asked)),
        held => subject::text(held).is_some_and(|text| text == asked),
    }
}

fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(items) => items.is_empty(),
        Value::Object(object) => object.is_empty(),
        Value::String(text) => text.is_empty(),
        Value::Bool(_) | Value::Number(_) => false,
    }
}
