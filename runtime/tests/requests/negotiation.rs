//! Which of `PUT` and `POST` creates and updates.

use deskpro_runtime::{Created, Updated, VerbRule};
use http::Method;

use crate::helpdesk::{
    Failed, Ticket, TicketError, builder, create, delete, helpdesk, response, sent, update,
    with_header,
};

const TICKETS: &str = "https://support.example.com/api/v2/tickets";

/// Creates and updates with the reverse of what is described, as live helpdesks do.
fn reversed(request: &http::Request<bytes::Bytes>) -> http::Response<bytes::Bytes> {
    let creates = request.uri().path().ends_with("/tickets");
    match (creates, request.method()) {
        (true, &Method::POST) => response(201, r#"{"data": {"id": 13}}"#),
        (false, &Method::PUT) => response(204, ""),
        _ => response(405, ""),
    }
}

#[tokio::test]
async fn the_other_verb_is_tried_once_and_then_remembered() {
    let (client, transport) = helpdesk(reversed);
    for _ in 0..2 {
        let made: Created<Ticket> = create(&client).send::<_, TicketError>().await.unwrap();
        assert_eq!(made.id().unwrap().get(), 13);
    }
    let another = client.clone();
    let _: Updated<Ticket> = update(&another, 1).send::<_, TicketError>().await.unwrap();
    let _: Updated<Ticket> = update(&client, 2).send::<_, TicketError>().await.unwrap();
    assert_eq!(
        sent(&transport),
        [
            format!("PUT {TICKETS}"),
            format!("POST {TICKETS}"),
            format!("POST {TICKETS}"),
            format!("POST {TICKETS}/1"),
            format!("PUT {TICKETS}/1"),
            format!("PUT {TICKETS}/2"),
        ]
    );
    for request in transport.requests().iter().take(3) {
        assert_eq!(request.body(), r#"{"subject":"Printer"}"#);
        assert_eq!(request.headers()["content-type"], "application/json");
    }
}

#[tokio::test]
async fn a_helpdesk_as_described_is_asked_once() {
    let (client, transport) = helpdesk(|_| response(201, ""));
    let _: Created<Ticket> = create(&client).send::<_, TicketError>().await.unwrap();
    assert_eq!(sent(&transport), [format!("PUT {TICKETS}")]);
}

#[tokio::test]
async fn when_neither_is_allowed_the_first_answer_counts() {
    let (client, transport) = helpdesk(|request| match *request.method() {
        Method::PUT => response(405, r#"{"code": "first"}"#),
        _ => response(405, r#"{"code": "second"}"#),
    });
    for _ in 0..2 {
        let refused: Failed = create(&client).send::<Created<Ticket>, _>().await.unwrap_err();
        assert_eq!(refused.code(), "first");
        assert!(refused.to_string().starts_with("tickets.create: PUT /tickets answered 405"));
    }
    // Nothing was learnt: both calls tried both.
    assert_eq!(sent(&transport).len(), 4);
}

#[tokio::test]
async fn allow_decides_whether_the_other_verb_is_tried() {
    for (allow, requests) in [
        (Some("POST"), 2),
        (Some("GET, post"), 2),
        (Some("GET, HEAD"), 1),
        (Some(""), 1),
        (None, 2),
    ] {
        let (client, transport) = helpdesk(move |_| match allow {
            Some(allow) => with_header(response(405, ""), "allow", allow),
            None => response(405, ""),
        });
        let refused: Failed = create(&client).send::<Created<Ticket>, _>().await.unwrap_err();
        assert_eq!(refused.status(), Some(405));
        assert_eq!(sent(&transport).len(), requests, "{allow:?}");
    }
}

#[tokio::test]
async fn an_answer_to_the_other_verb_counts_but_only_success_is_remembered() {
    let (client, transport) = helpdesk(|request| match *request.method() {
        Method::PUT => response(405, ""),
        _ => response(400, r#"{"code": "invalid_input"}"#),
    });
    for _ in 0..2 {
        let refused: Failed = create(&client).send::<Created<Ticket>, _>().await.unwrap_err();
        assert!(matches!(refused, Failed::Api(TicketError::InvalidInput(_))), "{refused}");
        assert!(refused.to_string().starts_with("tickets.create: POST /tickets answered 400"));
    }
    assert_eq!(sent(&transport).len(), 4);
}

#[tokio::test]
async fn a_rule_can_be_pinned_either_way() {
    for (rule, expected, works) in
        [(VerbRule::AsDescribed, "PUT", false), (VerbRule::Swapped, "POST", true)]
    {
        let (_, transport) = helpdesk(reversed);
        let client = builder().verbs(rule).transport(transport.clone()).build().unwrap();
        let made = create(&client).send::<Created<Ticket>, TicketError>().await;
        assert_eq!(made.is_ok(), works);
        assert_eq!(sent(&transport), [format!("{expected} {TICKETS}")]);
    }
}

#[tokio::test]
async fn other_operations_keep_their_verb() {
    let (client, transport) = helpdesk(|_| response(405, ""));
    let refused = delete(&client, 1).send::<deskpro_runtime::Deleted, TicketError>().await;
    assert_eq!(refused.unwrap_err().status(), Some(405));
    assert_eq!(sent(&transport), [format!("DELETE {TICKETS}/1")]);
}
