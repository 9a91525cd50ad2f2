//! Lists of a helpdesk that changes while they are read, over the wire.

use deskpro_client::tickets::TicketStatus;
use deskpro_client::{Client, Error, Progress};
use deskpro_mock::{Failure, MockHelpdesk};
use deskpro_tests::without_proxy;

async fn helpdesk(tickets: u64) -> (MockHelpdesk, Client) {
    let mock = MockHelpdesk::builder().seed("tickets", tickets).start().await.unwrap();
    let client = without_proxy(mock.url(), MockHelpdesk::KEY).build().unwrap();
    (mock, client)
}

#[tokio::test]
async fn some_pages_at_once_are_the_same_list() {
    let (mock, client) = helpdesk(95).await;
    let mut items = client.tickets().list().count(10).items().in_flight(4);
    let mut ids = Vec::new();
    while let Some(ticket) = items.next().await {
        ids.push(ticket.unwrap().id.get());
    }
    assert_eq!(ids, (1..=95).collect::<Vec<u64>>());
    assert_eq!(mock.requests().len(), 10);
    let Progress { page, total_pages, total, handed_out, .. } = items.progress();
    assert_eq!((page, total_pages, total, handed_out), (10, Some(10), Some(95), 95));
}

#[tokio::test]
async fn what_is_deleted_as_it_is_read_hides_nothing() {
    for in_flight in [1, 3] {
        let (_mock, client) = helpdesk(25).await;
        let mut items = client.tickets().list().count(4).items().in_flight(in_flight);
        let mut ids = Vec::new();
        while let Some(ticket) = items.next().await {
            let id = ticket.unwrap().id;
            client.tickets().delete(id).send().await.unwrap();
            ids.push(id.get());
        }
        assert_eq!(ids, (1..=25).collect::<Vec<u64>>());
        assert!(!items.progress().may_lack);
    }
}

#[tokio::test]
async fn what_leaves_a_filtered_list_as_it_is_read_hides_nothing() {
    let (_mock, client) = helpdesk(60).await;
    let open = client.tickets().list().send().await.unwrap().data[0].status.clone();
    let of_this = || client.tickets().list().status(open.clone());
    let all = of_this().count(200).send().await.unwrap().data.len();
    assert!(all > 3, "{all}");
    let mut items = of_this().count(2).items();
    let mut changed = 0;
    while let Some(ticket) = items.next().await {
        let update = client.tickets().update(ticket.unwrap().id).status(TicketStatus::Resolved);
        update.send().await.unwrap();
        changed += 1;
    }
    assert_eq!(changed, all);
    assert_eq!(of_this().send().await.unwrap().data.len(), 0);
}

#[tokio::test]
async fn a_refusal_among_pages_that_are_on_their_way() {
    let (mock, client) = helpdesk(40).await;
    let mut items = client.tickets().list().count(10).items().in_flight(3);
    let mut ids = Vec::new();
    for _ in 0..10 {
        ids.push(items.next().await.unwrap().unwrap().id.get());
    }
    mock.fail_next(Failure::status(429));
    let error = loop {
        match items.next().await.expect("a page fails") {
            Ok(ticket) => ids.push(ticket.id.get()),
            Err(error) => break error,
        }
    };
    assert!(matches!(error, Error::Api(_)) && error.is_rate_limited(), "{error}");
    assert!(items.next().await.is_none());
    // Whichever page it was, nothing behind it came, and a new stream goes on with it.
    assert_eq!(items.done_of_page(), 0);
    let rest = i64::try_from(items.page()).unwrap();
    let mut rest = client.tickets().list().count(10).page(rest).items();
    while let Some(ticket) = rest.next().await {
        ids.push(ticket.unwrap().id.get());
    }
    assert_eq!(ids, (1..=40).collect::<Vec<u64>>());
}
