//! Bodies of our own, in the shapes that live helpdesks send.

use deskpro_client::errors::ValidationCode;
use deskpro_client::organization_members::OrganizationMember;
use deskpro_client::organizations::Organization;
use deskpro_client::people::{CreatePersonError, Person};
use deskpro_client::ticket_attachments::TicketAttachment;
use deskpro_client::ticket_messages::TicketMessage;
use deskpro_client::tickets::{CreateTicketError, GetTicketError, Ticket, TicketStatus};
use deskpro_client::types::CreationSystem;
use deskpro_client::{Error, Json, Page, Ref};
use deskpro_tests::answering;
use serde_json::json;

use crate::lossless::check;

async fn tickets() -> Page<Ticket> {
    let client = answering(200, include_str!("fixtures/tickets_page.json"));
    client.tickets().list().send().await.unwrap()
}

#[tokio::test]
async fn pagination_is_nested_and_there_is_more_in_meta() {
    let page = tickets().await;
    assert_eq!((page.meta.total, page.meta.count, page.meta.page), (Some(2), Some(2), Some(1)));
    assert_eq!((page.meta.per_page, page.meta.total_pages), (Some(2), Some(1)));
    let fql = page.meta.other.get("fql");
    assert_eq!(fql, Some(&Json::from("ticket.status = 'awaiting_agent'")));
    assert_eq!(page.links.next, None);
}

#[tokio::test]
async fn included_objects_are_found_by_their_ids() {
    let page = tickets().await;
    for (ticket, name) in page.data.iter().zip(["Sample Customer", "Other Customer"]) {
        let person: Person = page.linked.get(ticket.person.id()).unwrap().unwrap();
        assert_eq!(person.name, name);
    }
    let organization: Organization = page.linked.get(7.into()).unwrap().unwrap();
    assert_eq!(organization.name, "Example Ltd");
    assert!(page.linked.get::<Organization>(8.into()).is_none());
    assert_eq!(page.linked.keys().count(), 3);
}

#[tokio::test]
async fn a_ticket_of_a_newer_helpdesk() {
    let ticket = &tickets().await.data[0];
    assert_eq!(ticket.subject, "Printer on fire / floor 1");
    assert_eq!((&ticket.labels, &ticket.followers), (&None, &None));
    assert_eq!((ticket.star.as_ref(), ticket.properties.as_ref()), (None, None));
    assert_eq!(ticket.ticket_status, Some(TicketStatus::AwaitingAgent));
    assert_eq!(ticket.waiting_times[0].start, 1_746_086_522);
    assert_eq!(ticket.fields.get_id(7).unwrap().value, Some(json!("Ground floor")));
    let choice = ticket.fields.get_id(9).unwrap();
    assert_eq!(choice.value, Some(json!([31])));
    assert_eq!(choice.detail.as_ref().unwrap().get_id(31).unwrap()["title"], "Blue");
    // Two spellings of one moment.
    assert_eq!(ticket.date_created.timestamp(), ticket.date_status.timestamp());
    assert_eq!(ticket.date_status.to_string(), "2025-05-01T10:02:02+0200");
    // What is missing is nothing.
    assert_eq!(
        (ticket.original_subject.as_str(), ticket.date_last_user_reply.as_ref()),
        ("", None)
    );
}

#[tokio::test]
async fn a_ticket_full_of_quirks() {
    let ticket = &tickets().await.data[1];
    assert_eq!((ticket.id.get(), ticket.auth.expose().as_str()), (102, "0"));
    assert_eq!((&ticket.department, &ticket.person), (&Ref::Id(3.into()), &Ref::Id(12.into())));
    assert_eq!((&ticket.agent, &ticket.organization), (&None, &None));
    assert_eq!(ticket.creation_system, CreationSystem::Unknown("carrier.pigeon".to_owned()));
    assert_eq!(ticket.status, TicketStatus::Unknown("pending.5".to_owned()));
    assert_eq!((ticket.is_hold, ticket.has_attachments, ticket.urgency), (true, false, 5));
    assert_eq!(ticket.date_resolved, None);
    assert_eq!(ticket.date_created.timestamp(), ticket.date_status.timestamp());
    assert_eq!(ticket.subject, "Caf\u{e9} \u{1f525}");
    assert_eq!(ticket.labels, Some(Vec::new()));
    assert_eq!(
        (ticket.waiting_times.len(), ticket.ticket_slas.as_slice()),
        (0, [21.into(), 22.into()].as_slice())
    );
    assert_eq!((ticket.fields.len(), ticket.contextual_fields.len()), (0, 0));
}

