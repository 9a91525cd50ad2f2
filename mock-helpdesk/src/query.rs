//! The query of a request: what is asked for, checked against the parameters of the operation.

use std::borrow::Cow;

use deskpro_spec::api::{Api, Operation, Parameter, Type, TypeKind};
use percent_encoding::percent_decode_str;
use serde_json::Value;

use crate::{act, date, fields, linked, period};

pub(crate) const PAGE: &str = "page";
pub(crate) const COUNT: &str = "count";
pub(crate) const IDS: &str = "ids";
pub(crate) const ORDER_BY: &str = "order_by";
/// Which way to order; helpdesks differ (HMRC).
pub(crate) const ORDER_DIRS: [&str; 2] = ["order_dir", "group_sort"];
const LIMIT: &str = "limit";
const FOLLOW_LOCATION: &str = "follow_location";

/// Parameters that say what to return and how, so that none is a filter.
const NO_FILTERS: [&str; 6] = [PAGE, COUNT, LIMIT, IDS, ORDER_BY, FOLLOW_LOCATION];

/// A day on which periods are tried out.
const ANY_DAY: &str = "2025-01-01";

/// The page size where none is asked for. Source: REF, HMRC.
const DEFAULT_COUNT: u64 = 10;

/// The names and values of a query, decoded, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Query {
    pairs: Vec<(String, String)>,
}

impl Query {
    /// Decodes a query; the error says what cannot be.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let parts = text.split('&').filter(|part| !part.is_empty());
        let pairs = parts.map(|part| {
            let (name, value) = part.split_once('=').unwrap_or((part, ""));
            Ok((decode(name)?, decode(value)?))
        });
        Ok(Self { pairs: pairs.collect::<Result<_, String>>()? })
    }

    /// Adds what a body says instead of the address; the error says what cannot stand in a query.
    pub(crate) fn extend(&mut self, sent: &Value) -> Result<(), String> {
        let object = match sent {
            Value::Object(object) => object,
            // PHP writes an empty map as `[]`.
            Value::Array(items) if items.is_empty() => return Ok(()),
            _ => return Err("The body must be an object of query parameters".to_owned()),
        };
        for (name, value) in object {
            let value = match value {
                Value::Array(items) => {
                    items.iter().map(plain).collect::<Option<Vec<_>>>().map(|items| items.join(","))
                }
                value => plain(value),
            };
            let Some(value) = value else {
                return Err(format!("Query parameter {name} must be a value or a list of values"));
            };
            self.pairs.push((name.clone(), value));
        }
        Ok(())
    }

    /// Says what is asked for, where nothing can be.
    pub(crate) fn check_none(&self) -> Result<(), String> {
        let unknown = self.pairs.first();
        unknown.map_or(Ok(()), |(name, _)| Err(format!("Unknown query parameter: {name}")))
    }

    /// Says what the operation does not take, if anything.
    pub(crate) fn check(&self, api: &Api, operation: &Operation) -> Result<(), String> {
        for (name, value) in &self.pairs {
            match operation.query.iter().find(|parameter| parameter.name == *name) {
                Some(parameter) => check_value(api, parameter, value)?,
                None if operation.follow_location && name == FOLLOW_LOCATION => {
                    check_type(api, &Type::Boolean, name, value)?;
                }
                None => return Err(format!("Unknown query parameter: {name}")),
            }
        }
        linked::check(api, operation, self)?;
        let mut required = operation.query.iter().filter(|parameter| parameter.required);
        match required.find(|parameter| self.get(&parameter.name).is_none()) {
            Some(missing) => Err(format!("Missing query parameter: {}", missing.name)),
            None => Ok(()),
        }
    }

    /// The last value of this name.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        let mut pairs = self.pairs.iter().rev();
        pairs.find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Whether there is such a value of this name.
    pub(crate) fn has(&self, name: &str, value: &str) -> bool {
        self.pairs.iter().any(|(known, held)| known == name && held == value)
    }

    /// The page that is asked for, counted from 1.
    pub(crate) fn page(&self) -> u64 {
        self.number(PAGE).unwrap_or(1).max(1)
    }

    /// The page size that is asked for.
    pub(crate) fn count(&self) -> u64 {
        self.number(COUNT).or(self.number(LIMIT)).unwrap_or(DEFAULT_COUNT).max(1)
    }

    /// The ids that are asked for.
    pub(crate) fn ids(&self) -> Option<impl Iterator<Item = &str>> {
        self.get(IDS).map(|ids| ids.split(',').map(str::trim).filter(|id| !id.is_empty()))
    }

    /// Whether the resource itself is asked for instead of its address.
    pub(crate) fn follows_location(&self) -> bool {
        matches!(self.get(FOLLOW_LOCATION), Some("1" | "true"))
    }

    /// The parameters that may be filters.
    pub(crate) fn filters(&self) -> impl Iterator<Item = (&str, &str)> {
        let pairs = self.pairs.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        pairs.filter(|(name, _)| !NO_FILTERS.contains(name))
    }

    /// Everything but the page, as it was asked for.
    pub(crate) fn without_page(&self) -> impl Iterator<Item = (&str, &str)> {
        let pairs = self.pairs.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        pairs.filter(|(name, _)| *name != PAGE)
    }

    fn number(&self, name: &str) -> Option<u64> {
        self.get(name)?.parse().ok()
    }
}

