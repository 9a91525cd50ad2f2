//! Servers that page for ever are left, after a bounded number of pages.

use std::sync::atomic::{AtomicU64, Ordering};

use deskpro_runtime::{DecodeFault, Json};
use serde_json::json;

use crate::desk::{Failed, Read, answering, pages_asked, read, read_pages, tickets};

#[track_caller]
fn nothing_new(error: &Option<Failed>) -> (u64, u32) {
    let Some(Failed::Decode(error)) = error else { panic!("{error:?}") };
    let DecodeFault::NothingNew { page, pages } = *error.fault() else { panic!("{error}") };
    (page, pages)
}

/// Reads a list that never ends, and says what was asked for.
async fn endless(data: impl Fn(u64) -> Json + Send + Sync + 'static) -> (Read, usize) {
    let (list, sent) = answering(move |page| {
        assert!(page < 100, "it goes on and on");
        // There is always one page more.
        json!({"data": data(page), "meta": {"page": page, "total": page * 2 + 2, "total_pages": page + 1}})
    });
    (read(list.items()).await, pages_asked(&sent).len())
}

#[tokio::test]
async fn a_list_that_goes_round_in_circles() {
    let (read, requests) = endless(|page| tickets([page % 2 * 2 + 1, page % 2 * 2 + 2])).await;
    assert_eq!(read.ids, [3, 4, 1, 2]);
    assert_eq!((nothing_new(&read.error), requests), ((12, 10), 12));
    assert_eq!((read.progress.page, read.progress.repeated), (12, 18));
    assert_eq!(
        read.error.unwrap().to_string(),
        "tickets.list: GET /tickets?page answered 200, but nothing new came on 10 pages in a row, up to page 12"
    );
}

#[tokio::test]
async fn a_list_of_one_page_that_comes_under_every_number() {
    let (read, requests) = endless(|_| tickets([1, 2])).await;
    assert_eq!(
        (read.ids.as_slice(), nothing_new(&read.error), requests),
        (&[1, 2][..], (11, 10), 11)
    );
}

#[tokio::test]
async fn without_ids_pages_are_known_by_what_is_on_them() {
    let (read, requests) = endless(|page| json!([{"name": page % 3}, {}, null])).await;
    // They are all handed out: nothing tells that they are the same.
    assert_eq!((read.ids.len(), nothing_new(&read.error), requests), (12 * 3, (13, 10), 13));
}

#[tokio::test]
async fn circles_without_numbers() {
    let (list, sent) = answering(
        |page| json!({"data": tickets([page % 2 + 1]), "links": {"next": format!("/tickets?page={}", page + 1)}}),
    );
    let read = read(list.items()).await;
    assert_eq!((read.ids.len(), nothing_new(&read.error)), (2, (12, 10)));
    assert_eq!(pages_asked(&sent).len(), 12);
}

#[tokio::test]
async fn pages_are_guarded_like_items() {
    let (list, sent) = answering(
        |page| json!({"data": tickets([7]), "meta": {"page": page, "total_pages": 1000}}),
    );
    let (pages, progress) = read_pages(list.pages().in_flight(4)).await;
    assert_eq!((pages.len(), progress.page, progress.repeated), (10, 11, 9));
    // Three more were on their way.
    assert_eq!(pages_asked(&sent).len(), 14);
}

#[tokio::test]
async fn something_new_in_time_is_enough() {
    let (list, sent) = answering(|page| {
        let data = if page % 10 == 1 { tickets([page]) } else { tickets([1]) };
        json!({"data": data, "meta": {"page": page, "total_pages": 31}})
    });
    let read = read(list.items()).await;
    assert!(read.error.is_none(), "{read:?}");
    assert_eq!((read.ids, pages_asked(&sent).len()), (vec![1, 11, 21, 31], 31));
}

#[tokio::test]
async fn a_list_that_ends_may_end_with_nothing_new() {
    let (list, _) =
        answering(|page| json!({"data": tickets([1]), "meta": {"page": page, "total_pages": 11}}));
    let read = read(list.items()).await;
    assert!(read.error.is_none(), "{read:?}");
    assert_eq!(read.ids, [1]);
}

#[tokio::test]
async fn totals_that_change_all_the_time_change_nothing() {
    let answers = AtomicU64::new(0);
    let (list, sent) = answering(move |page| {
        let total = 1000 + answers.fetch_add(1, Ordering::Relaxed) % 2 * 1000;
        json!({"data": tickets([page % 3 + 1]), "meta": {"page": page, "total": total, "total_pages": 1000}})
    });
    let read = read(list.items()).await;
    nothing_new(&read.error);
    assert_eq!(read.ids.len(), 3);
    assert!(pages_asked(&sent).len() < 40, "{:?}", pages_asked(&sent));
}
