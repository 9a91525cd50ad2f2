//! What is learnt and applied: the overlay can be loaded, and all of it is known then.

use deskpro_codegen::{Drift, learn};
use deskpro_spec::api::Api;
use deskpro_spec::{Sources, load};
use proptest::{collection::vec, prelude::*, sample::select};

fn api() -> Api {
    let sources = Sources::from_files([("api.yaml", include_str!("learn/api.yaml"))]);
    load(&sources).unwrap_or_else(|problems| panic!("{}", problems.short(&sources)))
}

/// Names as reports have them, some of which are described, and some alike in Rust.
const NAMES: &[&str] = &[
    "text", "colour", "Text", "extra", "new", "New", "type", "self", "x-large", "place", "marks",
    "secret", "no", "gone", "Gone", "locked", "conflict", "unknown", "created", "red", "a.b",
];

fn findings() -> impl Strategy<Value = String> {
    let kind = select(
        &[
            "unknown_field",
            "unknown_value",
            "unexpected_null",
            "wrong_kind",
            "unknown_status",
            "unknown_code",
            "unknown_validation_code",
        ][..],
    );
    let operation = select(&["notes.list", "notes.get", "notes.create", "notes.latest", "a.b"][..]);
    let start = select(&["data[]", "data", "linked.note.*", "", "[]"][..]);
    let steps =
        vec(select(&["text", "about", "marks", "*", "place", "pages[]", "colour"][..]), 0..3);
    let name = select(NAMES);
    let seen = select(&["\"text\"", "\"integer\", \"null\"", "\"list\", \"empty_text\"", ""][..]);
    let status = select(&[400, 404, 409, 410, 299][..]);
    let finding = (kind, operation, start, steps, name, seen, status).prop_map(
        |(kind, operation, start, steps, name, seen, status)| {
            let parts = [&[start], &steps[..], &[name]].concat();
            let path = parts.join(".").trim_start_matches('.').to_owned();
            format!(
                r#"{{"kind": "{kind}", "operation": "{operation}", "path": "{path}", "value": "{name}",
                    "code": "{name}", "status": {status}, "seen": [{seen}], "count": 1}}"#
            )
        },
    );
    vec(finding, 1..12).prop_map(|findings| findings.join(","))
}

/// The description with an overlay.
fn with_overlay(overlay: &str) -> Result<Api, String> {
    let sources = Sources::from_files([("api.yaml", include_str!("learn/api.yaml"))])
        .with_overlay_text("seen.yaml", overlay)
        .map_err(|problems| format!("{problems:?}"))?;
    load(&sources).map_err(|problems| problems.short(&sources).to_string())
}

#[test]
fn what_was_learnt_is_known() {
    let drift = || Drift::read(include_str!("learn/drift.json")).unwrap();
    let lesson = learn(&api(), &[drift()]);
    let api = with_overlay(lesson.overlay().unwrap()).unwrap();
    let again = learn(&api, &[drift()]);
    assert_eq!((again.overlay(), again.unplaced()), (None, &[][..]));
    assert_eq!(again.known().len(), 19);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 250, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_overlay_can_be_applied_and_then_all_of_it_is_known(findings in findings()) {
        let drift = || Drift::read(&format!(r#"{{"drift": 1, "findings": [{findings}]}}"#)).unwrap();
        let lesson = learn(&api(), &[drift()]);
        let found = findings.matches("\"kind\"").count();
        prop_assert!(lesson.known().len() + lesson.unplaced().len() <= found);
        let Some(overlay) = lesson.overlay() else { return Ok(()) };
        let api = with_overlay(overlay).map_err(|why| TestCaseError::fail(format!("{why}\n{overlay}")))?;
        let again = learn(&api, &[drift()]);
        prop_assert_eq!(again.overlay(), None);
        prop_assert_eq!(again.known().len() + again.unplaced().len(), found);
    }
}
