//! No value of anybody's gets into a report, whatever comes.

use deskpro_runtime::{Drift, Envelope, to_json};
use proptest::prelude::*;

use super::{Ticket, observed};
use crate::helpdesk::{TicketError, get};

/// Names that the description has, and names that it has not.
const NAMES: &[&str] = &[
    "id",
    "subject",
    "status",
    "priority",
    "person",
    "labels",
    "fields",
    "urgency",
    "score",
    "is_hold",
    "date_created",
    "name",
    "contacts",
    "value",
    "new",
    "vip",
    "7",
    "seven",
];

/// Keys that are data; they are of maps, or look like no name.
const KEYS: &[&str] = &["secret@example.com", "secret 7", "Anna Secret", "secret_4711"];

fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => prop::sample::select(NAMES).prop_map(str::to_owned),
        1 => prop::sample::select(KEYS).prop_map(str::to_owned),
    ]
}

/// JSON whose every text and number is a secret.
fn value() -> impl Strategy<Value = String> {
    let scalar = prop_oneof![
        Just("null".to_owned()),
        Just("true".to_owned()),
        Just("\"\"".to_owned()),
        Just("4711".to_owned()),
        Just("4711.5".to_owned()),
        Just("\"secret 7\"".to_owned()),
        Just("\"secret@example.com\"".to_owned()),
        Just("\"4711-01-01T00:00:00+0000\"".to_owned()),
    ];
    scalar.prop_recursive(5, 40, 6, |inner| {
        let member = (name(), inner.clone()).prop_map(|(name, value)| format!("\"{name}\": {value}"));
        let map = |key: &str| format!("\"{key}\": {{\"value\": null, \"new\": \"secret\"}}");
        prop_oneof![
            3 => prop::collection::vec(member, 0..8)
                .prop_map(|members| format!("{{{}}}", members.join(","))),
            1 => prop::collection::vec(inner, 0..4).prop_map(|items| format!("[{}]", items.join(","))),
            1 => prop::sample::select(KEYS)
                .prop_map(move |key| format!("{{\"fields\": {{{}}}}}", map(key))),
        ]
    })
}

/// What the report says of answers with this body.
fn report(status: u16, body: String) -> (Drift, String) {
    let (client, drift) = observed(status, body);
    let _ = get(&client, 7).send::<Envelope<Ticket>, TicketError>().wait();
    let report = drift.report();
    (drift, format!("{report}{}{report:?}", to_json(&report)))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn of_answers(data in value()) {
        let (_, text) = report(200, format!("{{\"data\": {data}, \"secret 7\": {data}}}"));
        prop_assert!(!text.contains("ecret") && !text.contains("4711"), "{text}");
    }

    #[test]
    fn of_refusals(data in value(), code in prop::sample::select(KEYS)) {
        let body = format!(
            "{{\"code\": \"{code}\", \"message\": \"secret\", \"errors\": {{\"errors\": [{{\"code\": \"{code}\",
                \"message\": \"secret\"}}], \"fields\": {{\"{code}\": {{\"errors\": {data}}},
                \"fields\": {{\"fields\": {{\"{code}\": [{{\"code\": \"{code}\"}}]}}}}}}}}}}"
        );
        let (drift, text) = report(400, body);
        prop_assert!(!drift.is_empty());
        prop_assert!(!text.contains("ecret") && !text.contains("4711"), "{text}");
    }
}

#[test]
fn what_is_found_among_secrets_is_found() {
    let (_, text) = report(
        200,
        r#"{"data": {"fields": {"secret": {"new": "secret"}}, "vip": "secret", "status": "secret 7"}}"#
            .to_owned(),
    );
    for finding in ["data.fields.*.new is", "data.vip is", "data.status has the value something"] {
        assert!(text.contains(finding), "{text}");
    }
}
