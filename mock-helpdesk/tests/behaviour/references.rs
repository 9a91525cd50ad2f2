//! References to what is not there, and what is there already.

use crate::ask::{Answer, ask, tell};
use crate::deskpro::empty;
use deskpro_mock::Helpdesk;
use serde_json::{Value, json};

fn desk() -> Helpdesk {
    let desk = empty().seed("tickets", 2).seed("people", 3).seed("departments", 2);
    desk.seed("agents", 5).build().unwrap()
}

fn ticket(desk: &Helpdesk, more: &Value) -> Answer {
    let mut body = json!({ "subject": "Printer on fire", "person": 1 });
    body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    tell(desk, "PUT /api/v2/tickets", &body)
}

#[test]
fn what_is_not_there_is_refused_where_such_things_are_held() {
    let desk = desk();
    for (name, value) in [
        ("person", json!(99)),
        ("person", json!("99")),
        ("agent", json!(99)),
        ("department", json!(3)),
        ("parent", json!(3)),
    ] {
        let mut body = json!({ "subject": "Printer on fire", "person": 1 });
        body[name] = value;
        let answer = tell(&desk, "PUT /api/v2/tickets", &body);
        assert_eq!(answer.refusal(), (400, "invalid_input"), "{body}");
        assert_eq!(answer.error_at(&[name]), "bad_choice", "{body}");
        let answer = tell(&desk, "POST /api/v2/tickets/1", &json!({ name: body[name] }));
        assert_eq!(answer.error_at(&[name]), "bad_choice", "{body}");
    }
    let answer = ticket(&desk, &json!({ "person": { "id": 99 } }));
    assert_eq!(answer.error_at(&["person", "id"]), "bad_choice");
    let answer = ticket(&desk, &json!({ "cc": [{ "person": 1 }, { "person": 99 }] }));
    assert_eq!(answer.error_at(&["cc", "cc_1", "person"]), "bad_choice");
    assert_eq!(ask(&desk, "GET /api/v2/tickets").each("id"), [1, 2], "nothing was made");
}

#[test]
fn agents_are_people() {
    let desk = desk();
    let answer = ticket(&desk, &json!({ "agent": 5 }));
    assert_eq!((answer.status, &answer.data()["agent"]), (201, &json!(5)), "{}", answer.text);
}

#[test]
fn what_a_helpdesk_never_held_is_not_missed() {
    let desk = empty().seed("tickets", 1).build().unwrap();
    let answer = ticket(&desk, &json!({ "person": 99, "department": 7 }));
    assert_eq!((answer.status, &answer.data()["person"]), (201, &json!(99)), "{}", answer.text);
    let person = json!({ "primary_email": "customer@example.com" });
    assert_eq!(tell(&desk, "PUT /api/v2/people", &person).status, 201);
    let answer = ticket(&desk, &json!({ "subject": "Again", "person": 99, "department": 7 }));
    assert_eq!(answer.error_at(&["person"]), "bad_choice", "people are held from now on");
    assert_eq!(ask(&desk, "DELETE /api/v2/people/1").status, 204);
    let answer = ticket(&desk, &json!({ "subject": "Again", "person": 1 }));
    assert_eq!(answer.error_at(&["person"]), "bad_choice", "also when none is left");
}

