//! A report consists of words of the description, of the format and of unknown names, and of nothing else:
//! no value of anything that a helpdesk holds.

use std::collections::BTreeSet;

use deskpro_client::{Encode, Writer};
use deskpro_mock::Failure;
use deskpro_spec::api::{Api, TypeKind};
use deskpro_tests::{CALLS, description, helpdesk};

use crate::observed;

/// The words of the format, and the names that the mock gives unknown fields and what is in them.
const FORMAT: &[&str] = &[
    "drift",
    "findings",
    "left_out",
    "kind",
    "operation",
    "path",
    "seen",
    "count",
    "first",
    "last",
    "unknown_field",
    "wrong_kind",
    "data",
    "linked",
    "object",
    "text",
    "list",
    "null",
    "deskpro_mock_unknown_field",
    "since",
];

#[tokio::test]
async fn no_word_of_the_data_is_in_a_report() {
    let api = description();
    let (transport, client, drift) = observed(helpdesk(&api));
    transport.helpdesk().fail(Failure::unknown_field());
    for call in CALLS {
        let _ = call.send(&client).await;
    }
    let report = drift.report();
    assert!(report.findings.len() > 100, "{report}");
    let known = names(&api);
    let mut json = Writer::new();
    report.encode(&mut json);
    let text = json.into_text();
    let is_moment = |word: &str| word.len() >= 20 && word.ends_with('Z') && word.starts_with("20");
    let is_strange = |word: &&str| {
        let is_number = word.len() <= 5 && word.bytes().all(|byte| byte.is_ascii_digit());
        !word.is_empty() && !is_number && !is_moment(word) && !known.contains(*word)
    };
    let split = text.split(|c: char| !c.is_ascii_alphanumeric() && !"_-:".contains(c));
    let strange: BTreeSet<&str> =
        split.map(|word| word.trim_matches(':')).filter(is_strange).collect();
    assert_eq!(strange, BTreeSet::new(), "{report}");
}

/// Every name of the description, and the words of the format.
fn names(api: &Api) -> BTreeSet<&str> {
    let mut names: BTreeSet<&str> = FORMAT.iter().copied().collect();
    for resource in &api.resources {
        names.insert(&resource.name);
        names.extend(resource.linked_as.as_deref());
        names.extend(resource.operations.iter().map(|operation| operation.name.as_str()));
        names.extend(resource.fields.iter().map(|field| field.name.as_str()));
    }
    for ty in &api.types {
        if let TypeKind::Object(fields) = &ty.kind {
            names.extend(fields.iter().map(|field| field.name.as_str()));
        }
    }
    names
}
