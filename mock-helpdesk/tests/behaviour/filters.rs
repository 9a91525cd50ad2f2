//! Filters, orders and searches of what is held.

use crate::ask::{Answer, ask, tell};
use crate::deskpro::empty;
use deskpro_mock::Helpdesk;
use serde_json::{Value, json};

fn ids(desk: &Helpdesk, line: &str) -> Vec<Value> {
    found(desk, line).each("id")
}

fn found(desk: &Helpdesk, line: &str) -> Answer {
    let answer = ask(desk, &format!("GET /api/v2/{line}"));
    assert_eq!(answer.status, 200, "{line}: {}", answer.text);
    answer
}

fn make(desk: &Helpdesk, path: &str, body: &Value) {
    let made = tell(desk, &format!("PUT /api/v2/{path}"), body);
    assert_eq!(made.status, 201, "{path}: {}", made.text);
}

#[test]
fn parameters_mean_the_fields_that_they_are_about() {
    let desk = empty().seed("agent_teams", 3).seed("user_groups", 3).build().unwrap();
    for (name, labels, teams) in [
        ("a", json!(["partner"]), json!([1, 2])),
        ("b", json!([]), json!([2])),
        ("c", json!(["partner", "press"]), json!([])),
    ] {
        let address = format!("{name}@example.com");
        let body = json!({ "primary_email": address, "labels": labels, "teams": teams, "user_groups": [3] });
        make(&desk, "people", &body);
    }
    assert_eq!(ids(&desk, "people?label=partner"), [1, 3]);
    assert_eq!(ids(&desk, "people?label=press,nothing"), [3]);
    assert_eq!(ids(&desk, "people?agent_team=2"), [1, 2]);
    assert_eq!(ids(&desk, "people?user_group=3&label=partner"), [1, 3]);
    assert_eq!(ids(&desk, "people?user_group=1"), [0; 0]);
    assert_eq!(ids(&desk, "people?search=B@EXAMPLE"), [2]);
    assert_eq!(ids(&desk, "people?search=example.com+press"), [3]);
    let me = found(&desk, "me").data()["person_id"].clone();
    assert_eq!((me, ids(&desk, "people?not_me=1")), (json!(1), vec![json!(2), json!(3)]));
}

#[test]
fn periods_and_moments_are_compared_with_dates() {
    let desk = empty().seed("articles", 30).build().unwrap();
    let first = found(&desk, "articles?count=1").each("date_created");
    assert_eq!(first, ["2024-03-04T09:30:00+0000"], "and one hour later each");
    let total = |period: &str| {
        let answer = found(&desk, &format!("articles?period_created={period}"));
        answer.body["meta"]["total"].as_u64().unwrap()
    };
    assert_eq!(total("2024"), 30);
    assert_eq!(total("2024-03-04"), 15);
    assert_eq!(total("2024-03-05..2024-03-06"), 15);
    assert_eq!(total("2024-04"), 0);
    assert_eq!(total("last_7_days"), 0);
    let refused = ask(&desk, "GET /api/v2/articles?period_created=soon");
    assert_eq!(refused.refusal(), (400, "bad_request"));
    let expected = "Query parameter period_created must be a period such as 2025-05, \
                    2025-05-01..2025-06-15 or last_7_days";
    assert_eq!(refused.body["message"], expected);
}

#[test]
fn an_author_may_be_whoever_asks() {
    let desk = empty().seed("people", 4).seed("articles", 8).build().unwrap();
    assert_eq!(ids(&desk, "articles?author=1"), [1, 5]);
    assert_eq!(ids(&desk, "articles?author=me"), [1, 5], "the person that `/me` names");
}

#[test]
fn paths_narrow_to_what_they_lead_to() {
    let desk = empty().seed("people", 3).seed("ticket_stars", 2).build().unwrap();
    for (subject, person, agent) in [("1", 1, 3), ("2", 2, 1), ("3", 3, 1)] {
        make(&desk, "tickets", &json!({ "subject": subject, "person": person, "agent": agent }));
    }
    assert_eq!(ids(&desk, "people/1/tickets"), [1], "whom they are for, not who is in charge");
    assert_eq!(ids(&desk, "ticket_stars/1/tickets"), [0; 0]);
    make(&desk, "tickets", &json!({ "subject": "4", "person": 2, "labels": ["printer", "fire"] }));
    assert_eq!(ids(&desk, "ticket_labels/fire/tickets"), [4]);
    assert_eq!(ids(&desk, "ticket_statuses/awaiting_agent/tickets"), [1, 2, 3, 4]);
    let desk = empty().seed("agents", 3).build().unwrap();
    assert_eq!(ids(&desk, "agents/online"), ids(&desk, "agents"));
}

