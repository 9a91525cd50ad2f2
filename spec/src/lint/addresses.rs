//! Mail addresses in examples that may belong to somebody.

use serde_json::Value;

use super::described::Described;
use super::finding::{Cause, Finding, Findings};
use crate::document::{ExampleDoc, JsonDoc, JsonPart, QueryDoc};
use crate::problem::Place;
use crate::problem::codes::lint::ADDRESS_OF_SOMEBODY;

/// Domains that belong to nobody (RFC 2606), with what is below them.
const RESERVED: [&str; 7] =
    ["example.com", "example.net", "example.org", "example", "test", "invalid", "localhost"];

pub(super) fn rule(described: &Described<'_>, findings: &mut Findings) {
    for list in described.field_lists() {
        for (key, field) in list.fields {
            examine(&format!("{}.{}", list.owner, key.value), field.example.as_ref(), findings);
        }
    }
    for (name, doc) in &described.document.parameters {
        examine(&format!("parameters.{}", name.value), doc.example.as_ref(), findings);
    }
    for it in &described.resources {
        examples(&it.resource.name, &it.doc.examples, findings);
        for operation in &it.operations {
            examples(&operation.name, &operation.doc.examples, findings);
            for (name, query) in &operation.doc.query {
                if let QueryDoc::Own(doc) = query {
                    let about = format!("{}.{}", operation.name, name.value);
                    examine(&about, doc.example.as_ref(), findings);
                }
            }
        }
    }
}

fn examples(about: &str, examples: &[ExampleDoc], findings: &mut Findings) {
    for example in examples {
        examine(about, example.body.as_ref(), findings);
        examine(about, example.response_body.as_ref(), findings);
        for (_, text) in &example.parameters {
            text_of(about, &text.value, text.place, findings);
        }
    }
}

fn examine(about: &str, example: Option<&JsonDoc>, findings: &mut Findings) {
    if let Some(example) = example {
        value(about, &example.value, (example.place, &example.parts), findings);
    }
}

fn value(about: &str, json: &Value, at: (Place, &[JsonPart]), findings: &mut Findings) {
    let (place, parts) = at;
    match json {
        Value::String(text) => text_of(about, text, place, findings),
        Value::Array(items) => {
            for (item, part) in items.iter().zip(parts) {
                value(about, item, (part.place, &part.parts), findings);
            }
        }
        Value::Object(members) => {
            for part in parts {
                if let Some(member) = members.get(&part.key) {
                    value(about, member, (part.place, &part.parts), findings);
                }
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn text_of(about: &str, text: &str, place: Place, findings: &mut Findings) {
    let Some(address) = address(text) else { return };
    let message = format!("the address `{address}` may belong to somebody");
    findings.push(
        Finding::new(ADDRESS_OF_SOMEBODY, place, [about], message)
            .label("not of a domain for examples")
            .help("take one that belongs to nobody: `customer@example.com`")
            .because(Cause {
                key: about.split('.').next().unwrap_or(about).to_owned(),
                place,
                message: "addresses may belong to somebody".to_owned(),
                label: "the first of them",
            }),
    );
}

/// The first mail address in a text whose domain is not for examples.
fn address(text: &str) -> Option<&str> {
    let is_outside = |c: char| !(c.is_ascii_alphanumeric() || ".@_+-".contains(c));
    let words = text.split(is_outside).map(|word| word.trim_matches('.'));
    words.into_iter().find(|word| {
        let Some((name, domain)) = word.split_once('@') else { return false };
        let domain = domain.to_ascii_lowercase();
        let is_domain = domain.contains('.') && !domain.contains('@');
        !name.is_empty() && is_domain && !is_reserved(&domain)
    })
}

fn is_reserved(domain: &str) -> bool {
    RESERVED.iter().any(|reserved| {
        let before = domain.strip_suffix(reserved);
        before.is_some_and(|before| before.is_empty() || before.ends_with('.'))
    })
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn addresses_within_texts() {
        for (text, expected) in [
            ("\"Anne\" <anne@mail.internal>,", Some("anne@mail.internal")),
            ("write to anne+x@mail.office.internal.", Some("anne+x@mail.office.internal")),
            ("anne@notexample.internal", Some("anne@notexample.internal")),
            ("anne@example.com", None),
            ("anne@Mail.Example.ORG, ben@shop.test", None),
            ("@mail.internal and anne@", None),
            ("anne@localhost", None),
            ("a@b@c.org", None),
        ] {
            assert_eq!(address(text), expected, "{text}");
        }
    }
}
