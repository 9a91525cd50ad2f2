//! What is learnt of a helpdesk: the overlay, and what leads to none. After a wanted change:
//! `UPDATE_EXPECT=1 cargo test --package deskpro-codegen --test learn`, then read the difference.

use deskpro_codegen::{Drift, Lesson, learn};
use deskpro_spec::api::Api;
use deskpro_spec::{Sources, load};
use expect_test::expect_file;

fn api() -> Api {
    let sources = Sources::from_files([("api.yaml", include_str!("learn/api.yaml"))]);
    load(&sources).unwrap_or_else(|problems| panic!("{}", problems.short(&sources)))
}

/// What is learnt of findings, as the members of a report.
fn lesson(findings: &str) -> Lesson {
    let report = format!(r#"{{"drift": 1, "findings": [{findings}]}}"#);
    learn(&api(), &[Drift::read(&report).unwrap()])
}

/// A finding of this kind, with its other members.
fn finding(kind: &str, operation: &str, rest: &str) -> String {
    format!(r#"{{"kind": "{kind}", "operation": "{operation}", "count": 1{rest}}}"#)
}

#[test]
fn an_overlay_says_what_was_seen_and_where() {
    let drift = Drift::read(include_str!("learn/drift.json")).unwrap();
    let lesson = learn(&api(), &[drift]);
    assert_eq!((lesson.known(), lesson.unplaced()), (&[][..], &[][..]));
    expect_file!["learn/overlay.yaml"].assert_eq(lesson.overlay().unwrap());
}

#[test]
fn reports_are_taken_together() {
    let drift = || Drift::read(include_str!("learn/drift.json")).unwrap();
    let lesson = learn(&api(), &[drift(), drift()]);
    let overlay = lesson.overlay().unwrap();
    assert!(overlay.contains("# Seen 86 times, in notes.get at data.about.size,"), "{overlay}");
    assert_eq!(lesson.changes(), learn(&api(), &[drift()]).changes());
}

#[test]
fn what_is_described_is_known() {
    for (kind, operation, rest) in [
        ("unknown_field", "notes.get", r#", "path": "data.text""#),
        ("unknown_value", "notes.list", r#", "path": "data[].colour", "value": "red""#),
        ("unexpected_null", "notes.list", r#", "path": "data[].about""#),
        ("unknown_code", "notes.get", r#", "status": 404, "code": "locked""#),
        ("unknown_status", "notes.get", r#", "status": 404"#),
        ("unknown_validation_code", "notes.create", r#", "code": "too_long""#),
    ] {
        let lesson = lesson(&finding(kind, operation, rest));
        assert_eq!((lesson.known().len(), lesson.overlay()), (1, None), "{kind}");
        assert_eq!(lesson.unplaced(), [""; 0], "{kind}");
    }
}

#[test]
fn what_cannot_be_placed_is_listed_with_the_reason() {
    let no_name = "its name looks like data, so it was not kept";
    for (kind, operation, rest, line) in [
        (
            "unknown_field",
            "tasks.list",
            r#", "path": "data[].a""#,
            "the field data[].a in tasks.list: there is no such operation",
        ),
        (
            "unknown_code",
            "batch.send",
            r#", "status": 400, "code": "a""#,
            "the code `a` (400) in batch.send: there is no such operation",
        ),
        (
            "unknown_field",
            "notes.list",
            r#", "path": "data[].*""#,
            &format!("the field data[].* in notes.list: {no_name}"),
        ),
        (
            "unknown_field",
            "notes.list",
            r#", "path": "count""#,
            "the field count in notes.list: it is beside the data of the answer, which no resource describes",
        ),
        (
            "unknown_field",
            "notes.list",
            r#", "path": "linked.task.*.a""#,
            "the field linked.task.*.a in notes.list: no resource is sent along as `task`",
        ),
        (
            "unknown_field",
            "notes.list",
            r#", "path": "data[].a.b""#,
            "the field data[].a.b in notes.list: `a` is not described",
        ),
        (
            "unknown_field",
            "notes.list",
            r#", "path": "data[].text.b""#,
            "the field data[].text.b in notes.list: nothing is described within that value",
        ),
        (
            "unknown_field",
            "notes.list",
            r#", "path": "data[][].b""#,
            "the field data[][].b in notes.list: a list where an object is described",
        ),
        (
            "unknown_value",
            "notes.list",
            r#", "path": "data[].colour""#,
            "the value something that looks like no name data[].colour in notes.list: it looks like data, so it was not kept",
        ),
        (
            "unknown_value",
            "notes.list",
            r#", "path": "data[].text", "value": "a""#,
            "the value `a` data[].text in notes.list: it is no value of an enumeration",
        ),
        (
            "unexpected_null",
            "notes.list",
            r#", "path": "data[].pages[]""#,
            "null data[].pages[] in notes.list: only fields can be described as null, not what lists and maps hold",
        ),
        (
            "unexpected_null",
            "notes.list",
            r#", "path": "data[].id""#,
            "null data[].id in notes.list: the id of a resource cannot be null",
        ),
        (
            "unexpected_null",
            "notes.list",
            r#", "path": "data""#,
            "null data in notes.list: only fields can be described as null, not what lists and maps hold",
        ),
        (
            "wrong_kind",
            "notes.list",
            r#", "path": "data[].colour", "seen": ["list"]"#,
            "another kind of value data[].colour in notes.list: described is `notes.colour`, seen was list; somebody has to decide",
        ),
        (
            "unknown_code",
            "notes.list",
            r#", "status": 400, "code": "gone""#,
            "the code `gone` (400) in notes.list: the code is described with 404",
        ),
        (
            "unknown_code",
            "notes.list",
            r#", "status": 404"#,
            "the code something that looks like no name (404) in notes.list: it looks like data, so it was not kept",
        ),
        (
            "unknown_code",
            "notes.list",
            r#", "status": 404, "code": "Gone""#,
            "the code `Gone` (404) in notes.list: in Rust it would be called like the code `gone`",
        ),
        (
            "unknown_code",
            "notes.list",
            r#", "status": 404, "code": "created""#,
            "the code `created` (404) in notes.list: in Rust it would be called like the status 201",
        ),
        (
            "unknown_status",
            "notes.list",
            r#", "status": 302"#,
            "the status 302 in notes.list: a description has no refusals with that status",
        ),
        (
            "unknown_validation_code",
            "notes.create",
            r#", "code": "unknown""#,
            "the validation code `unknown` in notes.create: in Rust it would be called like the variant for unknown codes",
        ),
        (
            "unknown_validation_code",
            "notes.create",
            "",
            "the validation code something that looks like no name in notes.create: it looks like data, so it was not kept",
        ),
        (
            "later",
            "notes.list",
            r#", "path": "data[].a""#,
            "the finding `later` data[].a in notes.list: this version does not know that kind of finding",
        ),
    ] {
        let lesson = lesson(&finding(kind, operation, rest));
        assert_eq!(lesson.unplaced(), [line]);
        assert_eq!((lesson.known().len(), lesson.changes()), (0, 0), "{line}");
    }
}

#[test]
fn what_would_be_called_as_something_else_is_gets_another_name() {
    let field = |name: &str| {
        let rest = format!(r#", "path": "data.{name}", "seen": ["text"]"#);
        finding("unknown_field", "notes.get", &rest)
    };
    let value = |value: &str| {
        let rest = format!(r#", "path": "data.colour", "value": "{value}""#);
        finding("unknown_value", "notes.get", &rest)
    };
    let findings = [
        field("Text"),
        field("extra"),
        field("newText"),
        field("new_text"),
        value("Red"),
        value("unknown"),
    ];
    let lesson = lesson(&findings.join(","));
    let overlay = lesson.overlay().unwrap();
    for (key, name) in [
        ("Text", "text_seen"),
        ("extra", "extra_seen"),
        ("new_text", "new_text_seen"),
        ("Red", "RedSeen"),
        ("unknown", "UnknownSeen"),
    ] {
        let below = overlay.split_once(&format!("      {key}:\n")).unwrap().1;
        let end = below.find("#").unwrap_or(below.len());
        assert!(below[..end].contains(&format!("        rust: {name}\n")), "{key}: {overlay}");
    }
    assert_eq!(overlay.matches("rust:").count(), 5);
}

#[test]
fn of_two_codes_that_would_be_one_the_first_counts() {
    let code = |code: &str, status: u16| {
        finding("unknown_code", "notes.get", &format!(r#", "status": {status}, "code": "{code}""#))
    };
    let findings = [code("is_secret", 404), code("isSecret", 404), code("is_secret", 400)];
    let lesson = lesson(&findings.join(","));
    assert_eq!(
        lesson.unplaced(),
        [
            "the code `isSecret` (404) in notes.get: in Rust it would be called like the code `is_secret`, \
             which was seen too",
            "the code `is_secret` (400) in notes.get: it was seen with 404 too",
        ]
    );
}

#[test]
fn a_status_is_not_called_like_a_code() {
    let status = finding("unknown_status", "notes.get", r#", "status": 409"#);
    let code = finding("unknown_code", "notes.get", r#", "status": 404, "code": "conflict""#);
    let lesson = lesson(&format!("{status},{code}"));
    assert!(lesson.overlay().unwrap().contains("409:\n          name: status_409\n"));
}

#[test]
fn a_field_that_another_description_knew_to_be_null_is_new() {
    let rest = r#", "path": "data.size", "seen": ["integer"]"#;
    let new = finding("unknown_field", "notes.get", rest);
    let null = finding("unexpected_null", "notes.get", r#", "path": "data.size""#);
    let lesson = lesson(&format!("{new},{null}"));
    assert!(lesson.overlay().unwrap().contains("      size:\n        type: integer?\n"));
}

#[test]
fn what_cannot_be_placed_stands_in_the_overlay_too() {
    let new = finding("unknown_field", "notes.get", r#", "path": "data.new", "seen": ["text"]"#);
    let beside = finding("unknown_field", "notes.get", r#", "path": "data.*""#);
    let lesson = lesson(&format!("{new},{beside}"));
    let overlay = lesson.overlay().unwrap();
    let end = "\n# Seen too, and without a place here:\n\
               # - the field data.* in notes.get: its name looks like data, so it was not kept\n";
    assert!(overlay.ends_with(end), "{overlay}");
}

#[test]
fn what_had_no_room_is_told() {
    let drift = Drift::read(r#"{"drift": 1, "findings": [], "left_out": 7}"#).unwrap();
    let lesson = learn(&api(), &[drift.clone(), drift]);
    assert_eq!((lesson.left_out(), lesson.overlay()), (14, None));
}
