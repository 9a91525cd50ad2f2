//! What goes with a stream from page to page, and the lists that can be read so.

use deskpro_client::Page;
use deskpro_client::tickets::{Ticket, TicketStatus};
use deskpro_spec::api::Shape;
use deskpro_tests::{LISTS, description, json_response, operations};
use futures_util::{StreamExt, TryStreamExt};
use serde_json::json;

use crate::script::{helpdesk, pages, queries, tickets};

#[tokio::test]
async fn filters_and_sizes_go_along_and_the_first_page_may_be_another() {
    let (client, sent) = helpdesk(|page| {
        let meta = json!({"page": page, "total_pages": 5});
        json_response(200, json!({"data": tickets([page]), "meta": meta}).to_string())
    });
    let list = client.tickets().list().status(TicketStatus::Resolved).count(1).page(3);
    let ids: Vec<u64> = list.items().map_ok(|it| it.id.get()).try_collect().await.unwrap();
    assert_eq!(ids, [3, 4, 5]);
    let expected = [
        "status=resolved&count=1&page=3",
        "status=resolved&count=1&page=4",
        "status=resolved&count=1&page=5",
    ];
    assert_eq!(queries(&sent), expected);
}

#[tokio::test]
async fn a_list_of_ids_has_pages_too() {
    let (client, sent) = helpdesk(|page| {
        let meta = json!({"page": page, "total_pages": 2});
        json_response(200, json!({"data": tickets([page]), "meta": meta}).to_string())
    });
    let items = client.tickets().list().ids(1..=20).items();
    assert_eq!(items.count().await, 2);
    let ids: Vec<String> = (1..=20).map(|id| id.to_string()).collect();
    let ids = format!("ids={}", ids.join(","));
    assert_eq!(queries(&sent), [ids.clone(), format!("{ids}&page=2")]);
}

#[tokio::test]
async fn pages_say_where_they_stand() {
    let meta = |page: u64| json!({"page": page, "total_pages": 2, "total": 3});
    let (client, sent) = pages(vec![
        json!({"data": tickets([1, 2]), "meta": meta(1)}),
        json!({"data": tickets([3]), "meta": meta(2)}),
    ]);
    let mut pages = client.tickets().list().pages();
    assert!(sent.requests().is_empty(), "nothing is sent before it is polled");
    let first: Page<Ticket> = pages.next().await.unwrap().unwrap();
    assert_eq!((first.data.len(), pages.total(), pages.page()), (2, Some(3), 2));
    assert_eq!(sent.requests().len(), 1, "nothing is sent ahead");
    let second = pages.next().await.unwrap().unwrap();
    assert_eq!((second.data.len(), second.meta.page), (1, Some(2)));
    assert!(pages.next().await.is_none());
}

#[tokio::test]
async fn a_page_is_asked_for_when_the_one_before_is_used_up() {
    let (client, sent) = helpdesk(|page| {
        let meta = json!({"page": page, "total_pages": 1000});
        let body = json!({"data": tickets([page * 2 - 1, page * 2]), "meta": meta});
        json_response(200, body.to_string())
    });
    let items = client.tickets().list().items();
    let ids: Vec<u64> = items.take(4).map(|it| it.unwrap().id.get()).collect().await;
    assert_eq!((ids, sent.requests().len()), (vec![1, 2, 3, 4], 2));
}

#[tokio::test]
async fn every_list_can_be_read_as_a_stream() {
    let (client, sent) = helpdesk(|page| {
        let meta = json!({"page": page, "total_pages": 3});
        json_response(200, json!({"data": [null, null], "meta": meta}).to_string())
    });
    let api = description();
    let described = operations(&api)
        .into_iter()
        .filter(|(_, operation)| operation.success.iter().any(|it| it.shape == Shape::Page));
    let described: Vec<String> = described.map(|(name, _)| name).collect();
    assert_eq!(LISTS.iter().map(|list| list.name).collect::<Vec<_>>(), described);
    for list in LISTS {
        let before = queries(&sent).len();
        assert_eq!(list.count(&client).await.map_err(|it| it.display), Ok(6), "{}", list.name);
        let queries = &queries(&sent)[before..];
        let numbers: Vec<_> = queries.iter().map(|query| number(query)).collect();
        assert_eq!(numbers, [None, Some("2"), Some("3")], "{}: {queries:?}", list.name);
    }
}

/// The number of the page that a query asks for.
fn number(query: &str) -> Option<&str> {
    query.split('&').find_map(|part| part.strip_prefix("page="))
}
