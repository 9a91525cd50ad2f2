//! A helpdesk that answers with what a test wants it to answer.

use bytes::Bytes;
use deskpro_client::runtime::transport::MemoryTransport;
use deskpro_client::tickets::Ticket;
use deskpro_client::{Client, Page};
use deskpro_tests::{answering, client, json_response};
use serde_json::{Value, json};

/// A client of a helpdesk that answers everything with this status and this body, and what it was sent.
pub(crate) fn desk(status: u16, body: Value) -> (Client, MemoryTransport) {
    client(move |_| json_response(status, body.to_string()))
}

/// A client of a helpdesk that answers everything with this status and nothing more.
pub(crate) fn silent(status: u16) -> (Client, MemoryTransport) {
    client(move |_| json_response(status, ""))
}

/// What a helpdesk has about one ticket.
pub(crate) async fn ticket(data: Value) -> Ticket {
    let client = answering(200, json!({ "data": data }).to_string());
    let answer = client.tickets().get(13).send().await;
    answer.unwrap_or_else(|error| panic!("{data}: {error}")).data
}

/// What a helpdesk has about several tickets.
pub(crate) async fn tickets(body: Value) -> Page<Ticket> {
    let answer = answering(200, body.to_string()).tickets().list().send().await;
    answer.unwrap_or_else(|error| panic!("{body}: {error}"))
}

/// What was sent, as `GET /api/v2/tickets?page=2`.
pub(crate) fn lines(transport: &MemoryTransport) -> Vec<String> {
    let requests = transport.requests();
    requests.iter().map(|it| format!("{} {}", it.method(), path(it))).collect()
}

/// The body that was sent last, as JSON.
pub(crate) fn sent(transport: &MemoryTransport) -> Value {
    let last = transport.requests().pop().expect("a request");
    serde_json::from_slice(last.body()).expect("JSON")
}

fn path(request: &http::Request<Bytes>) -> &str {
    request.uri().path_and_query().map_or("", |path| path.as_str())
}
