//! E-mail addresses: under which names they are written and read, and whose they are.

use deskpro_spec::api::{Api, Field, Resource, ResourceId, Type};
use serde_json::Value;

use crate::store::Store;
use crate::{Object, fields};

/// Names under which the address of a person or company is written and read.
pub(crate) const NAMES: [&str; 2] = ["primary_email", "email"];

/// The name of the list of all addresses.
pub(crate) const ALL: &str = "emails";

/// The field that holds the e-mail address by which objects of a resource are known.
pub(crate) fn field(resource: &Resource) -> Option<&Field> {
    NAMES.iter().find_map(|name| fields::named(resource, name))
}

/// Whether a text looks like an address.
pub(crate) fn is_address(text: &str) -> bool {
    text.contains('@')
}

/// The addresses that are written, the first one first.
pub(crate) fn written<'a>(resource: &Resource, sent: &'a Object) -> Vec<&'a str> {
    if field(resource).is_none() {
        return Vec::new();
    }
    let first = NAMES.iter().find_map(|name| sent.get(*name)?.as_str());
    let all = sent.get(ALL).and_then(Value::as_array).into_iter().flatten();
    let further = all.filter_map(Value::as_str).filter(|address| Some(*address) != first);
    first.into_iter().chain(further).filter(|address| !address.is_empty()).collect()
}

/// Who has an address, as the first one or a further one, besides `own`.
pub(crate) fn holder(
    api: &Api,
    store: &Store,
    resource: ResourceId,
    address: &str,
    own: Option<u64>,
) -> Option<u64> {
    let field = field(&api[resource])?;
    let all = fields::named(&api[resource], ALL);
    let all = all.filter(|field| matches!(field.ty, Type::List(_)));
    let is_meant = |id: &u64| {
        let holds = |field: &Field| match store.field(resource, *id, &field.name) {
            Some(Value::String(held)) => held.eq_ignore_ascii_case(address),
            Some(Value::Array(held)) => {
                let mut held = held.iter().filter_map(Value::as_str);
                held.any(|held| held.eq_ignore_ascii_case(address))
            }
            _ => false,
        };
        Some(*id) != own && (holds(field) || all.is_some_and(holds))
    };
    store.candidates(resource, address).find(is_meant)
}
