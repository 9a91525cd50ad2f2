//! `api.yaml`: what holds for all resources.

use super::super::name::{self, Taken};
use super::super::resource::VERBS;
use super::super::source::Source;
use super::super::yaml::{Map, Yaml};
use super::operation::shapes;
use super::{Description, Writer};

/// The key under which the document is cited.
const SOURCE: &str = "OPENAPI";

/// The mapping that `api.yaml` is.
pub(super) fn api(
    writer: &mut Writer<'_, '_>,
    description: &Description<'_, '_>,
    includes: Vec<String>,
    inline: Vec<Map>,
) -> Map {
    let source = description.source;
    let format = Yaml::Plain("1".to_owned());
    let mut base = Map::tall().with("format", format).with("name", description.name);
    base.add("title", one_line(&source.title));
    base.add("docs", docs(source));
    base.put("base_path", source.base_path.as_str());
    let mut sources = Map::tall();
    sources.put(SOURCE, cited(source));
    let types = writer.types(None, &[]);
    let mut parameters = Map::tall();
    for (name, parameter) in &writer.shared {
        parameters.put(name, parameter.clone());
    }
    let resources: Vec<_> = inline.into_iter().map(Yaml::Map).collect();
    // A line for each, so that further imports merge.
    let includes = Yaml::Lines(includes.into_iter().map(Yaml::Text).collect());
    let envelope = Map::default().with("data", "data").with("meta", "meta");
    let mut map = base
        .with_section("sources", sources)
        .with_section("auth", auth(source))
        .with_section("methods", methods(writer))
        .with_section("verbs", verbs(writer))
        .with_section("statuses", writer.errors.statuses())
        .with_section("error_sets", writer.errors.sets())
        .with_section("parameters", parameters)
        .with_section("envelope", envelope);
    map.comment([
        "Every answer is `bare`: the value alone, with nothing around it. Where this API wraps what it".to_owned(),
        "sends, say in what, and change `success` of the verbs to `page` and `one`.".to_owned(),
    ]);
    map.with_section("types", types)
        .with_section("include", includes)
        .with_section("resources", resources)
}

/// The first line of a text.
fn one_line(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default().trim();
    if line.is_empty() { "API".to_owned() } else { line.to_owned() }
}

/// What the API is, and where.
fn docs(source: &Source<'_>) -> String {
    let docs = source.docs.clone().unwrap_or_else(|| format!("{}.", source.title));
    match &source.server {
        Some(server) => format!("{docs}\n\nServer: <{server}>."),
        None => docs,
    }
}

fn cited(source: &Source<'_>) -> String {
    let title = one_line(&source.title);
    match &source.version {
        Some(version) => {
            format!("The OpenAPI document \"{title}\" of version {}", one_line(version))
        }
        None => format!("The OpenAPI document \"{title}\""),
    }
}

fn auth(source: &Source<'_>) -> Map {
    let mut map = Map::tall();
    let mut taken = Taken::new(name::field, &[]);
    for scheme in &source.schemes {
        let name = taken.claim([name::snake(scheme.name), "scheme".to_owned()]);
        let docs = scheme.docs.clone().unwrap_or_else(|| super::sentence(scheme.name));
        let entry = Map::default().with("header", scheme.header.as_str());
        map.put(&name, entry.with("prefix", scheme.prefix).with("docs", docs));
    }
    map
}

fn methods(writer: &Writer<'_, '_>) -> Map {
    let mut map = Map::default();
    for facts in VERBS.iter().filter(|facts| writer.success.contains_key(facts.name)) {
        if let Some(method) = facts.method {
            map.put(facts.name, method.as_str());
        }
    }
    map
}

fn verbs(writer: &Writer<'_, '_>) -> Map {
    let mut map = Map::tall();
    for facts in VERBS {
        let Some(success) = writer.success.get(facts.name) else { continue };
        let repeat = facts.method.is_some_and(super::super::resource::is_safe);
        let entry = Map::tall()
            .with("meaning", facts.meaning)
            .with("on", facts.on)
            .with("success", shapes(success))
            .with("repeat", if repeat { "safe" } else { "unsafe" })
            .with_some("errors", writer.errors.of_verb(facts.name))
            .with("docs", facts.docs);
        map.put(facts.name, entry);
    }
    map
}
