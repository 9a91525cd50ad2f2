//! What follows from what was done: dates, counters, statuses, and what actions do.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime};

use crate::ask::{NOON, ask, library_desk, tell};
use crate::deskpro::empty;
use deskpro_mock::{Builder, Dialect, Helpdesk, MockHelpdesk};
use serde_json::{Value, json};

/// A clock that a test sets forward, and a helpdesk that goes by it. It begins at 12:00:00.
fn with_clock(desk: Builder) -> (Helpdesk, impl Fn(u64)) {
    let seconds = Arc::new(AtomicU64::new(1_746_100_800));
    let shared = Arc::clone(&seconds);
    let now = move || SystemTime::UNIX_EPOCH + Duration::from_secs(shared.load(Ordering::Relaxed));
    let forward = move |by: u64| {
        seconds.fetch_add(by, Ordering::Relaxed);
    };
    (desk.clock(now).build().unwrap(), forward)
}

fn data(desk: &Helpdesk, path: &str) -> Value {
    let answer = ask(desk, &format!("GET /api/v2/{path}"));
    assert_eq!(answer.status, 200, "{path}: {}", answer.text);
    answer.data().clone()
}

fn update(desk: &Helpdesk, path: &str, body: &Value) {
    let answer = tell(desk, &format!("POST /api/v2/{path}"), body);
    assert_eq!(answer.status, 204, "{path}: {}", answer.text);
}

#[test]
fn a_status_that_changes_has_its_dates() {
    let (desk, forward) = with_clock(empty());
    let body = json!({ "subject": "Fire", "person": "customer@example.com" });
    let made = tell(&desk, "PUT /api/v2/tickets", &body);
    assert_eq!(made.data()["date_status"], NOON);
    assert_eq!(made.data()["person_email"], "customer@example.com");
    assert_eq!(made.data()["original_subject"], "Fire");
    assert_eq!(made.data()["ref"], "ABCD-1234-EFGH");

    forward(60);
    update(&desk, "tickets/1", &json!({ "subject": "Fire!" }));
    let ticket = data(&desk, "tickets/1");
    assert_eq!(
        (&ticket["date_status"], &ticket["original_subject"]),
        (&json!(NOON), &json!("Fire"))
    );

    update(&desk, "tickets/1", &json!({ "status": "resolved", "is_hold": true }));
    let ticket = data(&desk, "tickets/1");
    let later = json!("2025-05-01T12:01:00+0000");
    for date in ["date_status", "date_resolved", "date_on_hold"] {
        assert_eq!(ticket[date], later, "{date}");
    }
    assert_eq!(
        (&ticket["ticket_status"], &ticket["date_archived"]),
        (&json!("resolved"), &json!(null))
    );

    forward(60);
    update(&desk, "tickets/1", &json!({ "status": "awaiting_user", "is_hold": false }));
    let ticket = data(&desk, "tickets/1");
    assert_eq!(ticket["date_status"], "2025-05-01T12:02:00+0000");
    assert_eq!((&ticket["date_resolved"], &ticket["date_on_hold"]), (&json!(null), &json!(null)));

    update(&desk, "tickets/1", &json!({ "agent": "agent@example.com" }));
    forward(60);
    update(&desk, "tickets/1", &json!({ "agent": null }));
    update(&desk, "tickets/1", &json!({ "agent": "agent@example.com" }));
    let first = &data(&desk, "tickets/1")["date_first_agent_assign"];
    assert_eq!(first, "2025-05-01T12:02:00+0000", "it is the first time that counts");
}

