//! Tickets.

use deskpro_client::tickets::{GetTicketError, NewTicketMessage, Ticket, TicketStatus};
use deskpro_client::types::{CreationSystem, PersonDetails, SortDirection};
use deskpro_client::{Clear, Error, Page};
use serde_json::json;

use crate::desk::{Desk, NOON};

fn ids(page: &Page<Ticket>) -> Vec<u64> {
    page.data.iter().map(|ticket| ticket.id.get()).collect()
}

pub(crate) async fn list(desk: &Desk) {
    let tickets = desk.client.tickets();
    let page = tickets.list().send().await.unwrap();
    assert_eq!(ids(&page), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    desk.assert_page(&page.meta, &page.links, (1, 3, 25));
    assert_eq!(desk.last_line(), "GET /api/v2/tickets");

    let page = tickets.list().count(10).page(3).send().await.unwrap();
    assert_eq!(ids(&page), [21, 22, 23, 24, 25]);
    desk.assert_page(&page.meta, &page.links, (3, 3, 25));
    assert_eq!(desk.last_line(), "GET /api/v2/tickets?count=10&page=3");

    let some = tickets.list().ids([3, 5, 99]).send().await.unwrap();
    assert_eq!(ids(&some), [3, 5]);
    assert_eq!(desk.last_line(), "GET /api/v2/tickets?ids=3,5,99");

    let of_person = tickets.list().person(2).not_status(TicketStatus::AwaitingUser);
    assert_eq!(ids(&of_person.send().await.unwrap()), [6, 10, 14, 18, 22]);
    let last = tickets.list().order_by("id").order_dir(SortDirection::Desc).count(2);
    assert_eq!(ids(&last.send().await.unwrap()), [25, 24]);

    let mut all = tickets.list().count(10).items();
    let mut count = 0;
    while let Some(ticket) = all.next().await {
        count += 1;
        assert_eq!(ticket.unwrap().id.get(), count);
    }
    assert_eq!((count, all.total()), (25, Some(25)));
    let mut pages = tickets.list().count(10).pages();
    let mut sizes = Vec::new();
    while let Some(page) = pages.next().await {
        sizes.push(page.unwrap().data.len());
    }
    assert_eq!(sizes, [10, 10, 5]);
}

pub(crate) async fn get(desk: &Desk) {
    let answer = desk.client.tickets().get(1).send().await.unwrap();
    assert_eq!(answer.response().status(), 200);
    desk.assert_self(&answer.links, "/tickets/1");
    assert!(answer.linked.is_empty());
    let ticket = answer.data;
    assert_eq!(ticket.id.get(), 1);
    assert_eq!(ticket.subject, "Printer on fire");
    assert_eq!(ticket.reference, "ABCD-1234-EFGH");
    assert_eq!(ticket.auth.expose(), "K7QW2ZX9");
    assert_eq!(ticket.status, TicketStatus::AwaitingAgent);
    assert_eq!(ticket.creation_system, CreationSystem::WebApi);
    assert_eq!(ticket.person.id().get(), 1);
    assert_eq!(ticket.agent.map(|agent| agent.id().get()), Some(1));
    assert_eq!(ticket.department.id().get(), 1);
    assert_eq!(ticket.labels, Some(vec!["printer".to_owned()]));
    assert_eq!((ticket.urgency, ticket.is_hold), (5, false));
    assert_eq!(ticket.date_created.to_string(), "2025-05-01T08:02:02+0000");
    assert_eq!(ticket.date_created.timestamp().unwrap().as_second(), 1_746_086_522);
    assert_eq!(ticket.date_resolved, None);
    assert_eq!(ticket.fields.get_id(7).unwrap().value, Some(json!("Ground floor")));
    assert_eq!(ticket.waiting_times[0].length, 188);
    // This helpdesk has agreed upon nothing.
    assert_eq!(ticket.ticket_slas, []);
}

pub(crate) async fn create(desk: &Desk) {
    let message = NewTicketMessage::new("It burns.").is_note(true);
    let request = desk.client.tickets().create("Paper jam", "new@example.com");
    let request = request.message(message).labels(["paper"]).urgency(3).agent(2);
    let made = request.fields([("7", json!("First floor"))]).send().await.unwrap();
    assert_eq!(made.response().status(), 201);
    assert_eq!(made.id().map(|id| id.get()), Some(26));
    desk.assert_location(made.location.as_deref(), "/tickets/26");
    let expected = json!({
        "subject": "Paper jam",
        "person": "new@example.com",
        "message": {"message": "It burns.", "is_note": true},
        "labels": ["paper"],
        "urgency": 3,
        "agent": 2,
        "fields": {"7": "First floor"},
    });
    assert_eq!(desk.last_body(), expected);
    assert_eq!(desk.last_line(), format!("{} /api/v2/tickets", desk.creating()));

    let ticket = made.data.expect("the whole ticket");
    assert_eq!((ticket.subject.as_str(), ticket.urgency), ("Paper jam", 3));
    assert_eq!(ticket.date_created.to_string(), NOON);
    assert_eq!(ticket.fields.get_id(7).unwrap().value, Some(json!("First floor")));
    let person = desk.client.people().get(ticket.person.id()).send().await.unwrap().data;
    assert_eq!(person.primary_email.as_deref(), Some("new@example.com"));
    let messages = desk.client.tickets().messages(26).list().send().await.unwrap();
    assert_eq!(messages.data[0].message, "It burns.");

    let details = PersonDetails::new().email("other@example.com").name("Some Body");
    let request = desk.client.tickets().create("No ink", details).department(2).parent(Clear);
    let ticket = request.follow_location().send().await.unwrap();
    assert_eq!(ticket.response().status(), 200);
    assert_eq!((ticket.data.id.get(), ticket.data.department.id().get()), (27, 2));
    let expected = format!("{} /api/v2/tickets?follow_location=1", desk.creating());
    assert_eq!(desk.last_line(), expected);
}

pub(crate) async fn update(desk: &Desk) {
    let request = desk.client.tickets().update(3).status(TicketStatus::Resolved);
    let done = request.agent(Clear).labels(["a", "b"]).send().await.unwrap();
    assert_eq!((done.response().status(), done.data), (204, None));
    desk.assert_location(done.location.as_deref(), "/tickets/3");
    let expected = json!({"status": "resolved", "agent": null, "labels": ["a", "b"]});
    assert_eq!(desk.last_body(), expected);
    assert_eq!(desk.last_line(), format!("{} /api/v2/tickets/3", desk.updating()));

    let ticket = desk.client.tickets().get(3).send().await.unwrap().data;
    assert_eq!((ticket.status, ticket.agent), (TicketStatus::Resolved, None));
    assert_eq!(ticket.labels, Some(vec!["a".to_owned(), "b".to_owned()]));
    assert_eq!(ticket.subject, "Printer on fire 3");

    let request = desk.client.tickets().update(3).subject("Fire is out").agent("agent@example.com");
    let answer = request.follow_location().send().await.unwrap();
    assert_eq!((answer.response().status(), answer.data.subject.as_str()), (200, "Fire is out"));
    assert!(answer.data.agent.is_some());
}

pub(crate) async fn delete(desk: &Desk) {
    let done = desk.client.tickets().delete(1).send().await.unwrap();
    assert_eq!(done.response().status(), 204);
    assert_eq!(desk.last_line(), "DELETE /api/v2/tickets/1");
    let error = desk.client.tickets().get(1).send().await.unwrap_err();
    assert!(matches!(error, Error::Api(GetTicketError::NotFound(_))), "{error}");
}

pub(crate) async fn lock(desk: &Desk) {
    let done = desk.client.tickets().lock(1).force(true).send().await.unwrap();
    assert!(matches!(done.response().status(), 200 | 204));
    assert_eq!(desk.last_line(), "PUT /api/v2/tickets/1/actions/lock?force=true");
}

pub(crate) async fn unlock(desk: &Desk) {
    let done = desk.client.tickets().unlock(1).send().await.unwrap();
    assert!(matches!(done.response().status(), 200 | 204));
    assert_eq!(desk.last_line(), "PUT /api/v2/tickets/1/actions/unlock");
}
