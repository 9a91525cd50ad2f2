//! Inputs of one's own: what must be given, what may be left out, cleared and set.

#![deny(warnings)]

use deskpro_client::people::PersonId;
use deskpro_client::runtime::transport::MemoryTransport;
use deskpro_client::tickets::{TicketStatus, UpdateTicket};
use deskpro_client::types::AgentInput;
use deskpro_client::{Auth, Clear, Client, Input, Set, deskpro_resource};

/// A new ticket.
#[deskpro_resource(tickets.create)]
#[derive(Debug, Clone)]
pub struct NewTicket {
    subject: String,
    person: PersonId,
    labels: Vec<String>,
    status: Option<TicketStatus>,
    #[deskpro(skip)]
    #[allow(dead_code)]
    is_draft: bool,
}

#[deskpro_resource(tickets.update)]
#[derive(Default)]
struct Changes<'a> {
    subject: Option<&'a str>,
    agent: Option<Set<AgentInput>>,
    #[deskpro(rename = "organization")]
    employer: Set<u64>,
    urgency: Option<i32>,
}

#[deskpro_resource(tickets.update)]
struct Plain {
    agent: Option<PersonId>,
    is_hold: bool,
}

fn body(client: &Client, transport: &MemoryTransport, update: UpdateTicket) -> String {
    let before = transport.requests().len();
    tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap()
        .block_on(async { update.send().await.map(drop) })
        .unwrap();
    let _ = client;
    String::from_utf8(transport.requests()[before].body().to_vec()).unwrap()
}

#[tokio::main(flavor = "current_thread")]
async fn create(client: &Client, transport: &MemoryTransport) -> String {
    let new = NewTicket {
        subject: "Printer on fire".to_owned(),
        person: PersonId::new(4),
        labels: vec!["printer".to_owned()],
        status: None,
        is_draft: true,
    };
    client.tickets().create_from(&new).send().await.unwrap();
    let request = transport.requests().pop().unwrap();
    assert!(request.uri().path().ends_with("/tickets"));
    String::from_utf8(request.body().to_vec()).unwrap()
}

fn is_input<Q>(_: &impl Input<Q>) {}

fn main() {
    let transport = MemoryTransport::new(|request| {
        let is_create = request.uri().path().ends_with("/tickets");
        let mut response = http::Response::new(r#"{"data": {"id": 13}}"#.into());
        *response.status_mut() =
            if is_create { http::StatusCode::CREATED } else { http::StatusCode::OK };
        response
    });
    let client = Client::builder("https://support.example.com", Auth::key("2:ABC"))
        .transport(transport.clone())
        .build()
        .unwrap();

    assert_eq!(
        create(&client, &transport),
        r#"{"subject":"Printer on fire","person":4,"labels":["printer"]}"#,
    );

    let update = |input: &Changes<'_>| client.tickets().update_from(13, input);
    let changes = Changes::default();
    is_input::<UpdateTicket>(&changes);
    assert_eq!(body(&client, &transport, update(&changes)), r#"{"organization":null}"#);
    let subject = String::from("Fire");
    let changes = Changes {
        subject: Some(&subject),
        agent: Some(Clear.into()),
        employer: Set::To(7),
        urgency: Some(5),
    };
    assert_eq!(
        body(&client, &transport, update(&changes)),
        r#"{"subject":"Fire","agent":null,"organization":7,"urgency":5}"#,
    );
    let changes = Changes { agent: Some(Set::To(AgentInput::from(PersonId::new(5)))), ..changes };
    assert_eq!(
        body(&client, &transport, update(&changes)),
        r#"{"subject":"Fire","agent":5,"organization":7,"urgency":5}"#,
    );

    let plain = Plain { agent: Some(PersonId::new(5)), is_hold: false };
    let update = client.tickets().update_from(13, &plain).subject("More is set by name");
    assert_eq!(
        body(&client, &transport, update),
        r#"{"agent":5,"is_hold":false,"subject":"More is set by name"}"#,
    );
}
