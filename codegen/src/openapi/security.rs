//! Ways to say who is asking.

use deskpro_spec::api::Api;
use serde_json::{Map, Value, json};

use super::extension::Members;

/// The schemes by name. HTTP knows none of theirs, so that a secret is the whole of its header.
pub(super) fn schemes(api: &Api) -> Map<String, Value> {
    let schemes = api.auth.iter().map(|scheme| {
        let docs = scheme.docs.trim();
        let docs = match scheme.prefix.as_str() {
            "" => docs.to_owned(),
            prefix => format!("{docs}\n\nThe header is `{prefix}` and the secret."),
        };
        let extension = Members::default()
            .with("prefix", scheme.prefix.as_str())
            .with_sources(api, &scheme.sources);
        (
            scheme.name.clone(),
            Members::default()
                .with("type", "apiKey")
                .with("in", "header")
                .with("name", scheme.header.as_str())
                .with("description", docs)
                .with_extension(extension)
                .object(),
        )
    });
    schemes.collect()
}

/// Any one of the schemes will do.
pub(super) fn any(api: &Api) -> Vec<Value> {
    api.auth.iter().map(|scheme| json!({ scheme.name.as_str(): [] })).collect()
}
