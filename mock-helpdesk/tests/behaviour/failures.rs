//! Answers that a test forces.

use std::time::Duration;

use crate::ask::{ask, library_desk, request, send, tell};
use bytes::Bytes;
use deskpro_mock::{Delivery, Ending, Failure, Helpdesk};
use serde_json::{Value, json};

fn desk() -> Helpdesk {
    library_desk().seed("people", 3).build().unwrap()
}

#[test]
fn a_code_comes_with_status_and_message_of_the_description() {
    let desk = desk();
    desk.fail_next(Failure::code("too_fast").with_retry_after(30));
    let request = request("GET /lib/people").body(Bytes::new()).unwrap();
    let response = desk.answer(request);
    assert_eq!(response.status(), 429);
    assert_eq!(response.headers()["Retry-After"], "30");
    let body: Value = serde_json::from_slice(response.body()).unwrap();
    assert_eq!(
        body,
        json!({ "status": 429, "code": "too_fast", "message": "Your limit is exhausted." })
    );
    assert_eq!(ask(&desk, "GET /lib/people").status, 200, "only once");
}

#[test]
fn a_status_comes_with_its_first_code() {
    let desk = desk();
    for (status, code) in [
        (429, "too_fast"),
        (405, "method_not_allowed"),
        (423, "locked"),
        (503, "service_unavailable"),
    ] {
        desk.fail_next(Failure::status(status));
        assert_eq!(ask(&desk, "GET /lib/people").refusal(), (status, code));
    }
    desk.fail_next(Failure::code("never_heard_of").with_status(418).with_message("Tea?"));
    let answer = ask(&desk, "GET /lib/people");
    assert_eq!(answer.refusal(), (418, "never_heard_of"));
    assert_eq!(answer.body["message"], "Tea?");
    desk.fail_next(Failure::status(99));
    assert_eq!(ask(&desk, "GET /lib/people").status, 500);
}

#[test]
fn detailed_errors_may_be_anything() {
    let desk = desk();
    let errors = json!({ "errors": [{ "code": "dupe_ticket", "message": "Duplicate ticket." }] });
    desk.fail_next(Failure::code("invalid_input").with_errors(errors.clone()));
    assert_eq!(ask(&desk, "GET /lib/people").body["errors"], errors);
}

#[test]
fn failures_wait_for_their_operation() {
    let desk = desk();
    desk.fail_next(Failure::status(429).on("people.get"));
    desk.fail_next(Failure::status(404).on("people.list"));
    desk.fail_next(Failure::status(401));
    assert_eq!(ask(&desk, "GET /lib/people").status, 404);
    assert_eq!(desk.waiting_failures().len(), 2);
    assert_eq!(ask(&desk, "GET /lib/nowhere").status, 401);
    assert_eq!(ask(&desk, "GET /lib/people").status, 200);
    assert_eq!(ask(&desk, "GET /lib/people/1").status, 429);
    assert_eq!(desk.waiting_failures(), []);
}

#[test]
fn a_refusal_is_instead_of_the_deed() {
    let desk = desk();
    desk.fail_next(Failure::status(429));
    assert_eq!(tell(&desk, "PUT /lib/people", &json!({})).status, 429);
    assert_eq!(ask(&desk, "GET /lib/people").body["meta"]["total"], 3);
}

#[test]
fn bodies_may_be_spoiled_after_the_deed() {
    let desk = desk();
    let right = ask(&desk, "GET /lib/people/1").text;
    let spoiled = |failure: Failure| {
        desk.fail_next(failure);
        ask(&desk, "GET /lib/people/1")
    };
    let page = spoiled(Failure::html_page());
    assert_eq!(page.status, 502);
    assert!(page.text.starts_with("<!DOCTYPE html>"));
    assert_eq!(spoiled(Failure::html_page().with_status(200)).status, 200);
    let empty = spoiled(Failure::empty_body());
    assert_eq!((empty.status, empty.text.as_str()), (200, ""));
    let cut = spoiled(Failure::cut_off());
    assert_eq!((cut.status, cut.text.as_str()), (200, &right[..right.len() / 2]));
    let wrong = spoiled(Failure::wrong_type());
    assert_eq!((wrong.status, wrong.data()), (200, &json!("This is text.")));
    let huge = spoiled(Failure::huge_body(5 << 20));
    assert_eq!(huge.data().as_str().map(str::len), Some(5 << 20));

    desk.fail_next(Failure::cut_off());
    assert_eq!(tell(&desk, "PUT /lib/people", &json!({})).status, 201);
    assert_eq!(ask(&desk, "GET /lib/people").body["meta"]["total"], 4);
}