#[test]
fn replies_are_counted_and_turn_the_status() {
    let (desk, forward) = with_clock(empty().seed("agents", 1));
    let person = json!({ "primary_email": "agent@example.com" });
    assert_eq!(tell(&desk, "PUT /api/v2/people", &person).data()["id"], 1);
    let body = json!({
        "subject": "Fire",
        "person": "customer@example.com",
        "message": { "message": "<p>It burns.</p>" },
    });
    assert_eq!(tell(&desk, "PUT /api/v2/tickets", &body).status, 201);
    let preview = &data(&desk, "tickets/1/messages/1")["message_preview_text"];
    assert_eq!(preview, "It burns.");
    let replies = |desk: &Helpdesk| {
        let ticket = data(desk, "tickets/1");
        let fields = [
            "status",
            "count_user_replies",
            "count_agent_replies",
            "date_last_user_reply",
            "date_first_agent_reply",
            "date_last_agent_reply",
        ];
        fields.map(|field| ticket[field].clone())
    };
    let say = |body: Value| {
        forward(60);
        assert_eq!(tell(&desk, "PUT /api/v2/tickets/1/messages", &body).status, 201);
    };
    let minute = |minute: u64| json!(format!("2025-05-01T12:0{minute}:00+0000"));
    let awaiting = |whom: &str| json!(format!("awaiting_{whom}"));

    let first = [awaiting("agent"), json!(1), json!(0), json!(NOON), json!(null), json!(null)];
    assert_eq!(replies(&desk), first);
    say(json!({ "message": "A note.", "person": 1, "is_note": true }));
    assert_eq!(replies(&desk), first, "a note answers nothing");
    say(json!({ "message": "Leave!", "person": 1 }));
    let answered = [awaiting("user"), json!(1), json!(1), json!(NOON), minute(2), minute(2)];
    assert_eq!(replies(&desk), answered);
    update(&desk, "tickets/1", &json!({ "status": "resolved" }));
    say(json!({ "message": "Out?", "person": 1 }));
    let resolved = [json!("resolved"), json!(1), json!(2), json!(NOON), minute(2), minute(3)];
    assert_eq!(replies(&desk), resolved, "an agent opens nothing");
    say(json!({ "message": "Thanks." }));
    let open = [awaiting("agent"), json!(2), json!(2), minute(4), minute(2), minute(3)];
    assert_eq!(replies(&desk), open, "what a user writes opens it again");
    let ticket = data(&desk, "tickets/1");
    assert_eq!(
        (&ticket["date_resolved"], &ticket["total_to_first_reply"]),
        (&json!(null), &json!(120))
    );
}

#[test]
fn others_count_and_list_what_belongs_to_them() {
    let (desk, _) = with_clock(empty());
    let person = json!({ "name": "Jo Doe", "primary_email": "jo@example.com" });
    let person = tell(&desk, "PUT /api/v2/people", &person);
    let names = ["first_name", "last_name", "display_name", "display_contact"];
    let names = names.map(|name| person.data()[name].clone());
    assert_eq!(names, ["Jo", "Doe", "Jo Doe", "Jo Doe <jo@example.com>"]);
    update(&desk, "people/1", &json!({ "last_name": "Roe" }));
    assert_eq!(data(&desk, "people/1")["display_contact"], "Jo Roe <jo@example.com>");

    let organization = tell(&desk, "PUT /api/v2/organizations", &json!({ "name": "Example Ltd" }));
    assert_eq!(organization.status, 201, "{}", organization.text);
    let member = json!({ "person": 1, "position": "Head" });
    let member = tell(&desk, "PUT /api/v2/organizations/1/members", &member);
    assert_eq!(member.status, 201, "{}", member.text);
    assert_eq!(data(&desk, "people/1")["organization_members"], json!([1]));
    update(&desk, "people/1", &json!({ "organization": 1 }));

    let ticket = json!({ "subject": "Fire", "person": 1, "agent": 1 });
    let made = tell(&desk, "PUT /api/v2/tickets", &ticket);
    assert_eq!(made.data()["organization"], 1, "that of the person");
    let counts =
        || ["people/1", "organizations/1"].map(|path| data(&desk, path)["tickets_count"].clone());
    assert_eq!(counts(), [1, 1]);
    update(&desk, "tickets/1", &json!({ "organization": null }));
    assert_eq!(counts(), [1, 0]);
    assert!(ask(&desk, "DELETE /api/v2/tickets/1").status < 300);
    assert_eq!(counts(), [0, 0]);
    assert!(ask(&desk, "DELETE /api/v2/organizations/1/members/1").status < 300);
    assert_eq!(data(&desk, "people/1")["organization_members"], json!([]));
}

