//! Fields that the description does not know.

use deskpro_client::deskpro_resource;
use deskpro_client::people::Person;
use deskpro_client::tickets::{TicketId, TicketStatus};
use deskpro_client::types::Sideload;
use deskpro_mock::{Dialect, Failure};

use crate::{desk, findings, observed};

/// The name that the mock gives unknown fields.
const NEW: &str = "deskpro_mock_unknown_field is not described: object";

#[deskpro_resource(tickets)]
struct TicketRow {
    id: TicketId,
    status: TicketStatus,
    person: deskpro_client::Ref<Person>,
}

#[tokio::test]
async fn everywhere_in_a_page() {
    let (transport, client, drift) = observed(desk());
    transport.helpdesk().fail(Failure::unknown_field().on("tickets.list"));
    client.tickets().list().send().await.expect("a page");
    let found = findings(&drift);
    assert!(found.contains(&format!("tickets.list: {NEW} (once)")), "{found:#?}");
    assert!(found.contains(&format!("tickets.list: data[].{NEW} (5 times)")), "{found:#?}");
}

#[tokio::test]
async fn in_what_was_sent_along() {
    let (transport, client, drift) = observed(desk().dialect(Dialect::Live));
    transport.helpdesk().fail(Failure::unknown_field().on("tickets.get"));
    let asked = client.tickets().get(1).include([Sideload::Person]);
    let ticket = asked.send().await.expect("a ticket");
    let person = ticket.data.person.id();
    ticket.linked().get(person).expect("it was sent along").expect("it can be read");
    let found = findings(&drift);
    assert!(found.contains(&format!("tickets.get: linked.person.*.{NEW} (once)")), "{found:#?}");
}

#[tokio::test]
async fn not_of_a_struct_with_some_of_them_but_of_models_in_it() {
    let (transport, client, drift) = observed(desk());
    transport.helpdesk().fail(Failure::unknown_field());
    let asked = client.tickets().get(1).include([Sideload::Person]).inline_sideloads(true);
    let row = asked.fields::<TicketRow>().send().await.expect("a ticket").data;
    assert_eq!((row.id.get(), row.status), (1, TicketStatus::AwaitingAgent));
    assert!(row.person.object().is_some());
    let found = findings(&drift);
    assert!(found.contains(&format!("tickets.get: data.person.{NEW} (once)")), "{found:#?}");
    assert!(!found.contains(&format!("tickets.get: data.{NEW} (once)")), "{found:#?}");
}

#[tokio::test]
async fn a_value_of_another_kind() {
    let (transport, client, drift) = observed(desk());
    transport.helpdesk().fail_next(Failure::wrong_type());
    client.tickets().get(1).send().await.expect_err("no ticket");
    assert_eq!(
        findings(&drift),
        ["tickets.get: data is of another kind than described: text (once)"]
    );
}
