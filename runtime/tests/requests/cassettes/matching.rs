//! Which recording a request is answered with, and what is said when there is none.

use std::error::Error as _;

use deskpro_runtime::{
    Empty, Encode, Request, Response,
    transport::{
        CassetteError, CassetteTransport, MemoryTransport, NotRecorded, TransportErrorKind,
    },
};

use super::shelf::{client, player, recorder, shelf};
use crate::helpdesk::{Failed, TicketError, create, delete, get, list, response, update};

/// A cassette with a few recordings.
async fn recorded(name: &str) -> CassetteTransport {
    let path = shelf(name);
    let transport = MemoryTransport::new(|_| response(200, "{}"));
    let client = client(&recorder(&path, &transport));
    for request in [
        list(&client).query("count", &10).query("page", &1),
        list(&client).query("count", &10).query("page", &2),
        get(&client, 13),
        create(&client).field("agent", &5_u64),
        update(&client, 13).body("text/plain", "a"),
    ] {
        request.send::<Empty, TicketError>().await.unwrap_or_else(|error| panic!("{error}"));
    }
    drop(client);
    player(&path)
}

async fn missing(request: Request) -> NotRecorded {
    let failed: Failed = request.send::<Response, _>().await.unwrap_err();
    let Failed::Transport(error) = failed else { panic!("{failed}") };
    assert_eq!(error.error().kind(), TransportErrorKind::Other);
    match error.error().source().unwrap().downcast_ref() {
        Some(CassetteError::NotRecorded(missing)) => missing.clone(),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn the_order_of_a_query_and_of_members_does_not_count() {
    let cassette = recorded("any_order.json").await;
    let client = client(&cassette);
    for request in [
        list(&client).query("page", &2).query("count", &10),
        list(&client).query("page", &1).query("count", &10),
        create(&client).body("application/json", r#"{ "agent": 5, "subject": "Printer" }"#),
    ] {
        request.send::<Response, TicketError>().await.unwrap();
    }
}

#[tokio::test]
async fn what_is_missing_is_told_with_what_comes_closest() {
    let cassette = recorded("closest.json").await;
    let client = client(&cassette);
    let body = |agent: &dyn Encode| create(&client).field("agent", agent);
    for (request, closest) in [
        (
            list(&client).query("count", &20).query("page", &2),
            "GET /api/v2/tickets?count=20&page=2; the closest is number 2, \
             GET /api/v2/tickets?count=10&page=2, which differs in the query's `count`",
        ),
        (
            list(&client).query("page", &1).query("sort", &"a"),
            "GET /api/v2/tickets?page=1&sort=a; the closest is number 1, \
             GET /api/v2/tickets?count=10&page=1, which differs in the query's `count`, the query's \
             `sort`",
        ),
        (
            body(&vec![1_u64]),
            "PUT /api/v2/tickets; the closest is number 4, PUT /api/v2/tickets, which differs in the \
             body's `agent`",
        ),
        (
            update(&client, 13).body("text/plain", "b"),
            "POST /api/v2/tickets/13; the closest is number 5, POST /api/v2/tickets/13, which differs \
             in the body",
        ),
        (
            delete(&client, 13),
            "DELETE /api/v2/tickets/13; the closest is number 3, GET /api/v2/tickets/13, which differs \
             in the method",
        ),
        (
            get(&client, 14),
            "GET /api/v2/tickets/14; the closest is number 3, GET /api/v2/tickets/13, which differs in \
             the path",
        ),
    ] {
        let missing = missing(request).await;
        let text = missing.to_string();
        let (path, text) = text.split_once(" holds no recording of ").unwrap();
        assert_eq!(text, closest);
        assert!(path.ends_with("closest.json"), "{path}");
        assert!(text.starts_with(missing.request()), "{text}");
        assert!(text.contains(missing.closest().unwrap()), "{text}");
    }
}

#[tokio::test]
async fn an_empty_cassette_says_so() {
    let path = shelf("empty.json");
    recorder(&path, &MemoryTransport::new(|_| response(200, ""))).save().unwrap();
    let missing = missing(get(&client(&player(&path)), 13)).await;
    assert!(missing.to_string().ends_with("of GET /api/v2/tickets/13: it holds none at all"));
    assert_eq!(missing.closest(), None);
}

#[tokio::test]
async fn what_nobody_asked_for_is_told_on_demand() {
    let cassette = recorded("unused.json").await;
    let client = client(&cassette);
    for page in [1, 2] {
        let listed = list(&client).query("count", &10).query("page", &page);
        listed.send::<Response, TicketError>().await.unwrap();
    }
    let error = cassette.assert_all_used().unwrap_err();
    let CassetteError::Unused { requests, .. } = &error else { panic!("{error}") };
    assert_eq!(
        requests,
        &["GET /api/v2/tickets/13", "PUT /api/v2/tickets", "POST /api/v2/tickets/13"]
    );
    let text = error.to_string();
    assert!(
        text.ends_with(
            "unused.json holds what nobody asked for: GET /api/v2/tickets/13, PUT /api/v2/tickets, \
             POST /api/v2/tickets/13"
        ),
        "{text}"
    );
}
