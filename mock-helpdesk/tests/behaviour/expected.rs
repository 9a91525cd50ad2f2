//! What a test asserts afterwards.

use std::panic::{AssertUnwindSafe, catch_unwind};

use deskpro_mock::{Expected, Failure};
use serde_json::json;

use crate::ask::{ask, library_desk, tell};

#[test]
fn just_what_was_received_in_order_is_expected() {
    let desk = library_desk().seed("people", 2).build().unwrap();
    desk.assert_received([""; 0]);
    ask(&desk, "GET /lib/people?page=2&count=1");
    tell(&desk, "PUT /lib/shelves", &json!({ "name": "Sea" }));
    desk.assert_received(["people.list", "shelves.create"]);
    desk.assert_received([
        Expected::line("GET", "/lib/people").with_query("count", "1").with_query("page", "2"),
        Expected::from("PUT /lib/shelves").with_json(json!({ "name": "Sea" })).with_status(201),
    ]);
    desk.assert_expected();
    for wrong in [
        vec![Expected::from("shelves.create"), "people.list".into()],
        vec!["people.list".into()],
        vec!["people.list".into(), "shelves.create".into(), "people.get".into()],
        vec![Expected::from("people.list").with_query("page", "1"), "shelves.create".into()],
        vec!["people.list".into(), Expected::from("shelves.create").with_json(json!({}))],
        vec!["people.list".into(), Expected::from("shelves.create").with_status(200)],
        vec!["POST /lib/people".into(), "shelves.create".into()],
    ] {
        assert!(desk.check_received(wrong.clone()).is_err(), "{wrong:?}");
    }
}

#[test]
fn the_difference_names_every_request() {
    let desk = library_desk().seed("people", 2).build().unwrap();
    ask(&desk, "GET /lib/people");
    tell(&desk, "PUT /lib/shelves", &json!({ "nam": "Sea" }));
    ask(&desk, "GET /lib/people/1?full=1");
    let expected = [
        Expected::from("people.list"),
        Expected::from("people.get"),
        Expected::from("shelves.create").with_json(json!({ "name": "Sea" })).with_status(201),
    ];
    let mismatch = desk.check_received(expected).unwrap_err();
    assert_eq!(
        mismatch.to_string(),
        "other requests were received than expected:
= people.list: GET /lib/people -> 200
+ shelves.create: PUT /lib/shelves -> 400 invalid_input
    Request input is invalid.
    Unexpected field names: nam (extra_fields)
    name: This value should not be blank. (required)
= people.get: GET /lib/people/1?full=1 -> 400 bad_request
    Unknown query parameter: full
- shelves.create with {\"name\":\"Sea\"} -> 201
"
    );
}

#[test]
fn what_is_wrong_is_unexpected_unless_it_was_forced() {
    let desk = library_desk().seed("people", 2).build().unwrap();
    desk.fail_next(Failure::status(500));
    ask(&desk, "GET /lib/people");
    desk.assert_expected();
    ask(&desk, "GET /lib/nowhere");
    let panicked = catch_unwind(AssertUnwindSafe(|| desk.assert_expected())).unwrap_err();
    let message = panicked.downcast_ref::<String>().unwrap();
    assert_eq!(
        message,
        "unexpected requests were received:\n+ no operation: GET /lib/nowhere -> 404 not_found\n    \
         There is no such thing.\n"
    );
    desk.clear_requests();
    desk.assert_expected();
    assert_eq!(desk.requests(), []);
    ask(&desk, "GET /lib/people");
    assert_eq!(desk.requests()[0].number, 3, "numbers go on");
}
