//! Samples of whole responses that say yes.

use deskpro_client::departments::Department;
use deskpro_client::me::{AuthMethod, Identity};
use deskpro_client::people::Person;
use deskpro_client::tickets::{Ticket, TicketStatus};
use deskpro_client::{Envelope, Ref, Resource};
use deskpro_tests::answering;

use crate::folder::Samples;
use crate::lossless::check;

/// The samples that are decoded here.
pub(crate) const NAMES: &[&str] = &[
    "docs/envelope.gitbook.json",
    "docs/envelope.json",
    "docs/me.api_key.json",
    "docs/me.api_token.json",
    "docs/sideload.inline.json",
    "docs/sideload.linked.json",
    "docs/sideload.none.json",
    "docs/ticket.empty-arrays.json",
    "docs/ticket.linked.json",
    "docs/tickets.list.gitbook-flat-meta.json",
    "docs/tickets.list.linked.pagination.json",
    "php-client/delete.response.json",
];

async fn ticket(samples: &Samples, name: &str) -> Envelope<Ticket> {
    let _: Ticket = check(name, &samples.json(name)["data"], &[]);
    let answer = answering(200, samples.text(name)).tickets().get(123).send().await;
    answer.unwrap_or_else(|error| panic!("{name}: {error}"))
}

#[tokio::test]
async fn empty_envelopes() {
    let Some(samples) = Samples::open() else { return };
    for name in ["docs/envelope.gitbook.json", "docs/envelope.json"] {
        let answer = ticket(&samples, name).await;
        assert_eq!(answer.data, Ticket::default());
        assert!(answer.linked.is_empty());
    }
}

#[tokio::test]
async fn who_is_asking() {
    let Some(samples) = Samples::open() else { return };
    for (name, method) in [
        ("docs/me.api_key.json", AuthMethod::ApiKey),
        ("docs/me.api_token.json", AuthMethod::ApiToken),
    ] {
        let _: Identity = check(name, &samples.json(name)["data"], &[]);
        let me = answering(200, samples.text(name)).me().get().send().await.unwrap().data;
        assert_eq!((me.auth_method, me.person_id.get(), me.app_id), (method, 1, None));
        assert_eq!(me.person.object().map(|person| person.id.get()), Some(1));
    }
}

#[tokio::test]
async fn a_ticket_with_ids_only() {
    let Some(samples) = Samples::open() else { return };
    for name in ["docs/sideload.none.json", "docs/ticket.empty-arrays.json"] {
        let answer = ticket(&samples, name).await;
        assert_eq!((answer.data.id.get(), answer.data.subject.as_str()), (123, "Example Ticket"));
        assert_eq!(answer.data.person, Ref::Id(59080.into()));
        assert_eq!(answer.data.department, Ref::Id(20.into()));
        assert_eq!(answer.data.status, TicketStatus::AwaitingUser);
        assert!(answer.linked.is_empty());
    }
}

#[tokio::test]
async fn a_ticket_with_objects_beside_it() {
    let Some(samples) = Samples::open() else { return };
    for name in ["docs/sideload.linked.json", "docs/ticket.linked.json"] {
        let answer = ticket(&samples, name).await;
        let linked: Vec<_> = answer.linked.keys().collect();
        assert_eq!(linked, [("department", "20"), ("person", "2"), ("person", "59080")]);
        let person: Person = answer.linked.get(answer.data.person.id()).unwrap().unwrap();
        assert_eq!(person.primary_email.as_deref(), Some("user@example.com"));
        let agent: Person = answer.linked.get(answer.data.agent.unwrap().id()).unwrap().unwrap();
        assert_eq!((Person::LINKED_AS, agent.id.get()), ("person", 2));
        let department: Department = answer.linked.get(20.into()).unwrap().unwrap();
        assert_eq!(department.title, "Support");
    }
}

#[tokio::test]
async fn a_ticket_with_objects_in_it() {
    let Some(samples) = Samples::open() else { return };
    let ticket = ticket(&samples, "docs/sideload.inline.json").await.data;
    let person = ticket.person.object().expect("an object");
    assert_eq!((person.id.get(), ticket.person.id().get()), (59080, 59080));
    assert_eq!(ticket.department.object().expect("an object").title, "Support");
    let agent = ticket.agent.as_ref().and_then(Ref::object).expect("an object");
    assert_eq!(agent.primary_email.as_deref(), Some("agent@example.com"));
}

#[tokio::test]
async fn pages_in_both_shapes() {
    let Some(samples) = Samples::open() else { return };
    for (name, person, has_links) in [
        ("docs/tickets.list.gitbook-flat-meta.json", 0, true),
        ("docs/tickets.list.linked.pagination.json", 4, false),
    ] {
        let _: Vec<Ticket> = check(name, &samples.json(name)["data"], &[]);
        let page = answering(200, samples.text(name)).tickets().list().send().await.unwrap();
        assert_eq!((page.meta.total, page.meta.total_pages), (Some(5445), Some(545)));
        assert_eq!((page.meta.page, page.meta.per_page), (Some(1), Some(10)));
        let subjects: Vec<&str> = page.data.iter().map(|it| it.subject.as_str()).collect();
        assert_eq!(subjects, ["Foo Bar", "Fizz Buzz"]);
        assert_eq!(page.data[0].person.id().get(), person);
        assert_eq!(page.data[1].person_id.map(|id| id.get()), Some(12));
        assert_eq!(page.links.next.is_some(), has_links);
        assert_eq!(page.linked.keys().count(), usize::from(!has_links));
    }
}

#[tokio::test]
async fn a_list_without_an_envelope_is_a_page() {
    let Some(samples) = Samples::open() else { return };
    let body = samples.text("portal-components/departments.json");
    let page = answering(200, body).departments().list().send().await.unwrap();
    assert_eq!((page.data.len(), page.meta.total_pages), (5, None));
}

#[tokio::test]
async fn a_delete_answered_with_an_empty_list() {
    let Some(samples) = Samples::open() else { return };
    let body = samples.text("php-client/delete.response.json");
    assert_eq!(body.trim(), "[]");
    let client = answering(200, body);
    assert_eq!(client.tickets().delete(1).send().await.unwrap().response().status(), 200);
    assert_eq!(client.tickets().update(1).send().await.unwrap().data, None);
    assert_eq!(client.tickets().create("No", 1).send().await.unwrap().data, None);
}
