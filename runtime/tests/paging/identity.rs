//! Which items are the same, without their type being known.

use deskpro_runtime::{Error, Items, Json, Undocumented};
use serde_json::json;

use crate::desk::{answering, pages_asked};

/// All items of a list with these pages.
async fn items(pages: Vec<Json>) -> Vec<Json> {
    let total_pages = pages.len();
    let (list, sent) = answering(move |page| {
        let meta = json!({"page": page, "total_pages": total_pages});
        json!({"data": pages[page as usize - 1], "meta": meta})
    });
    let mut items: Items<Json, Box<Undocumented>> = list.items();
    let mut all = Vec::new();
    while let Some(item) = items.next().await {
        all.push(item.unwrap_or_else(|error: Error<_>| panic!("{error}")));
    }
    assert_eq!(pages_asked(&sent).len(), total_pages);
    all
}

/// What is not handed out of the second page.
async fn left_out(first: Json, second: Json) -> Vec<Json> {
    let all = items(vec![first, second.clone()]).await;
    let list = second.as_array().unwrap().iter().cloned();
    list.filter(|item| !all.contains(item)).collect()
}

#[tokio::test]
async fn the_same_id_is_the_same_item_though_it_was_changed() {
    let left = left_out(
        json!([{"id": 1, "subject": "Printer"}, {"id": "2", "subject": "Phone"}]),
        json!([{"id": 1, "subject": "Printer on fire"}, {"subject": "Phones", "id": 2}, {"id": 3, "subject": "x"}]),
    );
    assert_eq!(
        left.await,
        [json!({"id": 1, "subject": "Printer on fire"}), json!({"id": 2, "subject": "Phones"})]
    );
}

#[tokio::test]
async fn results_of_a_search_may_share_ids() {
    let found =
        |kind: &str, more: Json| json!([{"type": kind, "id": 7, "title": "a", "more": more}]);
    assert_eq!(
        left_out(found("ticket", json!(1)), found("person", json!(2))).await,
        [Json::Null; 0]
    );
    assert_eq!(
        left_out(found("ticket", json!(1)), found("ticket", json!(2))).await,
        [found("ticket", json!(2))[0].clone()]
    );
    // Without a word of what it is, an item is told by its members.
    let left = left_out(json!([{"id": 7, "subject": "a"}]), json!([{"id": 7, "name": "b"}]));
    assert_eq!(left.await, [Json::Null; 0]);
}

#[tokio::test]
async fn an_id_that_is_on_one_page_twice_names_no_item() {
    let changes = |from: u64| json!([{"id": 7, "change": from}, {"id": 7, "change": from + 1}]);
    let all = items(vec![changes(1), changes(3), json!([{"id": 7, "change": 5}])]).await;
    let all: Vec<_> = all.iter().map(|item| item["change"].as_u64()).collect();
    assert_eq!(all, [Some(1), Some(2), Some(3), Some(4), Some(5)]);
}

#[tokio::test]
async fn what_has_no_id_is_handed_out_each_time() {
    let words = || json!(["vip", null, {"id": null}, {"id": 0}, {"ticket": {"id": 1}}]);
    assert_eq!(items(vec![words(), words()]).await.len(), 10);
    // Among others, too.
    let mixed = || json!([{"id": 1, "name": "a"}, {"name": "b"}]);
    let all = items(vec![mixed(), mixed()]).await;
    assert_eq!(all, [json!({"id": 1, "name": "a"}), json!({"name": "b"}), json!({"name": "b"})]);
}

#[tokio::test]
async fn lists_may_come_bare_or_as_objects() {
    let all = items(vec![
        json!({"0": {"id": 1}, "5": {"id": 2}}),
        json!({"0": {"id": 2}, "9": {"id": 3}}),
    ]);
    assert_eq!(all.await, [json!({"id": 1}), json!({"id": 2}), json!({"id": 3})]);
}