/// A value as it would stand in an address.
fn plain(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(is) => Some(if *is { "1" } else { "0" }.to_owned()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

/// Decodes `%20` and `+`.
pub(crate) fn decode(text: &str) -> Result<String, String> {
    let spaced: Cow<'_, str> =
        if text.contains('+') { text.replace('+', " ").into() } else { text.into() };
    match percent_decode_str(&spaced).decode_utf8() {
        Ok(decoded) => Ok(decoded.into_owned()),
        Err(_) => Err("The query is not UTF-8".to_owned()),
    }
}

fn check_value(api: &Api, parameter: &Parameter, value: &str) -> Result<(), String> {
    check_type(api, &parameter.ty, &parameter.name, value)?;
    let is_period = parameter.ty == Type::String && parameter.name.starts_with(act::PERIOD);
    if is_period && !value.is_empty() && period::bounds(value, ANY_DAY).is_none() {
        let example = "a period such as 2025-05, 2025-05-01..2025-06-15 or last_7_days";
        return Err(format!("Query parameter {} must be {example}", parameter.name));
    }
    let Ok(number) = value.parse::<i64>() else {
        return Ok(());
    };
    let name = &parameter.name;
    match (parameter.minimum, parameter.maximum) {
        (Some(minimum), _) if number < minimum => {
            Err(format!("Query parameter {name} must be at least {minimum}"))
        }
        (_, Some(maximum)) if number > maximum => {
            Err(format!("Query parameter {name} must be at most {maximum}"))
        }
        _ => Ok(()),
    }
}

/// PHP's numbers end where those of 64 bits with sign do.
fn is_id(text: &str) -> bool {
    text.parse::<i64>().is_ok_and(|id| id >= 0)
}

fn check_type(api: &Api, ty: &Type, name: &str, value: &str) -> Result<(), String> {
    let expected = match ty {
        Type::Integer if value.parse::<i64>().is_err() => "a whole number",
        Type::Number if value.parse::<f64>().is_err() => "a number",
        Type::Boolean if !matches!(value, "0" | "1" | "true" | "false") => "0 or 1",
        Type::DateTime if date::date_time(value).is_none() => "a date with time",
        Type::Date if date::date(value).is_none() => "a date",
        Type::Id(_) | Type::Ref(_) if !fields::is_text_id(api, ty) && !is_id(value) => "an id",
        Type::List(item) => {
            let items = value.split(',').map(str::trim).filter(|item| !item.is_empty());
            return items.into_iter().try_for_each(|value| check_type(api, item, name, value));
        }
        Type::Named(id) if matches!(api[*id].kind, TypeKind::Object(_)) => "nothing",
        _ => return Ok(()),
    };
    Err(format!("Query parameter {name} must be {expected}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn queries_are_decoded_and_the_last_value_counts() {
        let query = Query::parse("subject=a+b%26c&page=2&&page=3&flag").unwrap();
        assert_eq!(query.get("subject"), Some("a b&c"));
        assert_eq!(query.page(), 3);
        assert_eq!(query.get("flag"), Some(""));
        assert_eq!(query.get("none"), None);
    }

    #[test]
    fn garbage_is_said_to_be_none_or_kept_as_it_is() {
        assert_eq!(Query::parse("a=%ff"), Err("The query is not UTF-8".to_owned()));
        assert_eq!(Query::parse("a=%zz%").unwrap().get("a"), Some("%zz%"));
    }

    #[test]
    fn a_body_may_say_what_is_asked_for() {
        let mut query = Query::parse("page=2").unwrap();
        let sent = json!({ "q": "a b", "count": 5, "flag": true, "ids": [1, "2"], "none": [] });
        query.extend(&sent).unwrap();
        let got = |name: &str| query.get(name).map(str::to_owned);
        let expected = [("q", "a b"), ("count", "5"), ("flag", "1"), ("ids", "1,2"), ("none", "")];
        for (name, value) in expected {
            assert_eq!(got(name).as_deref(), Some(value), "{name}");
        }
        assert_eq!(query.page(), 2);
        assert_eq!(query.extend(&json!([])), Ok(()));
        for wrong in [json!({ "a": null }), json!({ "a": {} }), json!({ "a": [[1]] }), json!(1)] {
            assert!(query.extend(&wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn ids_are_parted_by_commas() {
        let query = Query::parse("ids=3,%201,,2").unwrap();
        assert_eq!(query.ids().unwrap().collect::<Vec<_>>(), ["3", "1", "2"]);
        assert!(Query::default().ids().is_none());
    }
}
