//! Data to begin with.

use crate::ask::{ask, library_desk, tell};
use crate::deskpro::empty;
use deskpro_mock::Helpdesk;
use serde_json::{Value, json};

#[test]
fn seeds_are_made_of_examples_and_types_and_always_the_same() {
    let desk = library_desk().seed("people", 2).build().unwrap();
    assert_eq!(
        ask(&desk, "GET /lib/people").data(),
        &json!([
            {
                "id": 1,
                "name": "Somebody",
                "primary_email": "somebody@example.com",
                "date_created": "2024-01-31T23:00:00+0000",
            },
            {
                "id": 2,
                "name": "Somebody 2",
                "primary_email": "somebody2@example.com",
                "date_created": "2024-02-01T00:00:00+0000",
            },
        ])
    );
}

#[test]
fn seeds_refer_to_each_other() {
    let desk =
        library_desk().seed("people", 2).seed("shelves", 2).seed("books", 3).seed("leaves", 2);
    let desk = desk.build().unwrap();
    let book = ask(&desk, "GET /lib/shelves/2/books/5");
    let book = book.data();
    assert_eq!((&book["shelf"], &book["author"]), (&json!(2), &json!(1)));
    assert_eq!(book["leaves"], json!([9, 10]));
    assert_eq!(book["status"], "new");
    assert_eq!(ask(&desk, "GET /lib/shelves").each("name"), ["Shelf 1", "Shelf 2"]);
}

#[test]
fn children_of_nothing_are_none() {
    let desk = library_desk().seed("books", 5).build().unwrap();
    assert_eq!(ask(&desk, "GET /lib/people/1/books").status, 404);
    let desk = library_desk().seed("books", 5).seed("people", 1).build().unwrap();
    assert_eq!(ask(&desk, "GET /lib/people/1/books").data(), &json!([]));
}

#[test]
fn counts_may_be_as_great_as_they_like() {
    let desk = library_desk().seed("shelves", u64::MAX).seed("books", u64::MAX).build().unwrap();
    let answer = ask(&desk, "GET /lib/shelves/1/books?count=1");
    assert_eq!(answer.each("id"), [1]);
    assert_eq!(ask(&desk, "GET /lib/shelves/18446744073709551615").status, 200);
}

#[test]
fn what_is_no_resource_is_not_seeded() {
    let err = library_desk().seed("boks", 1).build().unwrap_err();
    assert_eq!(err.to_string(), "the description has no resource `boks`: did you mean `books`?");
}

/// A helpdesk whose data are made up from this number.
fn varied(number: u64) -> Helpdesk {
    let desk = empty().seed_number(number).seed("people", 200).seed("agents", 5);
    let desk = desk.seed("organizations", 20).seed("departments", 4).seed("tickets", 1_000);
    desk.seed("ticket_messages", 4).build().unwrap()
}

fn get(desk: &Helpdesk, path: &str) -> Value {
    let answer = ask(desk, &format!("GET /api/v2/{path}"));
    assert_eq!(answer.status, 200, "{path}: {}", answer.text);
    answer.data().clone()
}

#[test]
fn a_number_gives_other_data_and_always_the_same() {
    let texts = [0, 7, 8].map(|number| ask(&varied(number), "GET /api/v2/tickets?count=50").text);
    assert!(texts[0] != texts[1] && texts[1] != texts[2]);
    assert_eq!(texts[1], ask(&varied(7), "GET /api/v2/tickets?count=50").text);
    assert_eq!(texts[0], ask(&varied(0), "GET /api/v2/tickets?count=50").text);

    let ticket = get(&varied(7), "tickets/2");
    let shown =
        ["subject", "status", "urgency", "labels", "date_created", "ref", "person", "agent"];
    assert_eq!(
        shown.map(|name| ticket[name].clone()),
        [
            json!("Licence on fire"),
            json!("pending"),
            json!(1),
            json!(["hardware", "onboarding"]),
            json!("2023-05-02T04:58:19+0000"),
            json!("XLMQ-7925-ZZZW"),
            json!(21),
            json!(2),
        ]
    );
}

#[test]
fn what_is_made_up_from_a_number_hangs_together() {
    let desk = varied(7);
    let person = get(&desk, "people/77");
    assert_eq!(
        ["name", "display_name", "display_contact", "primary_email"].map(|it| person[it].clone()),
        [
            "Sara Silva",
            "Sara Silva",
            "Sara Silva <sara.silva77@example.org>",
            "sara.silva77@example.org"
        ]
    );
    assert_eq!(person["emails"], json!(["sara.silva77@example.org"]));
    let (agent, same) = (get(&desk, "agents/2"), get(&desk, "people/2"));
    for name in ["name", "primary_email", "is_agent"] {
        assert_eq!(agent[name], same[name], "{name}");
    }
    assert_eq!((&same["is_agent"], &person["is_agent"]), (&json!(true), &json!(false)));

    let mut last = String::new();
    for id in 1..=200 {
        let ticket = get(&desk, &format!("tickets/{id}"));
        let person = get(&desk, &format!("people/{}", ticket["person"]));
        assert_eq!(
            (&ticket["person_email"], &ticket["organization"]),
            (&person["primary_email"], &person["organization"])
        );
        assert_eq!(
            (&ticket["ticket_status"], &ticket["person_id"]),
            (&ticket["status"], &ticket["person"])
        );
        assert_eq!(person["is_agent"], false, "agents do not ask");
        assert!(ticket["agent"].is_null() || ticket["agent"].as_u64() <= Some(5), "{ticket}");
        let is_resolved = ticket["status"] == "resolved";
        let resolved = if is_resolved { &ticket["date_status"] } else { &json!(null) };
        assert_eq!(&ticket["date_resolved"], resolved);
        let created = ticket["date_created"].as_str().unwrap().to_owned();
        assert!(last < created, "{last} is not before {created}");
        let messages = ask(&desk, &format!("GET /api/v2/tickets/{id}/messages"));
        let dates = messages.each("date_created");
        assert!(dates.iter().all(|date| date.as_str() >= Some(created.as_str())), "{dates:?}");
        let other = if ticket["agent"].is_null() { &ticket["person"] } else { &ticket["agent"] };
        let by_turns = [&ticket["person"], other, &ticket["person"], other];
        assert_eq!(messages.each("person").iter().collect::<Vec<_>>(), by_turns);
        last = created;
    }
}

#[test]
fn statuses_are_met_as_often_as_in_life() {
    let counts = get(&varied(7), "tickets/counts?group_by=status");
    let groups = counts["nested"].as_array().unwrap();
    let count = |status: &str| {
        let group = groups.iter().find(|group| group["value"] == status).unwrap();
        group["count"].as_u64().unwrap()
    };
    assert_eq!((&counts["count"], &groups[0]["value"]), (&json!(1_000), &json!("resolved")));
    assert!((350..450).contains(&count("resolved")), "{groups:?}");
    assert!((150..250).contains(&count("awaiting_agent")), "{groups:?}");
    assert!((30..100).contains(&count("pending")), "{groups:?}");
}

#[test]
fn made_up_people_are_found_by_their_address_at_once() {
    let desk = empty().seed_number(7).seed("people", 1_000_000).build().unwrap();
    let address = get(&desk, "people/777777")["primary_email"].clone();
    let ticket = json!({ "subject": "Fire", "person": address });
    assert_eq!(tell(&desk, "PUT /api/v2/tickets", &ticket).data()["person"], 777_777);
}
