//! What ends a stream before its list does.

use deskpro_client::Error;
use deskpro_client::runtime::DecodeFault;
use deskpro_client::runtime::transport::{MemoryTransport, TransportError, TransportErrorKind};
use deskpro_client::tickets::ListTicketsError;
use deskpro_client::{Auth, Client};
use deskpro_mock::{Failure, MockHelpdesk};
use deskpro_tests::{KEY, json_response, without_proxy};
use serde_json::json;

use crate::script::{all, helpdesk, pages, tickets};

#[track_caller]
fn wrong_page(error: Option<Error<ListTicketsError>>) -> (u64, Option<u64>) {
    let Some(Error::Decode(error)) = error else { panic!("{error:?}") };
    assert_eq!(error.response().status(), 200);
    match *error.fault() {
        DecodeFault::WrongPage { asked, got } => (asked, got),
        ref fault => panic!("{fault:?}"),
    }
}

#[tokio::test]
async fn another_page_than_the_one_that_was_asked_for() {
    // A helpdesk that does not know `page` would give the first one for ever.
    let (client, sent) = helpdesk(|_| {
        let meta = json!({"page": 1, "total_pages": 3});
        json_response(200, json!({"data": tickets([1, 2]), "meta": meta}).to_string())
    });
    let (ids, error) = all(&client).await;
    assert_eq!((ids, wrong_page(error)), (vec![1, 2], (2, Some(1))));
    assert_eq!(sent.requests().len(), 2);
}

#[tokio::test]
async fn the_same_page_once_more_without_its_number() {
    for body in [
        json!({"data": tickets([1, 2]), "links": {"next": "/tickets?page=2"}}),
        json!({"data": tickets([1, 2]), "meta": {"total_pages": 1000}}),
    ] {
        let (client, sent) = helpdesk(move |_| json_response(200, body.to_string()));
        let (ids, error) = all(&client).await;
        assert_eq!((ids, wrong_page(error)), (vec![1, 2], (2, None)));
        assert_eq!(sent.requests().len(), 2);
    }
}

#[tokio::test]
async fn pages_that_look_alike_but_have_their_numbers_are_taken() {
    let (client, _) = helpdesk(|page| {
        let meta = json!({"page": page, "total_pages": 3});
        json_response(200, json!({"data": tickets([1]), "meta": meta}).to_string())
    });
    let mut pages = client.tickets().list().pages();
    let mut ids = Vec::new();
    while let Some(page) = pages.next().await {
        ids.extend(page.unwrap().data.into_iter().map(|ticket| ticket.id.get()));
    }
    assert_eq!(ids, [1, 1, 1]);
    // As an item it is one.
    let (ids, error) = all(&client).await;
    assert!(error.is_none(), "{error:?}");
    assert_eq!(ids, [1]);
}

#[tokio::test]
async fn pages_that_go_on_with_nothing_new() {
    let (client, sent) = helpdesk(|page| {
        let meta = json!({"page": page, "total_pages": page + 1});
        json_response(200, json!({"data": tickets([page % 2 + 1]), "meta": meta}).to_string())
    });
    let (ids, error) = all(&client).await;
    let Some(Error::Decode(error)) = error else { panic!("{error:?}") };
    assert!(matches!(error.fault(), DecodeFault::NothingNew { page: 12, pages: 10 }), "{error}");
    assert_eq!((ids, sent.requests().len()), (vec![2, 1], 12));
}

#[tokio::test]
async fn a_refusal_in_the_middle() {
    let mock = MockHelpdesk::builder().seed("tickets", 25).start().await.unwrap();
    let client = without_proxy(mock.url(), MockHelpdesk::KEY).build().unwrap();
    let mut pages = client.tickets().list().count(10).pages();
    assert_eq!(pages.next().await.unwrap().unwrap().data.len(), 10);
    mock.fail_next(Failure::status(429).with_retry_after(30));
    let error = pages.next().await.unwrap().unwrap_err();
    assert!(error.is_rate_limited(), "{error}");
    assert_eq!(error.retry_after().map(|it| it.as_secs()), Some(30));
    assert!(pages.next().await.is_none());
    // Where it failed is where a new stream can go on.
    let rest = i64::try_from(pages.page()).unwrap();
    let mut rest = client.tickets().list().count(10).page(rest).items();
    let mut ids = Vec::new();
    while let Some(ticket) = rest.next().await {
        ids.push(ticket.unwrap().id.get());
    }
    assert_eq!(ids, (11..=25).collect::<Vec<u64>>());
}

#[tokio::test]
async fn a_page_that_cannot_be_read() {
    let (client, _) = pages(vec![
        json!({"data": tickets([1, 2]), "meta": {"page": 1, "total_pages": 3}}),
        json!({"data": [{"id": 3}, {"id": "four"}], "meta": {"page": 2, "total_pages": 3}}),
    ]);
    let (ids, error) = all(&client).await;
    assert_eq!(ids, [1, 2]);
    let Some(Error::Decode(error)) = error else { panic!("{error:?}") };
    assert_eq!(error.invalid().unwrap().path(), "data[1].id");
}

#[tokio::test]
async fn a_connection_that_fails_in_the_middle() {
    let transport = MemoryTransport::fallible(|request| match request.uri().query() {
        None => {
            let body = json!({"data": tickets([1]), "meta": {"page": 1, "total_pages": 2}});
            Ok(json_response(200, body.to_string()).into())
        }
        Some(_) => Err(TransportError::new(TransportErrorKind::Closed, "it went away")),
    });
    let builder = Client::builder("https://support.example.com", Auth::key(KEY));
    let client = builder.transport(transport).build().unwrap();
    let (ids, error) = all(&client).await;
    assert_eq!(ids, [1]);
    assert!(matches!(error, Some(Error::Transport(_))), "{error:?}");
}

#[tokio::test]
async fn a_first_page_that_is_none() {
    let (client, sent) = helpdesk(|_| json_response(200, r#"{"data": []}"#));
    for page in [0, -1] {
        let mut items = client.tickets().list().page(page).items();
        let error = items.next().await.unwrap().unwrap_err();
        assert!(matches!(error, Error::Request(_)), "{error}");
        assert!(items.next().await.is_none());
    }
    assert!(sent.requests().is_empty());
}
