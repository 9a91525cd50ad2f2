//! Lists that change while they are read: nothing comes twice, nothing is passed over.

use std::sync::{
    Arc, Mutex,
    atomic::{AtomicBool, Ordering},
};

use deskpro_runtime::Json;
use serde_json::json;

use crate::desk::{Desk, Tickets, answering, pages_asked, read, read_pages, tickets};

#[tokio::test]
async fn what_an_insertion_moves_to_the_next_page_comes_once() {
    let desk = || Desk::new([2, 3, 4, 5], 2).before(2, |ids| ids.insert(0, 1));
    let (list, sent) = desk().open();
    let read = read(list.items()).await;
    assert_eq!((read.ids, pages_asked(&sent)), (vec![2, 3, 4, 5], vec![1, 2, 3]));
    let progress = read.progress;
    assert_eq!((progress.handed_out, progress.repeated, progress.may_lack), (4, 1, false));

    let (list, _) = desk().open();
    let (ids, progress) = read_pages(list.pages()).await;
    assert_eq!(ids, [vec![2, 3], vec![3, 4], vec![5]]);
    assert_eq!((progress.handed_out, progress.repeated, progress.may_lack), (5, 1, false));
}

#[tokio::test]
async fn what_a_deletion_moves_to_the_page_before_is_looked_for() {
    let desk = || Desk::new(1..=6, 2).before(2, |ids| ids.retain(|id| *id != 1));
    let (list, sent) = desk().open();
    let read = read(list.items()).await;
    assert_eq!(read.ids, [1, 2, 3, 4, 5, 6]);
    // The second answer says that the list is shorter, the third one brings what had moved.
    assert_eq!(pages_asked(&sent), [1, 2, 1, 2, 3]);
    let progress = read.progress;
    assert_eq!((progress.handed_out, progress.repeated, progress.may_lack), (6, 1, false));

    let (list, _) = desk().open();
    let (ids, progress) = read_pages(list.pages()).await;
    assert_eq!(ids, [vec![1, 2], vec![2, 3], vec![4, 5], vec![6]]);
    assert_eq!((progress.handed_out, progress.repeated), (7, 1));
}

#[tokio::test]
async fn many_deletions_at_once_take_as_many_pages_back() {
    let desk = Desk::new(1..=20, 2).before(5, |ids| ids.retain(|id| *id == 4 || *id > 8));
    let (list, sent) = desk.open();
    let read = read(list.items()).await;
    assert_eq!(read.ids, (1..=20).collect::<Vec<_>>());
    assert_eq!(pages_asked(&sent), [1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 6, 7]);
    assert!(!read.progress.may_lack);
}

#[tokio::test]
async fn deletions_of_what_was_not_read_cost_requests_and_nothing_else() {
    let desk = Desk::new(1..=8, 2).before(3, |ids| ids.retain(|id| *id != 7 && *id != 8));
    let (list, sent) = desk.open();
    let read = read(list.items()).await;
    assert_eq!((read.ids, pages_asked(&sent)), (vec![1, 2, 3, 4, 5, 6], vec![1, 2, 3, 2, 3]));
    let (list, _) = Desk::new(1..=6, 2).before(3, |ids| ids.truncate(5)).open();
    // A page of which nothing is new is not handed out again.
    assert_eq!(read_pages(list.pages()).await.0, [vec![1, 2], vec![3, 4], vec![5]]);
}

#[tokio::test]
async fn a_page_that_is_gone_is_no_reason_to_miss_what_was_on_it() {
    let desk = Desk::new(1..=6, 2).before(3, |ids| ids.retain(|id| *id > 2));
    let (list, sent) = desk.open();
    let read = read(list.items()).await;
    // What is new on the second page begins with it, so it is looked for on the first one, too.
    assert_eq!((read.ids, pages_asked(&sent)), (vec![1, 2, 3, 4, 5, 6], vec![1, 2, 3, 2, 1, 2]));
}