#[test]
fn the_dates_of_a_change_and_the_counters_of_children_are_kept_in_any_api() {
    let (desk, forward) = with_clock(library_desk().seed("shelves", 1).seed("people", 1));
    let leaf = json!({ "text": "Call me Ishmael." });
    let body = json!({ "title": "A", "leaves": [leaf] });
    let made = tell(&desk, "PUT /lib/shelves/1/books", &body);
    assert_eq!(made.data()["leaves_count"], 1);
    forward(60);
    assert_eq!(tell(&desk, "PUT /lib/shelves/1/books/1/leaves", &leaf).status, 201);
    let book = ask(&desk, "GET /lib/shelves/1/books/1");
    assert_eq!((&book.data()["leaves_count"], &book.data()["leaves"]), (&json!(2), &json!([1, 2])));
    assert_eq!(book.data()["date_updated"], json!(null));
    assert_eq!(tell(&desk, "POST /lib/shelves/1/books/1", &json!({ "title": "B" })).status, 204);
    let updated = ask(&desk, "GET /lib/shelves/1/books/1").data()["date_updated"].clone();
    assert_eq!(updated, "2025-05-01T12:01:00+0000");
}

#[test]
fn a_lock_says_since_when_and_whose_it_is() {
    for dialect in [Dialect::Guide, Dialect::Live] {
        let desk = empty().dialect(dialect).seed("tickets", 1).seed("people", 3).build().unwrap();
        let locked = || {
            let ticket = data(&desk, "tickets/1");
            [ticket["date_locked"].clone(), ticket["locked_by_agent"].clone()]
        };
        assert_eq!(locked(), [json!(null), json!(null)]);
        assert_eq!(ask(&desk, "PUT /api/v2/tickets/1/actions/lock").status, 204);
        assert_eq!(locked(), [json!(NOON), data(&desk, "me")["person_id"].clone()], "{dialect:?}");
        assert_eq!(ask(&desk, "PUT /api/v2/tickets/1/actions/unlock").status, 204);
        assert_eq!(locked(), [json!(null), json!(null)]);
    }
}

#[test]
fn agents_come_and_go() {
    let desk = empty().seed("people", 2).build().unwrap();
    let agents = || ask(&desk, "GET /api/v2/agents").each("id");
    assert_eq!(agents(), [0; 0]);
    assert_eq!(ask(&desk, "PUT /api/v2/people/2/permissions?agent=1").status, 204);
    assert_eq!((agents(), &data(&desk, "people/2")["is_agent"]), (vec![json!(2)], &json!(true)));
    assert_eq!(data(&desk, "agents/2")["primary_email"], "customer2@example.com");
    update(&desk, "people/2", &json!({ "first_name": "Jo", "last_name": "Doe" }));
    assert_eq!(data(&desk, "agents/2")["display_name"], "Jo Doe");
    assert_eq!(ask(&desk, "DELETE /api/v2/agents/2/agent_permissions").status, 204);
    assert_eq!((agents(), &data(&desk, "people/2")["is_agent"]), (vec![], &json!(false)));
}

#[test]
fn what_is_split_off_is_listed_by_its_parent() {
    let desk = empty().seed("tickets", 2).build().unwrap();
    let made = |parent: u64| {
        let number = ask(&desk, "GET /api/v2/tickets").each("id").len().to_string();
        let body = json!({ "subject": number, "person": "jo@example.com", "parent": parent });
        tell(&desk, "PUT /api/v2/tickets", &body).data()["id"].clone()
    };
    assert_eq!((made(1), made(1), made(2)), (json!(3), json!(4), json!(5)));
    assert_eq!(data(&desk, "tickets/1")["children"], json!([3, 4]));
    let siblings = |id: u64| data(&desk, &format!("tickets/{id}"))["siblings"].clone();
    assert_eq!((siblings(3), siblings(4), siblings(5)), (json!([4]), json!([3]), json!([])));
    update(&desk, "tickets/4", &json!({ "parent": 2 }));
    assert_eq!(data(&desk, "tickets/1")["children"], json!([3]));
    assert_eq!(data(&desk, "tickets/2")["children"], json!([5, 4]));
    assert_eq!((siblings(3), siblings(4), siblings(5)), (json!([]), json!([5]), json!([4])));
}