#[test]
fn the_deleted_are_not_found_by_their_address() {
    let desk = empty().seed("people", 2).build().unwrap();
    assert_eq!(ids(&desk, "people?primary_email=customer2@example.com"), [2]);
    assert_eq!(ids(&desk, "people?is_deleted=0"), [1, 2]);
    assert_eq!(ids(&desk, "people?is_deleted=1"), [0; 0]);

    let desk = empty().seed("people", 2).seed("agents", 2).build().unwrap();
    assert!(ask(&desk, "DELETE /api/v2/agents/2").status < 300);
    assert_eq!(ids(&desk, "people?is_deleted=1"), [2], "a deleted agent is still a person");
    assert_eq!(found(&desk, "people/2").data()["was_agent"], true);
    assert_eq!(ids(&desk, "people?primary_email=customer2@example.com"), [0; 0]);
    let again = json!({ "primary_email": "customer2@example.com" });
    let again = tell(&desk, "PUT /api/v2/people", &again);
    assert_eq!(again.error_at(&["emails", "emails_0"]), "dupe_email", "{}", again.text);
}

#[test]
fn what_is_alike_stays_in_the_order_of_its_ids() {
    let desk = empty().build().unwrap();
    for (subject, urgency) in [("d", 2), ("c", 5), ("b", 2), ("a", 5)] {
        let ticket = json!({ "subject": subject, "person": "jo@example.com", "urgency": urgency });
        make(&desk, "tickets", &ticket);
    }
    assert_eq!(ids(&desk, "tickets?order_by=urgency&order_dir=asc"), [1, 3, 2, 4]);
    assert_eq!(ids(&desk, "tickets?order_by=urgency&order_dir=desc"), [2, 4, 1, 3]);
    assert_eq!(ids(&desk, "tickets?order_by=urgency&group_sort=desc"), [2, 4, 1, 3]);
    assert_eq!(ids(&desk, "tickets?order_by=subject&order_dir=desc&count=2"), [1, 2]);
    let desk = empty().seed("ticket_filters", 1).seed("tickets", 3).build().unwrap();
    assert_eq!(ids(&desk, "ticket_filters/1/tickets?sort=id&order=desc"), [3, 2, 1]);
}

#[test]
fn a_search_finds_words_and_numbers_in_all_kinds_of_things() {
    let desk = empty().build().unwrap();
    make(&desk, "tickets", &json!({ "subject": "Printer on fire", "person": "jo@example.com" }));
    make(&desk, "tickets", &json!({ "subject": "Password lost", "person": "jo@example.com" }));
    make(&desk, "articles", &json!({ "title": "Printers", "content": "On toner." }));
    let kinds = |line: &str| -> Vec<(String, Vec<u64>)> {
        let found = found(&desk, line);
        let groups = found.data()["grouped_results"].as_array().unwrap().clone();
        let ids = |group: &Value| {
            let results = group["results"].as_array().unwrap().iter();
            results.map(|result| result["id"].as_u64().unwrap()).collect()
        };
        groups
            .iter()
            .map(|group| (group["type"].as_str().unwrap().to_owned(), ids(group)))
            .collect()
    };
    let both = [("article".to_owned(), vec![1]), ("ticket".to_owned(), vec![1])];
    assert_eq!(kinds("search?q=PRINTER"), both);
    assert_eq!(kinds("search?q=printer+fire"), both[1..]);
    assert_eq!(kinds("search?q=printer&types=ticket"), both[1..]);
    assert_eq!(kinds("search?q=nothing"), []);
    let by_number = kinds("search?q=2&types=ticket");
    assert_eq!(by_number, [("ticket".to_owned(), vec![2])]);
    assert_eq!(found(&desk, "search/ticket?q=lost").each("subject"), ["Password lost"]);
}
