//! Pages whose numbers are not to be trusted.

use std::fmt::{self, Write as _};
use std::sync::{Arc, Mutex};

use deskpro_client::Client;
use deskpro_client::runtime::transport::MemoryTransport;
use deskpro_tests::{client, json_response};
use serde_json::{Value, json};
use tracing::field::{Field, Visit};
use tracing::{Event, Metadata, Subscriber, span};

use crate::desk::{desk, lines, tickets};

/// A helpdesk with so many tickets on each of its pages, and what `meta` says on the page `n` of them.
fn pages(size: u64, meta: fn(u64) -> Value) -> (Client, MemoryTransport) {
    client(move |request| {
        let query = request.uri().query().unwrap_or_default();
        let page = query.split('&').find_map(|it| it.strip_prefix("page="));
        let page: u64 = page.map_or(1, |page| page.parse().unwrap());
        let data: Vec<Value> = (1..=size).map(|id| json!({"id": page * 10_000 + id})).collect();
        json_response(200, json!({"data": data, "meta": meta(page)}).to_string())
    })
}

async fn count(client: &Client) -> usize {
    let mut items = client.tickets().list().items();
    let mut count = 0;
    while let Some(item) = items.next().await {
        item.unwrap();
        count += 1;
    }
    count
}

#[tokio::test]
async fn quirk_21_pages_are_told_in_two_shapes_and_links_never() {
    let nested =
        json!({"total": 7, "count": 2, "per_page": 2, "current_page": 1, "total_pages": 4});
    let flat = json!({"total": 7, "page": 1, "per_page": 2, "total_pages": 4});
    for meta in [json!({ "pagination": nested }), flat] {
        let page = tickets(json!({"data": [], "meta": meta})).await;
        assert_eq!(
            (page.meta.total, page.meta.page, page.meta.total_pages),
            (Some(7), Some(1), Some(4))
        );
        assert_eq!(page.links.next, None);
    }
    let (nested, transport) =
        pages(2, |page| json!({"pagination": {"current_page": page, "total_pages": 3}}));
    assert_eq!((count(&nested).await, lines(&transport).len()), (6, 3));
    let (flat, transport) = pages(2, |page| json!({"page": page, "total_pages": 3}));
    assert_eq!((count(&flat).await, lines(&transport).len()), (6, 3));
}

#[tokio::test]
async fn quirk_22_per_page_decides_nothing() {
    // Far too small, or far too large: 2 of 200 that were asked for, on the first of two pages.
    let (client, transport) = pages(2, |page| {
        let per_page = if page == 1 { 2 } else { 5_000 };
        json!({"pagination": {"current_page": page, "total_pages": 2, "per_page": per_page, "count": 0}})
    });
    assert_eq!((count(&client).await, lines(&transport).len()), (4, 2));
}

/// What was warned of.
#[derive(Clone, Default)]
struct Warnings(Arc<Mutex<Vec<String>>>);

struct Line(String);

impl Visit for Line {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        write!(self.0, "{field}={value:?} ").expect("a text takes everything");
    }
}

impl Subscriber for Warnings {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        *metadata.level() == tracing::Level::WARN
    }

    fn new_span(&self, _: &span::Attributes<'_>) -> span::Id {
        span::Id::from_u64(1)
    }

    fn record(&self, _: &span::Id, _: &span::Record<'_>) {}

    fn record_follows_from(&self, _: &span::Id, _: &span::Id) {}

    fn event(&self, event: &Event<'_>) {
        let mut line = Line(String::new());
        event.record(&mut line);
        self.0.lock().expect("nobody panicked").push(line.0);
    }

    fn enter(&self, _: &span::Id) {}

    fn exit(&self, _: &span::Id) {}
}

#[tokio::test]
async fn quirk_23_deep_lists_are_warned_of_once() {
    for (last, warned) in [(4, 0), (5, 0), (6, 1), (9, 1)] {
        let warnings = Warnings::default();
        let guard = tracing::subscriber::set_default(warnings.clone());
        let (client, _) = client(move |request| {
            let query = request.uri().query().unwrap_or_default().replace("count=200&page=", "");
            let page: u64 = query.parse().unwrap_or(1);
            let data: Vec<Value> = (1..=200).map(|id| json!({"id": page * 200 + id})).collect();
            let meta = json!({"pagination": {"current_page": page, "total_pages": last}});
            json_response(200, json!({"data": data, "meta": meta}).to_string())
        });
        let mut items = client.tickets().list().count(200).items();
        let mut read = 0;
        while let Some(item) = items.next().await {
            item.unwrap();
            read += 1;
        }
        drop(guard);
        let warnings = warnings.0.lock().unwrap();
        assert_eq!((read, warnings.len()), (last * 200, warned), "{warnings:?}");
        assert!(warnings.iter().all(|it| it.contains("tickets.list") && it.contains("1000")));
    }
}

#[tokio::test]
async fn quirk_23_a_long_list_is_read_in_parts() {
    let (client, transport) = desk(200, json!({"data": []}));
    let some = client.tickets().list().ids([1, 2, 3]).count(200).send();
    assert!(some.await.unwrap().data.is_empty());
    client.tickets().list().department(3).status("resolved").send().await.unwrap();
    assert_eq!(lines(&transport)[0], "GET /api/v2/tickets?ids=1,2,3&count=200");
    assert_eq!(lines(&transport)[1], "GET /api/v2/tickets?department=3&status=resolved");
}

#[tokio::test]
async fn quirk_24_ten_come_unless_more_are_asked_for_and_a_stream_reads_all() {
    let (client, transport) = pages(
        10,
        |page| json!({"pagination": {"current_page": page, "total_pages": 3, "total": 30}}),
    );
    let page = client.tickets().list().send().await.unwrap();
    assert_eq!((page.data.len(), page.meta.total), (10, Some(30)));
    assert_eq!(count(&client).await, 30);
    client.tickets().list().count(200).send().await.unwrap();
    assert_eq!(lines(&transport).pop().unwrap(), "GET /api/v2/tickets?count=200");
}
