//! The conventions of a description, which OpenAPI says operation by operation or not at all.

use deskpro_spec::api::{Api, ErrorSetId, ErrorSetName, Meaning, Parameter, Target, Verb};
use serde_json::{Map, Value, json};

use super::extension::{Members, expression, repeat, retry};
use super::operation::success;

/// All conventions, by the section of `api.yaml` that states them.
pub(super) fn conventions(api: &Api) -> Members {
    let headers = api.headers.iter().map(|it| (it.name.clone(), it.value.clone().into()));
    let sources = api.sources.iter().map(|it| (it.key.clone(), it.docs.clone().into()));
    let families = api.families.iter().map(|family| {
        let family = (family.name.clone(), family.docs.trim(), family.is_default);
        let members = Members::default().with("docs", family.1).with("default", family.2);
        (family.0, members.object())
    });
    let verbs = api.verbs.iter().map(|it| (it.name.clone(), verb(api, it)));
    Members::default()
        .with("format", 1)
        .with("name", api.name.as_str())
        .with("base_path", api.base_path.as_str())
        .with("date_pinned", api.date_pinned)
        .with("query_in_body", api.query_in_body.clone())
        .with("headers", headers.collect::<Map<_, _>>())
        .with("sources", sources.collect::<Map<_, _>>())
        .with("families", families.collect::<Map<_, _>>())
        .with("verbs", verbs.collect::<Map<_, _>>())
        .with("statuses", statuses(api))
        .with("error_codes", error_codes(api))
        .with("error_sets", error_sets(api))
        .with("validation_codes", validation_codes(api))
        .with("quirks", quirks(api))
}

fn verb(api: &Api, verb: &Verb) -> Value {
    // A list, since their order is that of the requests.
    let query = verb.query.iter().map(|it| parameter(api, it));
    Members::default()
        .with("meaning", meaning(verb.meaning))
        .with("docs", verb.docs.trim())
        .with("method", verb.method.map(|method| method.as_str()))
        .with("negotiable", verb.negotiable)
        .with("on", if verb.on == Target::Item { "item" } else { "collection" })
        .with("success", success(&verb.success))
        .with("location", verb.location)
        .with("follow_location", verb.follow_location)
        .with("repeat", repeat(verb.repeat))
        .with("query", query.collect::<Vec<_>>())
        .with("errors", verb.errors.map(|set| set_name(api, set)))
        .with_sources(api, &verb.sources)
        .object()
}

fn parameter(api: &Api, parameter: &Parameter) -> Value {
    Members::default()
        .with("name", parameter.name.as_str())
        .with("type", expression(api, &parameter.ty, false))
        .with("docs", parameter.docs.trim())
        .with("minimum", parameter.minimum)
        .with("maximum", parameter.maximum)
        .with("required", parameter.required)
        .with("rust", parameter.rust_name.clone())
        .with_any("example", parameter.example.clone())
        .with_sources(api, &parameter.sources)
        .object()
}

fn meaning(meaning: Meaning) -> &'static str {
    match meaning {
        Meaning::List => "list",
        Meaning::Get => "get",
        Meaning::Create => "create",
        Meaning::Update => "update",
        Meaning::Delete => "delete",
        Meaning::Action => "action",
    }
}

fn statuses(api: &Api) -> Map<String, Value> {
    let statuses = api.statuses.iter().map(|status| {
        let members = Members::default()
            .with("name", status.name.as_str())
            .with("docs", status.docs.trim())
            .with("retry", retry(status.retry))
            .with_sources(api, &status.sources);
        (status.number.to_string(), members.object())
    });
    statuses.collect()
}

fn error_codes(api: &Api) -> Map<String, Value> {
    let codes = api.error_codes.iter().map(|code| {
        let members = Members::default()
            .with("status", code.status)
            .with("also", code.also.clone())
            .with("docs", code.docs.trim())
            .with("message", code.message.clone())
            .with("retry", code.retry.map(retry))
            .with_sources(api, &code.sources);
        (code.code.clone(), members.object())
    });
    codes.collect()
}

fn error_sets(api: &Api) -> Map<String, Value> {
    let sets = api.error_set_ids().map(|id| {
        let outcomes = api[id].outcomes.iter().map(|outcome| match outcome.code {
            Some(code) => json!(api[code].code),
            None => json!(outcome.status),
        });
        (set_name(api, id), outcomes.collect::<Vec<_>>().into())
    });
    sets.collect()
}

fn set_name(api: &Api, id: ErrorSetId) -> String {
    match &api[id].name {
        ErrorSetName::Declared(name) => name.clone(),
        ErrorSetName::Operation(resource, operation) => format!("{resource}.{operation}"),
    }
}

fn validation_codes(api: &Api) -> Map<String, Value> {
    let codes = api.validation_codes.iter().map(|code| {
        let members = Members::default()
            .with("docs", code.docs.trim())
            .with("message", code.message.clone())
            .with_sources(api, &code.sources);
        (code.code.clone(), members.object())
    });
    codes.collect()
}

fn quirks(api: &Api) -> Map<String, Value> {
    let quirks = api.quirks.iter().map(|quirk| {
        let excuses: Vec<_> = quirk.excuses.iter().map(ToString::to_string).collect();
        let members = Members::default()
            .with("number", quirk.number)
            .with("says", quirk.says.clone())
            .with("decision", quirk.decision.trim())
            .with("excuses", excuses)
            .with_sources(api, &quirk.sources);
        (quirk.name.clone(), members.object())
    });
    quirks.collect()
}
