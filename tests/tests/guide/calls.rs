//! The calls that the page shows, and those that its tables name.

use deskpro_client::runtime::transport::MemoryTransport;
use deskpro_client::{Auth, Client};
use deskpro_tests::{KEY, json_response};
use http::Response;

use crate::page::{CURL_COLLECTION, CURL_IDS};

/// A client of the page's helpdesk, and the record of what it sends.
fn client() -> (Client, MemoryTransport) {
    let transport = MemoryTransport::new(|request| match request.method().as_str() {
        "GET" => json_response(200, r#"{"data": []}"#),
        _ => Response::builder().status(204).body(Default::default()).expect("a response"),
    });
    let builder = Client::builder("http://example.com", Auth::key(KEY)).allow_plain_http();
    let client = builder.transport(transport.clone()).build();
    (client.expect("valid settings"), transport)
}

/// The last request as curl would be told to make it.
fn as_curl(transport: &MemoryTransport, gap: &str) -> String {
    let request = transport.requests().pop().expect("a request");
    assert_eq!(request.method(), "GET");
    let authorization = request.headers()["authorization"].to_str().expect("text");
    format!(r#"curl -H "Authorization: {authorization}"{gap}{}"#, request.uri())
}

#[tokio::test]
async fn a_collection() {
    let (client, sent) = client();
    client.tickets().list().send().await.unwrap();
    assert_eq!(as_curl(&sent, " "), CURL_COLLECTION);
}

#[tokio::test]
async fn three_tickets_by_their_ids() {
    let (client, sent) = client();
    client.tickets().list().ids([123, 456, 789]).send().await.unwrap();
    assert_eq!(as_curl(&sent, " \\\n    "), CURL_IDS);
}

/// The lines of all requests, as `PUT /api/v2/tickets`.
fn lines(sent: &MemoryTransport) -> Vec<String> {
    let requests = sent.requests();
    let lines = requests.iter().map(|it| {
        let path = it.uri().path_and_query().expect("a path");
        format!("{} {path}", it.method())
    });
    lines.collect()
}

#[tokio::test]
async fn the_table_of_verbs() {
    let (client, sent) = client();
    let tickets = client.tickets();
    tickets.list().send().await.unwrap();
    // A list is no ticket; what counts here is what was sent.
    tickets.get(13).send().await.unwrap_err();
    tickets.delete(13).send().await.unwrap();
    tickets.create("Printer on fire", 4).send().await.unwrap();
    tickets.update(13).subject("Fire is out").send().await.unwrap();
    let expected = [
        "GET /api/v2/tickets",
        "GET /api/v2/tickets/13",
        // `DELETE /ticket/13` on the page, a slip.
        "DELETE /api/v2/tickets/13",
        "PUT /api/v2/tickets",
        "POST /api/v2/tickets/13",
    ];
    assert_eq!(lines(&sent), expected);
}

#[tokio::test]
async fn the_parameters_of_collections_and_the_tip_about_follow_location() {
    let (client, sent) = client();
    client.tickets().list().count(20).page(3).send().await.unwrap();
    let _ = client.tickets().create("Printer on fire", 4).follow_location().send().await;
    let _ = client.tickets().update(13).subject("No").follow_location().send().await;
    let expected = [
        "GET /api/v2/tickets?count=20&page=3",
        "PUT /api/v2/tickets?follow_location=1",
        "POST /api/v2/tickets/13?follow_location=1",
    ];
    assert_eq!(lines(&sent), expected);
}

#[tokio::test]
async fn json_is_accepted_always_and_declared_where_it_is_sent() {
    let (client, sent) = client();
    client.tickets().list().send().await.unwrap();
    client.tickets().delete(13).send().await.unwrap();
    client.tickets().create("Printer on fire", 4).send().await.unwrap();
    client.tickets().update(13).send().await.unwrap();
    let expected = [None, None, Some(r#"{"subject":"Printer on fire","person":4}"#), Some("{}")];
    for (request, expected) in sent.requests().iter().zip(expected) {
        assert_eq!(request.headers()["accept"], "application/json");
        assert_eq!(request.headers()["authorization"], format!("key {KEY}"));
        let content_type = request.headers().get("content-type").map(|it| it.to_str().unwrap());
        assert_eq!(content_type, expected.map(|_| "application/json"));
        assert_eq!(request.body(), expected.unwrap_or_default());
    }
}

#[tokio::test]
async fn the_location_of_what_was_created_and_updated() {
    let location = "http://example.com/api/v2/tickets/13";
    let (client, _) = deskpro_tests::client(move |request| {
        let status = if request.method() == "PUT" { 201 } else { 204 };
        let response = Response::builder().status(status).header("Location", location);
        response.body(Default::default()).expect("a response")
    });
    let made = client.tickets().create("Printer on fire", 4).send().await.unwrap();
    assert_eq!(made.location.as_deref(), Some(location));
    assert_eq!((made.id().map(|id| id.get()), made.data), (Some(13), None));
    let done = client.tickets().update(13).subject("No").send().await.unwrap();
    assert_eq!((done.location.as_deref(), done.data), (Some(location), None));
}