#[test]
fn an_e_mail_address_is_of_one_person_only() {
    let desk = empty().seed("people", 3).build().unwrap();
    let create = |body: &Value| tell(&desk, "PUT /api/v2/people", body);
    let emails = json!(["mine@example.com", "second@example.com"]);
    let made = create(&json!({ "primary_email": "mine@example.com", "emails": emails }));
    assert_eq!(made.status, 201, "{}", made.text);

    for (address, place) in [("customer2@example.com", 0), ("MINE@example.com", 0)] {
        let answer = create(&json!({ "primary_email": address }));
        assert_eq!(answer.refusal(), (400, "invalid_input"));
        let error = &answer.body["errors"]["fields"]["emails"]["fields"][format!("emails_{place}")];
        let message = format!("Email \"{address}\" is already in use by other user.");
        assert_eq!(error["errors"], json!([{ "code": "dupe_email", "message": message }]));
    }
    let emails = json!(["other@example.com", "second@example.com"]);
    let answer = create(&json!({ "primary_email": "other@example.com", "emails": emails }));
    assert_eq!(answer.error_at(&["emails", "emails_1"]), "dupe_email", "further addresses, too");
    let found = ask(&desk, "GET /api/v2/people?primary_email=second@example.com");
    assert_eq!(found.data(), &json!([]), "the list looks at first addresses only");

    let own = json!({ "primary_email": "mine@example.com" });
    assert_eq!(tell(&desk, "POST /api/v2/people/4", &own).status, 204, "one's own is no duplicate");
    let answer = tell(&desk, "POST /api/v2/people/3", &own);
    assert_eq!(answer.error_at(&["emails", "emails_0"]), "dupe_email");
}

#[test]
fn a_million_people_are_not_looked_through_for_an_address() {
    let desk = empty().seed("people", 1_000_000).build().unwrap();
    let body = json!({ "primary_email": "customer777777@example.com" });
    let answer = tell(&desk, "PUT /api/v2/people", &body);
    assert_eq!(answer.error_at(&["emails", "emails_0"]), "dupe_email");
    let ticket = json!({ "subject": "Printer on fire", "person": "customer777777@example.com" });
    assert_eq!(tell(&desk, "PUT /api/v2/tickets", &ticket).data()["person"], 777_777);
    let body = json!({ "primary_email": "somebody@example.com" });
    assert_eq!(tell(&desk, "PUT /api/v2/people", &body).data()["id"], 1_000_001);
}

#[test]
fn the_same_ticket_is_not_made_twice() {
    let desk = desk();
    let message = json!({ "message": { "message": "It burns." } });
    assert_eq!(ticket(&desk, &message).status, 201);
    let again = ticket(&desk, &message);
    assert_eq!(again.refusal(), (400, "invalid_input"));
    let expected = json!({ "errors": [{ "code": "dupe_ticket", "message": "Duplicate ticket." }] });
    assert_eq!(again.body["errors"], expected);
    assert_eq!(ticket(&desk, &json!({ "message": { "message": "Still." } })).status, 201);
    assert_eq!(ask(&desk, "DELETE /api/v2/tickets/3").status, 204);
    assert_eq!(ticket(&desk, &message).status, 201, "what is gone is no duplicate");
}

#[test]
fn one_request_makes_no_thousands_of_objects() {
    let desk = empty().seed("tickets", 1).seed("ticket_messages", 1).build().unwrap();
    let files: Vec<Value> = (0..1_001).map(|it| json!({ "blob_auth": it.to_string() })).collect();
    let body = json!({ "message": "Files", "attachments": files });
    let answer = tell(&desk, "PUT /api/v2/tickets/1/messages", &body);
    assert_eq!(answer.refusal(), (400, "bad_request"));
    let expected = "A request holds at most 1000 objects within others";
    assert_eq!(answer.body["message"], expected);
}

#[test]
fn references_may_lead_nowhere_where_that_is_wanted() {
    let sent = json!({ "subject": "A", "person": 99 });
    let desk = || Helpdesk::builder().seed("people", 1);
    let strict = desk().build().unwrap();
    assert_eq!(tell(&strict, "PUT /api/v2/tickets", &sent).error_at(&["person"]), "bad_choice");
    let lenient = desk().any_reference().build().unwrap();
    assert_eq!(tell(&lenient, "PUT /api/v2/tickets", &sent).status, 201);
}

#[test]
fn flags_are_truth_values_however_they_are_written() {
    let desk = Helpdesk::builder().seed("people", 1).seed("tickets", 1).build().unwrap();
    let sent = json!({ "message": "A", "person": 1, "is_note": 1 });
    let line = "PUT /api/v2/tickets/1/messages?follow_location=1";
    let made = tell(&desk, line, &sent);
    assert_eq!(made.data()["is_agent_note"], json!(true), "{}", made.text);
}