#[test]
fn what_is_dismissed_or_deleted_at_once_is_gone() {
    let desk = empty().seed("notifications", 4).seed("incidents", 3).seed("agent_chats", 2);
    let desk = desk.build().unwrap();
    let ids = |path: &str| ask(&desk, &format!("GET /api/v2/{path}")).each("id");
    assert!(ask(&desk, "POST /api/v2/me/notifications/dismiss?alert_ids=1,3").status < 300);
    assert_eq!(ids("me/notifications"), [2, 4]);
    assert!(ask(&desk, "POST /api/v2/me/notifications/dismiss/all").status < 300);
    assert_eq!(ids("me/notifications"), [0; 0]);
    assert!(ask(&desk, "DELETE /api/v2/agent_chats/1/delete").status < 300);
    assert_eq!(ids("agent_chats"), [2]);
}

#[test]
fn links_end_between_the_two_that_are_named() {
    let desk = empty().seed("tickets", 3).seed("slas", 2).build().unwrap();
    for ticket in [2, 3] {
        let link = json!({ "link_ticket": ticket });
        assert_eq!(tell(&desk, "PUT /api/v2/tickets/1/links", &link).status, 201);
    }
    assert!(ask(&desk, "DELETE /api/v2/tickets/1/links?unlink_ticket_id=2").status < 300);
    assert_eq!(ask(&desk, "GET /api/v2/tickets/1/links").each("link_ticket"), [3]);

    for sla in [1, 2] {
        let sla = json!({ "sla": sla });
        assert_eq!(tell(&desk, "PUT /api/v2/tickets/1/ticket_slas", &sla).status, 201);
    }
    assert_eq!(data(&desk, "tickets/1/ticket_slas/by_sla/2")["id"], 2);
    assert!(ask(&desk, "DELETE /api/v2/tickets/1/ticket_slas/by_sla/1").status < 300);
    assert_eq!(ask(&desk, "GET /api/v2/tickets/1/ticket_slas").each("sla"), [2]);
    assert_eq!(data(&desk, "tickets/1")["ticket_slas"], json!([2]), "tickets list them, too");
}

#[test]
fn a_chat_is_assigned_and_settings_are_kept() {
    let desk = empty().seed("user_chats", 2).seed("people", 2).build().unwrap();
    assert!(ask(&desk, "PUT /api/v2/user_chats/1/assign/2").status < 300);
    assert_eq!(data(&desk, "user_chats/1")["agent"], 2);
    for value in ["dark", "light"] {
        let line = format!("POST /api/v2/person_setting?name=theme&value={value}");
        assert!(ask(&desk, &line).status < 300);
    }
    assert_eq!(data(&desk, "person_setting/theme")["value"], "light");
}

#[test]
fn the_id_of_a_person_is_that_of_the_person() {
    let desk = MockHelpdesk::builder().seed("people", 3).build().unwrap();
    let sent = json!({ "subject": "A", "person": 2 });
    let made = tell(&desk, "PUT /api/v2/tickets?follow_location=1", &sent);
    assert_eq!((&made.data()["person"], &made.data()["person_id"]), (&json!(2), &json!(2)));
    let moved = tell(&desk, "POST /api/v2/tickets/1?follow_location=1", &json!({ "person": 3 }));
    assert_eq!((&moved.data()["person"], &moved.data()["person_id"]), (&json!(3), &json!(3)));
}