#[tokio::test]
async fn a_page_that_is_gone_may_be_answered_with_the_last_one() {
    let gone = AtomicBool::new(false);
    let (list, sent) = answering(move |page| {
        let is_gone = gone.fetch_or(page == 3, Ordering::Relaxed) || page == 3;
        let (ids, total) = match (is_gone, page) {
            (false, page) => ([page * 2 - 1, page * 2], 6),
            (true, 1) => ([3, 4], 4),
            (true, _) => ([5, 6], 4),
        };
        let meta = json!({"page": page.min(total / 2), "total": total, "total_pages": total / 2});
        json!({"data": tickets(ids), "meta": meta})
    });
    let read = read(list.items()).await;
    assert!(read.error.is_none(), "{read:?}");
    assert_eq!((read.ids, pages_asked(&sent)), (vec![1, 2, 3, 4, 5, 6], vec![1, 2, 3, 2, 1, 2]));
}

#[tokio::test]
async fn insertions_that_hide_some_deletions_are_looked_behind() {
    // Three are deleted and one is added: the total says two.
    let desk = Desk::new(1..=8, 1).before(5, |ids| {
        ids.retain(|id| *id > 3);
        ids.push(9);
    });
    let (list, sent) = desk.open();
    let read = read(list.items()).await;
    assert_eq!(read.ids, (1..=9).collect::<Vec<_>>());
    // The fifth page is the eighth item now, the third one the sixth, and the first one was seen.
    assert_eq!(pages_asked(&sent), [1, 2, 3, 4, 5, 3, 2, 1, 2, 3, 4, 5, 6]);
    assert!(!read.progress.may_lack);
}

#[tokio::test]
async fn a_list_that_becomes_longer_and_shorter_is_read_to_its_end() {
    let desk = Desk::new((10..=60).step_by(10), 2)
        .before(2, |ids| ids.insert(0, 5))
        .before(3, |ids| ids.retain(|id| *id != 10))
        .before(4, |ids| ids.push(70));
    let (list, _) = desk.open();
    let read = read(list.items()).await;
    assert_eq!(read.ids, [10, 20, 30, 40, 50, 60, 70]);
    assert!(!read.progress.may_lack);
}

#[tokio::test]
async fn a_list_whose_items_leave_it_as_they_are_handled_is_handled_whole() {
    for in_flight in [1, 3] {
        let handled: Arc<Mutex<Vec<u64>>> = Arc::default();
        let gone = handled.clone();
        let desk = Desk::new(1..=50, 4).changing(move |_, ids| {
            ids.retain(|id| !gone.lock().unwrap().contains(id));
        });
        let (list, sent) = desk.open();
        let mut items: Tickets = list.items().in_flight(in_flight);
        while let Some(item) = items.next().await {
            handled.lock().unwrap().push(item.unwrap().0);
        }
        assert_eq!(*handled.lock().unwrap(), (1..=50).collect::<Vec<_>>(), "{in_flight}");
        assert!(!items.progress().may_lack);
        assert!(pages_asked(&sent).len() < 26 * (in_flight + 1), "{}", pages_asked(&sent).len());
    }
}

#[tokio::test]
async fn both_shapes_of_meta_tell_of_deletions() {
    type Meta = fn(u64, u64) -> Json;
    let nested: Meta = |page, total| json!({"pagination": {"current_page": page, "total": total, "total_pages": 2}});
    let flat: Meta = |page, total| json!({"page": page, "total_count": total, "total_pages": 2});
    for meta in [nested, flat] {
        // The first page loses an item as soon as the second one is asked for.
        let is_shorter = AtomicBool::new(false);
        let (list, _) = answering(move |page| {
            let is_shorter = is_shorter.fetch_or(page == 2, Ordering::Relaxed);
            let (ids, total) = match (page, is_shorter) {
                (1, false) => (vec![1, 2], 3),
                (1, true) => (vec![2, 3], 2),
                _ => (vec![], 2),
            };
            json!({"data": tickets(ids), "meta": meta(page, total)})
        });
        assert_eq!(read(list.items()).await.ids, [1, 2, 3]);
    }
}
