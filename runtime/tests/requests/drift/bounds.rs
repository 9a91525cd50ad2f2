//! However much comes, what is kept has bounds, and what is counted is counted right.

use deskpro_runtime::{Drift, Page, drift::Report, from_json};

use super::{Ticket, findings, observed};
use crate::helpdesk::{TicketError, list};

fn page(items: impl IntoIterator<Item = String>) -> String {
    let items: Vec<String> = items.into_iter().collect();
    format!("{{\"data\": [{}]}}", items.join(","))
}

fn read(body: String) -> Drift {
    let (client, drift) = observed(200, body);
    let _: Page<Ticket> = list(&client).send::<_, TicketError>().wait().unwrap();
    drift
}

/// A report of null at as many paths.
fn report(findings: impl IntoIterator<Item = String>) -> Report {
    let null = |path| {
        format!(r#"{{"kind": "unexpected_null", "operation": "a", "path": "{path}", "count": 2}}"#)
    };
    let findings: Vec<String> = findings.into_iter().map(null).collect();
    from_json(format!(r#"{{"drift": 1, "findings": [{}]}}"#, findings.join(",")).as_bytes())
        .unwrap()
}

#[test]
fn an_object_with_more_than_a_hundred_unknown_names_is_a_map() {
    let names = |count: usize| {
        // A letter for each digit, so that they look like names.
        let name = |number: usize| -> String {
            format!("{number:03}").bytes().map(|digit| char::from(digit - b'0' + b'a')).collect()
        };
        read(page((0..count).map(|number| format!(r#"{{"{}": 1}}"#, name(number)))))
    };
    let few = names(100).report().findings;
    assert_eq!((few.len(), few[0].path.as_str()), (100, "data[].aaa"));
    assert_eq!(
        findings(&names(120)),
        ["tickets.list: data[].* is not described: integer (120 times)"]
    );
}

#[test]
fn a_place_with_more_than_fifty_unknown_values_is_no_enumeration() {
    let value = |number: usize| format!("{}", char::from(b'A' + u8::try_from(number).unwrap()));
    let values = (0..56)
        .filter(|number| !(26..32).contains(number))
        .chain(0..2)
        .map(value)
        .collect::<Vec<_>>();
    let more = ["one", "two", "two"].map(str::to_owned);
    let status = |value: &String| format!(r#"{{"status": "{value}"}}"#);
    let drift = read(page(values.iter().chain(&more).map(status)));
    let findings = findings(&drift);
    assert_eq!(findings.len(), 51);
    assert_eq!(
        findings[0],
        "tickets.list: data[].status has the value something that looks like no name, which is not \
         described: text (3 times)"
    );
    assert!(findings[1].contains("`A`") && findings[1].ends_with("(2 times)"), "{}", findings[1]);
}

#[test]
fn findings_beyond_the_limit_are_counted() {
    let drift = Drift::continuing(&report((0..1_003).map(|path| format!("data.p{path}"))));
    assert_eq!((drift.report().findings.len(), drift.report().left_out), (1_000, 6));
    // What is known goes on.
    drift_again(&drift);
    let first = drift.report().findings[0].clone();
    assert_eq!((first.path.as_str(), first.count), ("data.p0", 2));
    let known = Drift::continuing(&drift.report());
    assert_eq!(known.report(), drift.report());
}

/// Finds something new with the same handle.
fn drift_again(drift: &Drift) {
    let transport = deskpro_runtime::transport::MemoryTransport::new(|_| {
        http::Response::new(r#"{"data": [{"new": 1}]}"#.into())
    });
    let client = crate::helpdesk::builder().observe(drift).transport(transport).build().unwrap();
    let _: Page<Ticket> = list(&client).send::<_, TicketError>().wait().unwrap();
    assert_eq!((drift.report().findings.len(), drift.report().left_out), (1_000, 7));
}

#[test]
fn paths_that_are_too_long_are_counted() {
    let drift = Drift::continuing(&report(["x".repeat(511), "x".repeat(512)]));
    assert_eq!((drift.report().findings.len(), drift.report().left_out), (1, 2));
}

#[test]
fn as_many_as_a_body_can_hold_are_found_up_to_a_limit() {
    let drift = read(page((0..70_000).map(|_| r#"{"new":1}"#.to_owned())));
    let report = drift.report();
    assert_eq!((report.findings.len(), report.findings[0].count), (1, 65_536));
    assert_eq!(report.left_out, 70_000 - 65_536);
}

#[test]
fn maps_take_no_room_from_what_is_in_them() {
    // Each map is noted before what is in it, so that the last that is noted has its whole path.
    let drift = read(page((0..40_000).map(|_| r#"{"fields": {"Anna": {"new": 1}}}"#.to_owned())));
    let report = drift.report();
    assert_eq!(report.findings.len(), 1);
    assert_eq!(report.findings[0].path, "data[].fields.*.new");
    assert_eq!(report.findings[0].count + report.left_out, 40_000);
}

#[test]
fn many_clients_at_once_count_together() {
    let (client, drift) = observed(200, r#"{"data": [{"new": 1, "status": "snoozed"}]}"#);
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                for _ in 0..50 {
                    let _: Page<Ticket> = list(&client).send::<_, TicketError>().wait().unwrap();
                }
            });
        }
    });
    assert_eq!(
        findings(&drift),
        [
            "tickets.list: data[].new is not described: integer (400 times)",
            "tickets.list: data[].status has the value `snoozed`, which is not described: text \
             (400 times)",
        ]
    );
}
