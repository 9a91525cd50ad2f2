//! A list whose pages are written down.

use bytes::Bytes;
use deskpro_client::runtime::transport::MemoryTransport;
use deskpro_client::tickets::ListTicketsError;
use deskpro_client::{Client, Error};
use deskpro_tests::{client, json_response};
use http::{Request, Response};
use serde_json::{Value, json};

/// A client whose lists are answered by a closure, which is told the page that is asked for.
pub(crate) fn helpdesk(
    answer: impl Fn(u64) -> Response<Bytes> + Send + Sync + 'static,
) -> (Client, MemoryTransport) {
    client(move |request| answer(asked(request)))
}

/// A client whose lists have these pages; further ones are a mistake.
pub(crate) fn pages(pages: Vec<Value>) -> (Client, MemoryTransport) {
    helpdesk(move |page| {
        let index = usize::try_from(page - 1).expect("a small number");
        let body = pages.get(index).unwrap_or_else(|| panic!("page {page} was asked for"));
        json_response(200, body.to_string())
    })
}

/// The page that a request asks for; without one it is the first.
fn asked(request: &Request<Bytes>) -> u64 {
    let query = request.uri().query().unwrap_or_default();
    let page = query.split('&').find_map(|pair| pair.strip_prefix("page="));
    page.map_or(1, |page| page.parse().expect("a number"))
}

/// Tickets with these ids.
pub(crate) fn tickets(ids: impl IntoIterator<Item = u64>) -> Vec<Value> {
    ids.into_iter().map(|id| json!({"id": id, "subject": "Printer on fire"})).collect()
}

/// The ids of all tickets, and the error at their end if there is one.
pub(crate) async fn all(client: &Client) -> (Vec<u64>, Option<Error<ListTicketsError>>) {
    let mut items = client.tickets().list().items();
    let (mut ids, mut error) = (Vec::new(), None);
    while let Some(item) = items.next().await {
        assert!(error.is_none(), "the stream goes on after an error");
        assert!(ids.len() < 100, "the stream does not end");
        match item {
            Ok(ticket) => ids.push(ticket.id.get()),
            Err(it) => error = Some(it),
        }
    }
    assert!(items.next().await.is_none(), "the stream goes on after its end");
    (ids, error)
}

/// The queries that were sent.
pub(crate) fn queries(sent: &MemoryTransport) -> Vec<String> {
    let requests = sent.requests();
    requests.iter().map(|it| it.uri().query().unwrap_or_default().to_owned()).collect()
}
