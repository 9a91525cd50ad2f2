//! What goes with a stream from page to page, and the lists that can be read so.

use deskpro_client::Page;
use deskpro_client::tickets::{Ticket, TicketStatus};
use deskpro_tests::{client, json_response};
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

/// Every list of the client, from its second page on.
macro_rules! second_pages {
    ($client:ident: $($list:expr,)*) => {
        [$({
            let mut items = $list.page(2).items();
            let first = items.next().await.map(|it| it.map(|item| item.id.get()).map_err(|it| it.to_string()));
            let end = items.next().await.is_none();
            assert_eq!((first, end), (Some(Ok(2)), true), stringify!($list));
        }),*].len()
    };
}

#[tokio::test]
async fn every_list_can_be_read_as_a_stream() {
    let (client, sent) = client(|request| {
        assert_eq!(request.uri().query(), Some("page=2"), "{}", request.uri());
        json_response(200, r#"{"data": [{"id": 2}], "meta": {"page": 2, "total_pages": 2}}"#)
    });
    let lists = second_pages! { client:
        client.agents().list(),
        client.agents().assigned_to_chat(),
        client.agents().online(),
        client.departments().list(),
        client.departments().agents(1),
        client.organizations().list(),
        client.organizations().tickets(1),
        client.organizations().members(1).list(),
        client.people().list(),
        client.people().tickets(1),
        client.tickets().list(),
        client.tickets().attachments(1).list(),
        client.tickets().attachments(1).list_by_message(1),
        client.tickets().messages(1).list(),
    };
    let api = deskpro_tests::description();
    let described = deskpro_tests::operations(&api).into_iter().filter(|(_, operation)| {
        operation.success.iter().any(|it| it.shape == deskpro_spec::api::Shape::Page)
    });
    assert_eq!(lists, described.count());
    assert_eq!(sent.requests().len(), lists);
}