#[tokio::test]
async fn messages_whose_notes_are_numbers() {
    let client = answering(200, include_str!("fixtures/messages_page.json"));
    let page = client.tickets().messages(101).list().send().await.unwrap();
    let notes: Vec<bool> = page.data.iter().map(|it| it.is_agent_note).collect();
    assert_eq!(notes, [false, true]);
    let message = &page.data[0];
    assert_eq!(message.message, "<p>It burns.</p>");
    let files: Vec<u64> = message.attachments.iter().map(|it| it.id().get()).collect();
    assert_eq!(files, [55, 56]);
    let attribute = &message.attributes[0];
    assert_eq!((attribute.kind.as_str(), attribute.value.as_str()), ("json", r#"{"build":7}"#));
    assert_eq!((message.message_full.as_deref(), message.message_raw.as_deref()), (Some(""), None));
}

#[tokio::test]
async fn an_attachment_with_its_file_in_it() {
    let client = answering(200, include_str!("fixtures/attachments_page.json"));
    let page = client.tickets().attachments(101).list().send().await.unwrap();
    let attachment = &page.data[0];
    assert_eq!((attachment.message.id().get(), attachment.is_inline), (5014, true));
    assert_eq!((attachment.blob.blob_id, attachment.blob.is_temp), (9001, false));
    assert_eq!(attachment.blob.blob_auth_id.expose(), "9001-8RK2MJ5WQ0ZC3T7B");
    assert!(attachment.blob.download_url.expose().ends_with("/fire.png"));
}

#[tokio::test]
async fn a_person_with_an_included_membership() {
    let client = answering(200, include_str!("fixtures/people_page.json"));
    let page = client.people().list().send().await.unwrap();
    let person = &page.data[0];
    let members = person.organization_members.as_ref().unwrap();
    let member: OrganizationMember = page.linked.get(members[0].id()).unwrap().unwrap();
    assert_eq!((member.is_manager, member.person.id()), (true, person.id));
    assert_eq!(person.preferences.as_ref().map_or(0, |it| it.len()), 0);
    assert_eq!(person.contact_data.as_ref().unwrap()[0].contact_type, "website");
    assert_eq!(person.phone_numbers.as_ref().unwrap()[0].kind.as_deref(), Some("phone"));
    let date = person.fields.as_ref().unwrap().get("3").unwrap().value.clone();
    assert_eq!(date, Some(json!("2025-01-01T00:00:00")));
}

#[tokio::test]
async fn an_empty_page() {
    let client = answering(200, include_str!("fixtures/empty_page.json"));
    let page = client.organizations().list().send().await.unwrap();
    assert_eq!((page.data.len(), page.meta.total, page.meta.total_pages), (0, Some(0), Some(1)));
    assert!(client.organizations().list().items().next().await.is_none());
}

#[test]
fn nothing_is_lost() {
    let data = |text: &str| serde_json::from_str::<Json>(text).expect("JSON")["data"].take();
    let unknown = ["[0].added_in_the_year_2031"];
    let tickets = data(include_str!("fixtures/tickets_page.json"));
    check::<Vec<Ticket>>("tickets", &tickets, &unknown);
    let messages = data(include_str!("fixtures/messages_page.json"));
    check::<Vec<TicketMessage>>("messages", &messages, &[]);
    let attachments = data(include_str!("fixtures/attachments_page.json"));
    check::<Vec<TicketAttachment>>("attachments", &attachments, &[]);
    let people = data(include_str!("fixtures/people_page.json"));
    check::<Vec<Person>>("people", &people, &[]);
}

#[tokio::test]
async fn refusals() {
    let client = answering(404, include_str!("fixtures/not_found.json"));
    let error = client.tickets().get(3432).send().await.unwrap_err();
    let Error::Api(GetTicketError::NotFound(refusal)) = error else { panic!("{error}") };
    assert_eq!((refusal.code(), refusal.errors().count()), ("#3432 Not Found", 0));
    let expected = "tickets.get: GET /tickets/3432 answered 404: #3432 Not Found";
    assert_eq!(refusal.to_string(), expected);

    let client = answering(400, include_str!("fixtures/dupe_ticket.json"));
    let error = client.tickets().create("Printer on fire", 4).send().await.unwrap_err();
    assert!(error.has_code("dupe_ticket") && !error.has_code("duplicate_ticket"));
    let Error::Api(CreateTicketError::InvalidInput(refusal)) = error else { panic!("{error}") };
    assert_eq!(refusal.field("").next().unwrap().code(), ValidationCode::DupeTicket);

    let client = answering(400, include_str!("fixtures/dupe_email.json"));
    let error = client.people().create("customer@example.com").send().await.unwrap_err();
    let Error::Api(CreatePersonError::InvalidInput(refusal)) = error else { panic!("{error}") };
    let leaf = refusal.field("emails.emails_0").next().unwrap();
    assert_eq!(leaf.code(), ValidationCode::DupeEmail);
    let leaf = refusal.field("fields.fields_7").next().unwrap();
    assert_eq!(leaf.code(), ValidationCode::Unknown("too_blue".to_owned()));
}
