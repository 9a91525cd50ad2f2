//! Who is asking: the credentials of a request, and how to show them without their secret.

use std::borrow::Cow;

use deskpro_spec::api::Api;
use http::{HeaderMap, header};

use crate::Permissions;

/// What stands for a secret.
const MASK: &str = "***";

/// What the sender of a request may do, where it carries credentials that this helpdesk knows, by any
/// described scheme.
///
/// An API without schemes lets everyone in.
pub(crate) fn permissions<'k>(
    api: &Api,
    headers: &HeaderMap,
    keys: &'k [(String, Permissions)],
) -> Option<Cow<'k, Permissions>> {
    if api.auth.is_empty() {
        return Some(Cow::Owned(Permissions::all()));
    }
    let known = api.auth.iter().find_map(|scheme| {
        let values = headers.get_all(scheme.header.as_str()).iter();
        let mut secrets = values.filter_map(|value| secret(value.to_str().ok()?, &scheme.prefix));
        secrets.find_map(|secret| keys.iter().find(|(key, _)| key == secret))
    });
    known.map(|(_, permissions)| Cow::Borrowed(permissions))
}

/// The headers of a request by name, each secret masked.
pub(crate) fn masked(api: &Api, headers: &HeaderMap) -> Vec<(String, String)> {
    let shown = headers.iter().map(|(name, value)| {
        let text = String::from_utf8_lossy(value.as_bytes());
        (name.as_str().to_owned(), mask(api, name.as_str(), &text))
    });
    shown.collect()
}

fn mask(api: &Api, name: &str, text: &str) -> String {
    let mut schemes = api.auth.iter().filter(|scheme| scheme.header.eq_ignore_ascii_case(name));
    if let Some(scheme) = schemes.find(|scheme| secret(text, &scheme.prefix).is_some()) {
        return format!("{}{MASK}", scheme.prefix);
    }
    let is_auth = api.auth.iter().any(|scheme| scheme.header.eq_ignore_ascii_case(name));
    let is_secret = [header::AUTHORIZATION, header::PROXY_AUTHORIZATION, header::COOKIE];
    if is_auth || is_secret.iter().any(|secret| secret == name) {
        return MASK.to_owned();
    }
    text.to_owned()
}

/// What follows the prefix, whose letter case does not matter: `2:YWK2` of `Key 2:YWK2`.
fn secret<'a>(value: &'a str, prefix: &str) -> Option<&'a str> {
    let (start, rest) = value.split_at_checked(prefix.len())?;
    start.eq_ignore_ascii_case(prefix).then(|| rest.trim())
}
