//! The report, as text and as JSON.

use deskpro_runtime::{Drift, Envelope, drift::Report, from_json};

use super::{Ticket, observed};
use crate::{
    folder::Folder,
    helpdesk::{TicketError, get},
};

const FILE: &str = r#"{
  "drift": 1,
  "findings": [
    {"kind":"unknown_validation_code","operation":"tickets.create","path":"subject","code":"shouting","count":1},
    {"kind":"unknown_status","operation":"tickets.get","status":409,"count":1},
    {"kind":"unknown_code","operation":"tickets.get","status":400,"code":"is_merged","count":2},
    {"kind":"unknown_code","operation":"tickets.get","status":404,"count":1},
    {"kind":"unknown_field","operation":"tickets.list","path":"data[].new","seen":["null","text"],"count":9,"first":"2026-11-28T09:00:00Z","last":"2026-11-28T17:30:00Z"},
    {"kind":"unexpected_null","operation":"tickets.list","path":"data[].subject","seen":["null"],"count":1},
    {"kind":"unknown_value","operation":"tickets.list","path":"data[].status","value":"snoozed","seen":["text"],"count":3}
  ],
  "left_out": 5
}
"#;

#[test]
fn a_report_is_written_as_it_was_read() {
    let folder = Folder::new("drift");
    let path = folder.path("deep/drift.json");
    let drift = Drift::continuing(&from_json(FILE.as_bytes()).unwrap());
    drift.write_to(&path).unwrap();
    let expected = FILE.replace(
        r#"    {"kind":"unexpected_null","operation":"tickets.list","path":"data[].subject","seen":["null"],"count":1},
    {"kind":"unknown_value","operation":"tickets.list","path":"data[].status","value":"snoozed","seen":["text"],"count":3}
"#,
        r#"    {"kind":"unknown_value","operation":"tickets.list","path":"data[].status","value":"snoozed","seen":["text"],"count":3},
    {"kind":"unexpected_null","operation":"tickets.list","path":"data[].subject","seen":["null"],"count":1}
"#,
    );
    assert_eq!(std::fs::read_to_string(path).unwrap(), expected);
}

#[test]
fn an_empty_one() {
    let folder = Folder::new("empty_drift");
    let path = folder.path("drift.json");
    Drift::new().write_to(&path).unwrap();
    let expected = "{\n  \"drift\": 1,\n  \"findings\": [],\n  \"left_out\": 0\n}\n";
    assert_eq!(std::fs::read_to_string(path).unwrap(), expected);
    assert_eq!(Drift::new().report().to_string(), "");
}

#[test]
fn with_serde_it_is_the_same() {
    let report: Report = serde_json::from_str(FILE).unwrap();
    assert_eq!(report, from_json(FILE.as_bytes()).unwrap());
    let value = serde_json::to_value(&report).unwrap();
    assert_eq!(value, serde_json::from_str::<serde_json::Value>(FILE).unwrap());
}

#[test]
fn what_is_no_report_is_not_read() {
    for text in [
        r#"{"findings": []}"#,
        r#"{"drift": 2, "findings": []}"#,
        r#"{"drift": 1, "findings": [{"kind": "other", "operation": "a", "count": 1}]}"#,
        r#"{"drift": 1, "findings": [{"kind": "unknown_field", "seen": ["colour"], "count": 1}]}"#,
        r#"{"drift": 1, "findings": [{"kind": "unknown_field", "first": "today", "count": 1}]}"#,
    ] {
        assert!(from_json::<Report>(text.as_bytes()).is_err(), "{text}");
    }
}

#[test]
fn findings_know_when_they_were_seen() {
    let begun = jiff::Timestamp::now();
    let (client, drift) = observed(200, r#"{"data": {"new": 1}}"#);
    for _ in 0..2 {
        let _: Envelope<Ticket> = get(&client, 7).send::<_, TicketError>().wait().unwrap();
    }
    let finding = drift.report().findings.remove(0);
    let (first, last) = (finding.first.unwrap(), finding.last.unwrap());
    let second = jiff::SignedDuration::from_secs(1);
    assert!(begun - second <= first && first <= last && last <= jiff::Timestamp::now() + second);
    assert_eq!(first.subsec_nanosecond(), 0);
}

#[test]
fn debug_shows_how_much_was_found() {
    let drift = Drift::continuing(&from_json(FILE.as_bytes()).unwrap());
    assert_eq!(format!("{drift:?}"), "Drift { findings: 7, .. }");
}
