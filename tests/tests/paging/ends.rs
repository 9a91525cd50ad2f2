//! How the end of a list is known.

use serde_json::{Value, json};

use crate::script::{all, pages, queries, tickets};

/// Three pages of two tickets each, with what is around the data.
fn three(around: impl Fn(u64) -> Value) -> Vec<Value> {
    let page = |page: u64| {
        let mut body = around(page);
        body["data"] = tickets([page * 2 - 1, page * 2]).into();
        body
    };
    (1..=3).map(page).collect()
}

async fn assert_all_three(around: impl Fn(u64) -> Value) {
    let (client, sent) = pages(three(around));
    let (ids, error) = all(&client).await;
    assert!(error.is_none(), "{error:?}");
    assert_eq!(ids, [1, 2, 3, 4, 5, 6]);
    assert_eq!(queries(&sent), ["", "page=2", "page=3"]);
}

async fn assert_one_page(around: impl Fn(u64) -> Value) {
    let (client, sent) = pages(three(around));
    let (ids, error) = all(&client).await;
    assert!(error.is_none(), "{error:?}");
    assert_eq!((ids, queries(&sent)), (vec![1, 2], vec![String::new()]));
}

#[tokio::test]
async fn flat_meta() {
    assert_all_three(
        |page| json!({"meta": {"page": page, "per_page": 2, "total": 6, "total_pages": 3}}),
    )
    .await;
}

#[tokio::test]
async fn nested_meta() {
    assert_all_three(|page| {
        let meta =
            json!({"current_page": page, "count": 2, "per_page": 2, "total": 6, "total_pages": 3});
        json!({"meta": {"pagination": meta}, "linked": {}})
    })
    .await;
}

#[tokio::test]
async fn total_pages_without_the_number_of_the_page() {
    assert_all_three(|_| json!({"meta": {"total_pages": "3"}})).await;
}

#[tokio::test]
async fn links_only() {
    assert_all_three(|page| {
        let next = (page < 3).then(|| format!("/tickets?page={}", page + 1));
        json!({"links": {"next": next, "last": "/tickets?page=106"}})
    })
    .await;
    // A link that is not there says the same as one that is null.
    assert_all_three(|page| {
        if page < 3 { json!({"links": {"next": "/x"}, "meta": {"page": page}}) } else { json!({}) }
    })
    .await;
}

#[tokio::test]
async fn the_number_of_pages_counts_more_than_links() {
    // As in the guide's example, whose last link leads to another page than its meta.
    assert_all_three(|page| {
        let meta = json!({"page": page, "total_pages": 3});
        json!({"links": {"next": null, "last": "/tickets?page=106"}, "meta": meta})
    })
    .await;
    assert_one_page(
        |_| json!({"links": {"next": "/tickets?page=2"}, "meta": {"page": 1, "total_pages": 1}}),
    )
    .await;
}

#[tokio::test]
async fn neither_meta_nor_links_is_one_page() {
    assert_one_page(|_| json!({})).await;
    assert_one_page(|_| json!({"meta": [], "links": [], "linked": []})).await;
    assert_one_page(|_| json!({"meta": {"total": 6, "count": 2}})).await;
}

#[tokio::test]
async fn sizes_of_pages_decide_nothing() {
    // Two came where 200 were asked for, and the page calls that its size.
    assert_one_page(|_| {
        let meta =
            json!({"current_page": 1, "count": 2, "per_page": 2, "total": 2, "total_pages": 1});
        json!({"meta": {"pagination": meta}})
    })
    .await;
    // Fewer than a page holds, though there are more pages.
    assert_all_three(|page| {
        let meta = json!({"current_page": page, "count": 200, "per_page": 200, "total_pages": 3});
        json!({"meta": {"pagination": meta}})
    })
    .await;
}

#[tokio::test]
async fn an_empty_page_is_the_end() {
    let empty = json!({
        "data": [],
        "meta": {"pagination": {"total": 0, "count": 0, "per_page": 10, "current_page": 1, "total_pages": 1}},
    });
    let (client, sent) = pages(vec![empty]);
    assert_eq!(all(&client).await.0, [0; 0]);
    assert_eq!(sent.requests().len(), 1);

    // Deep pages may come back empty although there should be more.
    let meta = |page: u64| json!({"page": page, "total_pages": 100});
    let (client, sent) = pages(vec![
        json!({"data": tickets([1, 2]), "meta": meta(1)}),
        json!({"data": [], "meta": meta(2), "links": {"next": "/tickets?page=3"}}),
    ]);
    let (ids, error) = all(&client).await;
    assert!(error.is_none(), "{error:?}");
    assert_eq!((ids, sent.requests().len()), (vec![1, 2], 2));
}

#[tokio::test]
async fn a_total_that_changes_on_the_way_is_followed() {
    let meta = |page: u64, pages: u64, total: u64| json!({"page": page, "total_pages": pages, "total": total});
    let (client, _) = pages(vec![
        json!({"data": tickets([1, 2]), "meta": meta(1, 2, 4)}),
        json!({"data": tickets([3, 4]), "meta": meta(2, 3, 5)}),
        json!({"data": tickets([5]), "meta": meta(3, 3, 5)}),
    ]);
    let mut items = client.tickets().list().items();
    assert_eq!(items.total(), None);
    let mut totals = Vec::new();
    while let Some(ticket) = items.next().await {
        totals.push((ticket.unwrap().id.get(), items.total().unwrap()));
    }
    assert_eq!(totals, [(1, 4), (2, 4), (3, 5), (4, 5), (5, 5)]);

    // Fewer pages than there were; without a total nothing can have moved.
    let meta = |page: u64, pages: u64| json!({"page": page, "total_pages": pages});
    let (client, sent) = pages(vec![
        json!({"data": tickets([1, 2]), "meta": meta(1, 9)}),
        json!({"data": tickets([3]), "meta": meta(2, 2)}),
    ]);
    assert_eq!(all(&client).await.0, [1, 2, 3]);
    assert_eq!(sent.requests().len(), 2);
}
