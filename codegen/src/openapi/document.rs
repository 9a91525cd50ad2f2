//! The whole document, section by section.

use deskpro_spec::api::{Api, Envelope};
use serde_json::{Map, Value, json};

use super::extension::Members;
use super::names::Names;
use super::schema::Schemas;
use super::{
    OpenApiOptions, batch, conventions, envelope, error, model, operation, place, security, tag,
};

/// The document of a description.
pub(super) fn document(api: &Api, options: OpenApiOptions) -> Value {
    let names = Names::new(api);
    let schemas = Schemas { api, names: &names, version: options.version };
    let info = json!({
        "title": api.title,
        "version": version(&api.base_path),
        "description": api.docs.trim(),
    });
    let extension = conventions::conventions(api).with("envelope", envelope_of(&api.envelope));
    Members::default()
        .with("openapi", options.version.to_string())
        .with("info", info)
        .with("servers", vec![server(api)])
        .with_any("security", Some(security::any(api).into()))
        .with("tags", tag::tags(api))
        .with("x-tagGroups", tag::groups(api))
        .with_any("paths", Some(paths(&schemas, options).into()))
        .with("components", components(&schemas))
        .with_extension(extension)
        .object()
}

/// What the end of the base path says: `v2` of `/api/v2`.
fn version(base_path: &str) -> &str {
    let last = base_path.rsplit('/').next().unwrap_or_default();
    let number = last.strip_prefix('v').unwrap_or_default();
    if number.is_empty() || !number.bytes().all(|it| it.is_ascii_digit() || it == b'.') {
        return "1";
    }
    last
}

fn server(api: &Api) -> Value {
    json!({
        "url": format!("https://{{helpdesk}}{}", api.base_path),
        "description": "A helpdesk.",
        "variables": {
            "helpdesk": {
                "default": "support.example.com",
                "description": "The host of the helpdesk, maybe with a port.",
            },
        },
    })
}

fn paths(schemas: &Schemas<'_>, options: OpenApiOptions) -> Map<String, Value> {
    let mut paths = Map::new();
    for place in place::places(schemas.api, options.dialect) {
        let operations = place.operations.iter().map(|(method, id, it)| {
            let it = operation::operation(schemas, *id, it, &place.parameters);
            (method.as_str().to_ascii_lowercase(), it)
        });
        paths.insert(place.template.to_owned(), Value::Object(operations.collect()));
    }
    if let Some(batch) = &schemas.api.batch {
        let place = paths.entry(batch.path.clone()).or_insert_with(|| json!({}));
        if let Value::Object(operations) = place {
            let method = batch.method.as_str().to_ascii_lowercase();
            operations.entry(method).or_insert_with(|| batch::operation(schemas, batch));
        }
    }
    paths
}

fn components(schemas: &Schemas<'_>) -> Value {
    let mut all = model::schemas(schemas);
    all.extend(envelope::schemas(schemas));
    all.extend(error::schemas(schemas));
    all.extend(batch::schemas(schemas));
    Members::default()
        .with("schemas", all)
        .with("responses", error::responses(schemas))
        .with("securitySchemes", security::schemes(schemas.api))
        .object()
}

/// The envelope in the words of the YAML.
fn envelope_of(envelope: &Envelope) -> Value {
    let links = envelope.links.as_ref().map(|links| {
        let entries = links.entries.iter().map(|(name, docs)| (name.clone(), json!(docs.trim())));
        json!({ "name": links.name, "entries": entries.collect::<Map<_, _>>() })
    });
    let pages = envelope.pages.iter().map(|page| {
        let members = Members::default()
            .with("under", page.under.clone())
            .with("total", page.total.as_str())
            .with("count", page.count.clone())
            .with("page", page.page.as_str())
            .with("per_page", page.per_page.as_str())
            .with("total_pages", page.total_pages.as_str());
        (page.name.clone(), members.object())
    });
    Members::default()
        .with("data", envelope.data.as_str())
        .with("meta", envelope.meta.as_str())
        .with("linked", envelope.linked.clone())
        .with("links", links)
        .with("pages", pages.collect::<Map<_, _>>())
        .object()
}
