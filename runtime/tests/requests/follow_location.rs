//! The whole resource in answer to a create or an update.

use deskpro_runtime::Envelope;
use http::Method;

use crate::helpdesk::{
    Failed, Ticket, TicketError, create, helpdesk, response, sent, update, with_header,
};

const TICKET: &str = r#"{"data": {"id": 13, "subject": "Printer"}}"#;
const CREATE: &str = "PUT https://support.example.com/api/v2/tickets?follow_location=1";
const GET: &str = "GET https://support.example.com/api/v2/tickets/13";

#[tokio::test]
async fn a_helpdesk_that_sends_the_resource_is_asked_once() {
    let (client, transport) = helpdesk(|_| response(201, TICKET));
    let ticket: Envelope<Ticket> =
        create(&client).follow_location::<_, TicketError>().send().await.unwrap();
    assert_eq!(ticket.data.subject, "Printer");
    assert_eq!(sent(&transport), [CREATE]);
}

#[tokio::test]
async fn one_that_sends_only_the_address_is_asked_for_the_resource() {
    for location in [
        "https://support.example.com/api/v2/tickets/13",
        "/api/v2/tickets/13",
        "/tickets/13",
        "tickets/13",
    ] {
        for body in ["", "[]", "{}", r#"{"data": []}"#, r#"{"data": null, "meta": {}}"#] {
            let (client, transport) = helpdesk(move |request| match *request.method() {
                Method::GET => response(200, TICKET),
                _ => with_header(response(201, body), "location", location),
            });
            let ticket: Envelope<Ticket> =
                create(&client).follow_location::<_, TicketError>().send().await.unwrap();
            assert_eq!(ticket.data.id.get(), 13);
            assert_eq!(sent(&transport), [CREATE, GET], "{location} {body}");
            let [_, second] = transport.requests().try_into().unwrap();
            assert!(second.body().is_empty());
            assert!(!second.headers().contains_key("content-type"));
            assert_eq!(second.headers()["authorization"], "key 2:SECRET");
        }
    }
}

#[tokio::test]
async fn it_works_for_updates_and_after_the_verb_was_changed() {
    let (client, transport) = helpdesk(|request| match *request.method() {
        Method::GET => response(200, TICKET),
        Method::PUT => with_header(response(204, ""), "location", "/api/v2/tickets/13"),
        _ => response(405, ""),
    });
    let ticket: Envelope<Ticket> =
        update(&client, 13).follow_location::<_, TicketError>().send().await.unwrap();
    assert_eq!(ticket.data.id.get(), 13);
    assert_eq!(
        sent(&transport),
        [
            "POST https://support.example.com/api/v2/tickets/13?follow_location=1",
            "PUT https://support.example.com/api/v2/tickets/13?follow_location=1",
            GET,
        ]
    );
}

#[tokio::test]
async fn credentials_do_not_follow_to_another_server() {
    for location in [
        "https://evil.example.org/api/v2/tickets/13",
        "http://support.example.com/api/v2/tickets/13",
        "//evil.example.org/api/v2/tickets/13",
        "https://support.example.com@evil.example.org/tickets/13",
        "https://key@support.example.com/api/v2/tickets/13",
    ] {
        let (client, transport) =
            helpdesk(move |_| with_header(response(201, ""), "location", location));
        let failed: Failed =
            create(&client).follow_location::<Ticket, _>().send().await.unwrap_err();
        assert!(matches!(failed, Failed::Decode(_)), "{failed}");
        assert_eq!(failed.status(), Some(201));
        assert_eq!(sent(&transport), [CREATE], "{location}");
    }
}

#[tokio::test]
async fn without_an_address_the_answer_cannot_be_read() {
    let (client, transport) = helpdesk(|_| response(201, ""));
    let failed: Failed = create(&client).follow_location::<Ticket, _>().send().await.unwrap_err();
    assert!(matches!(failed, Failed::Decode(_)), "{failed}");
    assert_eq!(sent(&transport), [CREATE]);
}

#[tokio::test]
async fn a_refused_second_request_is_not_taken_for_a_refused_create() {
    let (client, _) = helpdesk(|request| match *request.method() {
        Method::GET => response(404, r#"{"code": "not_found"}"#),
        _ => with_header(response(201, ""), "location", "/tickets/13"),
    });
    let failed: Failed = create(&client).follow_location::<Ticket, _>().send().await.unwrap_err();
    let Failed::Undocumented(refusal) = &failed else { panic!("{failed}") };
    assert!(refusal.response().follows_location());
    assert_eq!(failed.to_string(), "tickets.create: GET /tickets/13 answered 404: not_found");
}

#[tokio::test]
async fn a_refused_create_is_a_refused_create() {
    let (client, transport) = helpdesk(|_| {
        with_header(response(404, r#"{"code": "not_found"}"#), "location", "/tickets/13")
    });
    let failed: Failed = create(&client).follow_location::<Ticket, _>().send().await.unwrap_err();
    assert!(matches!(failed, Failed::Api(TicketError::NotFound(_))), "{failed}");
    assert_eq!(sent(&transport), [CREATE]);
}
