//! Whole resources with every option, and beside a struct without fields.

#![deny(warnings, clippy::all)]

use std::collections::HashSet;

use deskpro_client::transport::MemoryTransport;
use deskpro_client::{Auth, Client, Error, deskpro_resource, runtime::from_json};

#[deskpro_resource(
    tickets,
    verbs(get, list),
    rename(Ticket = Case, Tickets = Cases, GetTicketError = GetCaseError),
    vis(pub(crate)),
    enums = exhaustive
)]
mod cases {
    /// Stood here before.
    pub(crate) const ANSWER: u64 = 42;
}

#[deskpro_resource(tickets, verbs(get), enums = closed)]
mod closed {}

#[deskpro_resource(notes, spec = "../described/desk.yaml", derive(Eq, Hash))]
mod notes {}

/// Who answers.
#[deskpro_resource(agents)]
pub(crate) struct Desk;

/// All values, without a last arm.
fn is_open(status: &cases::TicketStatus) -> bool {
    match status {
        cases::TicketStatus::AwaitingAgent
        | cases::TicketStatus::AwaitingUser
        | cases::TicketStatus::Pending => true,
        cases::TicketStatus::Archived
        | cases::TicketStatus::Closed
        | cases::TicketStatus::Hidden
        | cases::TicketStatus::Resolved => false,
        cases::TicketStatus::Unknown(_) => false,
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let transport = MemoryTransport::new(|request| {
        let (status, body) = match request.uri().path() {
            "/api/v2/tickets/13" => (200, r#"{"data": {"id": 13, "status": "resolved"}}"#),
            "/api/v2/agents" => (200, r#"{"data": [{"id": 2, "name": "Sample Agent"}]}"#),
            _ => (404, r#"{"status": 404, "code": "not_found", "message": "Not found"}"#),
        };
        http::Response::builder().status(status).body(body.into()).unwrap()
    });
    let client = Client::builder("https://support.example.com", Auth::none())
        .transport(transport)
        .build()?;

    let cases = cases::Cases::new(&client);
    let case: cases::Case = cases.get(cases::ANSWER - 29).send().await?.data;
    assert_eq!(case.id, cases::TicketId::new(13));
    assert!(!is_open(&case.status));
    let gone = cases.get(1).send().await.unwrap_err();
    assert!(matches!(gone, Error::Api(cases::GetCaseError::NotFound(_))), "{gone}");
    let seen: HashSet<cases::TicketStatus> = [case.status].into();
    assert_eq!(seen.len(), 1);

    let agents = Desk::new(&client).list().send().await?.data;
    assert_eq!(agents[0].name, "Sample Agent");

    // A closed enum refuses what it does not know, and says where.
    assert!(from_json::<closed::Ticket>(br#"{"id": 3, "status": "resolved"}"#).is_ok());
    let unknown = from_json::<closed::Ticket>(br#"{"id": 3, "status": "sparkling"}"#).unwrap_err();
    assert_eq!(unknown.path(), "status", "{unknown}");

    assert_eq!(notes::Note::default(), notes::Note::default());
    Ok(())
}
