//! Answers that are written down beforehand.

use deskpro_runtime::{
    Client, Empty, Envelope, RetryPolicy,
    transport::{MemoryTransport, Script, Scripted, TransportError, TransportErrorKind},
};

use crate::helpdesk::{Failed, Ticket, builder, delete, get, list, response, update};

fn client(transport: MemoryTransport) -> Client {
    builder().retries(RetryPolicy::off()).transport(transport).build().unwrap()
}

/// The status, or why there is none.
async fn outcome(client: &Client, id: u64) -> Result<u16, TransportErrorKind> {
    let asked = get(client, id).send::<Envelope<Ticket>, _>();
    let failed: Failed = match asked.await {
        Ok(ticket) => return Ok(ticket.response().status()),
        Err(failed) => failed,
    };
    match failed {
        Failed::Transport(error) | Failed::Timeout(error) => Err(error.error().kind()),
        failed => Ok(failed.status().unwrap()),
    }
}

const TICKET: &str = r#"{"data": {"id": 13}}"#;

#[tokio::test]
async fn routes_answer_in_order_and_then_the_last_again() {
    let client = client(
        Script::new()
            .on("GET /tickets/{id}", TransportErrorKind::Timeout)
            .on("GET /tickets/{id}", (503, ""))
            .on("/tickets/{id}", (403, ""))
            .on("GET /tickets/14", response(404, ""))
            .on("GET /tickets/{id}", (200, TICKET))
            .otherwise((418, ""))
            .into_transport(),
    );
    let mut outcomes = Vec::new();
    for id in [13, 14, 13, 13, 13, 14] {
        outcomes.push(outcome(&client, id).await);
    }
    let timeout = Err(TransportErrorKind::Timeout);
    assert_eq!(outcomes, [timeout, Ok(404), Ok(503), Ok(200), Ok(200), Ok(404)]);
    let failed: Failed = delete(&client, 13).send::<Empty, _>().await.unwrap_err();
    assert_eq!(failed.status(), Some(403));
    let failed: Failed = list(&client).send::<Empty, _>().await.unwrap_err();
    assert_eq!(failed.status(), Some(418));
}

#[tokio::test]
async fn what_no_route_fits_gets_no_answer_and_is_named() {
    let client = client(Script::new().on("GET /tickets", (200, "[]")).into_transport());
    let failed: Failed = update(&client, 13).send::<Empty, _>().await.unwrap_err();
    assert_eq!(
        failed.to_string(),
        "tickets.update: POST /tickets/13 got no answer from support.example.com: the script holds no \
         answer for POST /api/v2/tickets/13"
    );
}

#[tokio::test]
async fn answers_in_order_end() {
    let closed = TransportError::new(TransportErrorKind::Closed, "the connection was closed");
    let answers: [Scripted; 4] =
        [(200, TICKET).into(), closed.into(), (404, "{}").into(), (7, "").into()];
    let client = client(MemoryTransport::in_order(answers));
    let mut outcomes = Vec::new();
    for _ in 0..5 {
        outcomes.push(outcome(&client, 13).await);
    }
    let (closed, other) = (Err(TransportErrorKind::Closed), Err(TransportErrorKind::Other));
    assert_eq!(outcomes, [Ok(200), closed, Ok(404), other, other]);
}
