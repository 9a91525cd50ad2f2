//! What `include` sends along.

use crate::ask::{Answer, ask, library_desk};
use crate::deskpro::empty;
use deskpro_mock::{Dialect, Helpdesk};
use serde_json::{Value, json};

fn desk(dialect: Dialect) -> Helpdesk {
    let desk = library_desk().dialect(dialect).seed("shelves", 1).seed("books", 3);
    desk.seed("people", 2).seed("leaves", 2).build().unwrap()
}

/// The ids under one kind of what was sent along.
fn ids(answer: &Answer, kind: &str) -> Vec<String> {
    let linked = answer.body["linked"][kind].as_object();
    linked.into_iter().flatten().map(|(id, _)| id.clone()).collect()
}

#[test]
fn what_is_referred_to_stands_under_its_kind_and_id() {
    let desk = desk(Dialect::Live);
    let answer = ask(&desk, "GET /lib/shelves/1/books?include=person,leaf&count=2");
    assert_eq!((answer.status, answer.each("author")), (200, vec![json!(1), json!(2)]));
    assert_eq!(ids(&answer, "person"), ["1", "2"]);
    assert_eq!(ids(&answer, "leaf"), ["1", "2", "3", "4"]);
    let person = &answer.body["linked"]["person"]["2"];
    assert_eq!(person, ask(&desk, "GET /lib/people/2").data());

    let one = ask(&desk, "GET /lib/shelves/1/books/3?include=person");
    assert_eq!(one.body["linked"], json!({ "person": { "1": person_of(&desk, 1) } }));
    assert_eq!(ask(&desk, "GET /lib/shelves/1/books/3").body["linked"], json!({}));
}

fn person_of(desk: &Helpdesk, id: u64) -> Value {
    ask(desk, &format!("GET /lib/people/{id}")).data().clone()
}

#[test]
fn the_guide_knows_no_linked_but_objects_in_the_place_of_ids() {
    for dialect in [Dialect::Guide, Dialect::Live] {
        let desk = desk(dialect);
        let line = "GET /lib/shelves/1/books?include=person,leaf&inline_sideloads=1&count=1";
        let answer = ask(&desk, line);
        let book = &answer.data()[0];
        assert_eq!(book["author"], person_of(&desk, 1), "{dialect:?}");
        assert_eq!(book["leaves"][1]["id"], 2, "{dialect:?}");
        assert_eq!(book["shelf"], 1, "nobody asked for shelves");
        let linked = (dialect == Dialect::Live).then(|| json!({}));
        assert_eq!(answer.body.get("linked"), linked.as_ref(), "{dialect:?}");

        let answer = ask(&desk, "GET /lib/shelves/1/books?include=person&inline_sideloads=0");
        assert_eq!(answer.data()[0]["author"], 1, "{dialect:?}");
    }
}

#[test]
fn kinds_that_nobody_knows_are_refused() {
    let desk = desk(Dialect::Live);
    let answer = ask(&desk, "GET /lib/shelves/1/books?include=person,ghost");
    assert_eq!(answer.refusal(), (400, "bad_request"));
    assert_eq!(answer.body["message"], "Query parameter include has an unknown value: ghost");
    let known = ask(&desk, "GET /lib/shelves/1/books?include=shop,,");
    assert_eq!((known.status, &known.body["linked"]), (200, &json!({})), "known, and nowhere");
    assert_eq!(ask(&desk, "GET /lib/people?include=person").refusal(), (400, "bad_request"));
}

#[test]
fn what_is_gone_is_not_sent_along() {
    let desk = library_desk().dialect(Dialect::Live).seed("shelves", 1).seed("books", 1);
    let desk = desk.build().unwrap();
    let answer = ask(&desk, "GET /lib/shelves/1/books?include=person");
    assert_eq!((answer.each("author"), &answer.body["linked"]), (vec![json!(1)], &json!({})));
}

#[test]
fn agents_are_sent_along_where_a_field_is_called_so() {
    let desk = empty().dialect(Dialect::Live);
    let desk = desk.seed("tickets", 1).seed("people", 3).seed("agents", 3).build().unwrap();
    let answer = ask(&desk, "GET /api/v2/tickets/1?include=agent");
    let agent = answer.data()["agent"].to_string();
    assert_eq!(ids(&answer, "agent"), [agent.as_str()]);
    assert_eq!(answer.body["linked"]["agent"][&agent]["is_agent"], true);
    assert_eq!(ids(&answer, "person"), [""; 0]);
    let answer = ask(&desk, "GET /api/v2/tickets?include=person");
    assert_eq!(answer.body["linked"]["person"]["1"]["id"], 1);
}
