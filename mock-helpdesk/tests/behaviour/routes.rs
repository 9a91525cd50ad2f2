//! Which path means what: children, singletons, actions, fixed paths and pinned versions.

use crate::ask::{ask, library_desk, tell};
use deskpro_mock::Helpdesk;
use serde_json::json;

fn desk() -> Helpdesk {
    library_desk()
        .seed("shelves", 2)
        .seed("books", 2)
        .seed("leaves", 2)
        .seed("people", 3)
        .seed("members", 2)
        .build()
        .unwrap()
}

#[test]
fn children_are_found_within_their_parents_only() {
    let desk = desk();
    assert_eq!(ask(&desk, "GET /lib/shelves/2/books").each("id"), [3, 4]);
    assert_eq!(ask(&desk, "GET /lib/shelves/2/books/3").data()["shelf"], 2);
    assert_eq!(ask(&desk, "GET /lib/shelves/2/books/4/leaves").each("id"), [7, 8]);
    assert_eq!(ask(&desk, "GET /lib/shelves/2/books/4/leaves/8").data()["book"], 4);
    for wrong in [
        "shelves/1/books/3",
        "shelves/3/books",
        "shelves/1/books/4/leaves",
        "shelves/2/books/4/leaves/6",
        "shelves/9/books/4/leaves/8",
    ] {
        assert_eq!(
            ask(&desk, &format!("GET /lib/{wrong}")).refusal(),
            (404, "not_found"),
            "{wrong}"
        );
    }
    let body = json!({ "title": "A" });
    assert_eq!(tell(&desk, "PUT /lib/shelves/9/books", &body).refusal(), (404, "not_found"));
}

#[test]
fn what_is_not_there_is_told_before_the_body_is_looked_at() {
    let answer = tell(&desk(), "POST /lib/shelves/1/books/99", &json!({ "nothing": 1 }));
    assert_eq!(answer.refusal(), (404, "not_found"));
}

#[test]
fn fixed_paths_win_over_ids_and_ids_are_numbers() {
    let desk = desk();
    assert_eq!(ask(&desk, "GET /lib/people/online").each("id"), [1, 2, 3]);
    assert_eq!(ask(&desk, "GET /lib/people/2").data()["id"], 2);
    for wrong in ["offline", "2x", "+2", "02", "-2", "%32x", "18446744073709551616", "0", ""] {
        assert_eq!(ask(&desk, &format!("GET /lib/people/{wrong}")).refusal().0, 404, "{wrong}");
    }
    assert_eq!(ask(&desk, "GET /lib/people/%32").data()["id"], 2);
    assert_eq!(ask(&desk, "GET /lib/shelves/1/books/newest").data(), &json!({ "title": "New" }));
}

#[test]
fn parameters_may_be_part_of_a_segment() {
    let desk = desk();
    assert_eq!(ask(&desk, "GET /lib/ticket_labels").status, 200);
    assert_eq!(ask(&desk, "GET /lib/_labels").status, 404);
}

#[test]
fn each_value_of_an_enumeration_in_a_path_has_a_collection_of_its_own() {
    let desk = library_desk().seed("notes", 2).build().unwrap();
    assert_eq!(ask(&desk, "GET /lib/attic_notes").each("id"), [1, 2]);
    assert_eq!(ask(&desk, "GET /lib/hall_notes").each("id"), [3, 4]);
    let made = tell(&desk, "PUT /lib/attic_notes", &json!({ "text": "Dusty" }));
    assert_eq!(made.location.as_deref(), Some("http://desk.example.com/lib/attic_notes/5"));
    assert_eq!(ask(&desk, "GET /lib/attic_notes/5").data()["text"], "Dusty");
    assert_eq!(ask(&desk, "GET /lib/hall_notes/5").status, 404);
    assert_eq!(ask(&desk, "GET /lib/hall_notes").each("id"), [3, 4]);
    assert_eq!(ask(&desk, "GET /lib/cellar_notes").status, 404);
}

#[test]
fn there_is_one_of_a_singleton() {
    let desk = desk();
    assert_eq!(ask(&desk, "GET /lib/me").data(), &json!({ "person_id": 1, "mood": "fine" }));
    let answer = tell(&desk, "POST /lib/me", &json!({ "mood": "better" }));
    assert_eq!(
        (answer.status, answer.location.as_deref()),
        (204, Some("http://desk.example.com/lib/me"))
    );
    assert_eq!(ask(&desk, "GET /lib/me").data()["mood"], "better");
}

#[test]
fn an_item_may_be_named_by_another_field() {
    let desk = desk();
    assert_eq!(ask(&desk, "GET /lib/shelves/2/members").each("person"), [3, 1]);
    assert_eq!(ask(&desk, "DELETE /lib/shelves/2/members/2").status, 404);
    assert_eq!(ask(&desk, "DELETE /lib/shelves/2/members/3").status, 204);
    assert_eq!(ask(&desk, "GET /lib/shelves/2/members").each("person"), [1]);
    let made = tell(&desk, "PUT /lib/shelves/2/members", &json!({ "person": 2 }));
    let address = "http://desk.example.com/lib/shelves/2/members/2";
    assert_eq!((made.data()["id"].as_u64(), made.location.as_deref()), (Some(5), Some(address)));
}

#[test]
fn actions_answer_with_nothing_or_with_the_object() {
    let desk = desk();
    let lent = tell(&desk, "POST /lib/shelves/1/books/2/lend", &json!({ "days": 3 }));
    assert_eq!((lent.status, lent.text.as_str()), (204, ""));
    let shown = ask(&desk, "POST /lib/shelves/1/books/2/show");
    assert_eq!((shown.status, &shown.data()["id"]), (200, &json!(2)));
    assert_eq!(tell(&desk, "POST /lib/shelves/1/books/9/lend", &json!({ "days": 3 })).status, 404);
}

#[test]
fn an_operation_that_returns_another_resource_leads_to_it() {
    let desk = desk();
    assert_eq!(ask(&desk, "GET /lib/people/1/books").each("id"), [1, 4]);
    assert_eq!(ask(&desk, "GET /lib/people/3/books").each("id"), [3]);
    assert_eq!(ask(&desk, "GET /lib/people/4/books").status, 404);
}

#[test]
fn a_date_may_pin_the_version() {
    let desk = desk();
    assert_eq!(ask(&desk, "GET /lib/20161122/people/2").data()["id"], 2);
    let page = ask(&desk, "GET /lib/20161122/people");
    assert_eq!(page.body["links"]["self"], "/people");
    for wrong in [
        "/lib/2016112/people",
        "/lib/20161122people",
        "/lib/20161122/20161122/people",
        "/lib/today123/people",
    ] {
        assert_eq!(ask(&desk, &format!("GET {wrong}")).status, 404, "{wrong}");
    }
}

#[test]
fn what_is_no_path_of_the_api_is_not_found() {
    let desk = desk();
    for wrong in [
        "/",
        "/lib",
        "/lib/",
        "/people",
        "/library/people",
        "/lib/people/",
        "/lib//people",
        "/LIB/people",
        "/lib/people/1/books/1",
        "/lib/%ff",
        "/lib/people/%",
        "/lib/../lib/people",
        "/lib/20161122",
    ] {
        assert_eq!(ask(&desk, &format!("GET {wrong}")).refusal(), (404, "not_found"), "{wrong}");
    }
}