#[test]
fn a_failure_needs_no_credentials() {
    let desk = desk();
    desk.fail_next(Failure::status(429));
    assert_eq!(send(&desk, http::Request::get("/lib/people"), "").status, 429);
}

#[test]
fn failures_may_last_until_they_are_cleared() {
    let desk = desk();
    desk.fail(Failure::status(503).on("people.*").after(1).every(2));
    let statuses = |count: usize| -> Vec<u16> {
        (0..count).map(|_| ask(&desk, "GET /lib/people").status).collect()
    };
    assert_eq!(statuses(6), [200, 200, 503, 200, 503, 200]);
    assert_eq!(ask(&desk, "GET /lib/shelves").status, 200, "another resource");
    desk.fail_next(Failure::status(429));
    assert_eq!(statuses(2), [503, 429], "each takes the first that meets it");
    desk.clear_failures();
    assert_eq!(statuses(3), [200; 3]);
    desk.fail(Failure::status(500).times(2));
    assert_eq!(statuses(3), [500, 500, 200]);
    assert_eq!(desk.waiting_failures(), []);
}

#[test]
fn chance_meets_the_same_requests_again() {
    let statuses = || -> Vec<u16> {
        let desk = desk();
        desk.fail(Failure::status(500).with_probability(0.5, 3));
        (0..64).map(|_| ask(&desk, "GET /lib/people").status).collect()
    };
    let met = statuses().iter().filter(|status| **status == 500).count();
    assert!((20..44).contains(&met), "{met}");
    assert_eq!(statuses(), statuses());
}

#[test]
fn unknown_fields_and_codes_and_what_is_no_json() {
    let desk = desk();
    desk.fail_next(Failure::unknown_field());
    let answer = ask(&desk, "GET /lib/people/1");
    let unknown = json!({ "since": [2026, null] });
    assert_eq!(answer.data()["deskpro_mock_unknown_field"], unknown);
    assert_eq!(
        (&answer.body["deskpro_mock_unknown_field"], answer.data()["id"].as_u64()),
        (&unknown, Some(1))
    );
    desk.fail_next(Failure::unknown_code());
    assert_eq!(ask(&desk, "GET /lib/people/1").refusal(), (400, "never_heard_of"));
    desk.fail_next(Failure::malformed());
    let answer = ask(&desk, "GET /lib/people/1");
    assert_eq!((answer.status, &answer.body), (200, &Value::Null));
    assert!(answer.text.starts_with("{\"data\": [1, 2,,"), "{}", answer.text);
}

#[test]
fn answers_say_how_they_travel() {
    let desk = library_desk()
        .seed("people", 3)
        .latency(Duration::from_millis(20)..=Duration::from_millis(20))
        .fail(Failure::truncated().on("people.get").times(1))
        .build()
        .unwrap();
    let delivery =
        |line: &str| Delivery::of(&desk.answer(request(line).body(Bytes::new()).unwrap()));
    let late = delivery("GET /lib/people");
    assert_eq!((late.delay.as_millis(), late.ending), (20, Ending::Whole));
    assert_eq!(delivery("GET /lib/people/1").ending, Ending::Truncated);
    desk.fail_next(Failure::stalled().with_delay(Duration::from_secs(1)));
    let stalled = delivery("GET /lib/people");
    assert_eq!((stalled.delay.as_millis(), stalled.ending), (1020, Ending::Stalled));
    desk.fail_next(Failure::reset());
    assert_eq!(tell(&desk, "PUT /lib/people", &json!({})).status, 502);
    assert_eq!(ask(&desk, "GET /lib/people").body["meta"]["total"], 3, "not carried out");
    let failing = library_desk().fail(Failure::reset().on("people.lst")).build();
    let problem = "the description has no operation `people.lst`: did you mean `people.list`?";
    assert_eq!(failing.unwrap_err().to_string(), problem);
}
