//! What bounds the steps back, and what is said where they do not suffice.

use std::sync::atomic::{AtomicU64, Ordering};

use serde_json::json;

use crate::desk::{Desk, answering, pages_asked, read, tickets};

#[tokio::test]
async fn a_list_that_becomes_shorter_with_every_answer_is_still_read() {
    // What is deleted is always the last one, so that no step back finds anything.
    let desk = Desk::new(1..=200, 10).changing(|_, ids| {
        ids.pop();
    });
    let (list, sent) = desk.open();
    let read = read(list.items()).await;
    assert!(read.error.is_none(), "{read:?}");
    let all: Vec<u64> = (1..=read.ids.len() as u64).collect();
    assert_eq!(read.ids, all);
    assert!(read.ids.len() > 80, "{}", read.ids.len());
    // At worst three steps back and forth for each page.
    assert!(pages_asked(&sent).len() < 200, "{}", pages_asked(&sent).len());
}

#[tokio::test]
async fn what_is_deleted_with_every_answer_hides_nothing_behind_it() {
    let desk = Desk::new(1..=100, 10).changing(|answer, ids| {
        if answer > 1 && ids[0] < 30 {
            ids.remove(0);
        }
    });
    let (list, _) = desk.open();
    let read = read(list.items()).await;
    assert_eq!((read.ids, read.progress.may_lack), ((1..=100).collect(), false));
}

#[tokio::test]
async fn totals_that_make_no_sense_cost_a_few_requests() {
    let answers = AtomicU64::new(0);
    let (list, sent) = answering(move |page| {
        let total =
            if answers.fetch_add(1, Ordering::Relaxed).is_multiple_of(2) { u64::MAX } else { 0 };
        let meta = json!({"page": page, "total": total, "total_pages": 4});
        json!({"data": tickets([page]), "meta": meta})
    });
    let read = read(list.items()).await;
    assert_eq!(read.ids, [1, 2, 3, 4]);
    assert!(read.progress.may_lack);
    assert!(pages_asked(&sent).len() < 40, "{:?}", pages_asked(&sent));
}

#[tokio::test]
async fn items_without_ids_are_not_looked_for_but_the_list_says_so() {
    let answers = AtomicU64::new(0);
    let (list, sent) = answering(move |page| {
        let total = 6 - answers.fetch_add(1, Ordering::Relaxed).min(1);
        let meta = json!({"page": page, "total": total, "total_pages": 3});
        json!({"data": [{"name": page * 2}, {"name": page * 2 + 1}], "meta": meta})
    });
    let read = read(list.items()).await;
    assert_eq!((read.ids.len(), pages_asked(&sent)), (6, vec![1, 2, 3]));
    assert!(read.progress.may_lack);
}

#[tokio::test]
async fn one_item_without_an_id_is_enough_not_to_read_it_again() {
    let answers = AtomicU64::new(0);
    let (list, sent) = answering(move |page| {
        let total = 6 - answers.fetch_add(1, Ordering::Relaxed).min(1);
        let meta = json!({"page": page, "total": total, "total_pages": 3});
        json!({"data": [{"id": page}, {"name": "none"}], "meta": meta})
    });
    let read = read(list.items()).await;
    assert_eq!((read.ids, pages_asked(&sent)), (vec![1, 0, 2, 0, 3, 0], vec![1, 2, 3]));
    assert!(read.progress.may_lack);
}

#[tokio::test]
async fn it_is_never_stepped_back_to_before_the_page_it_began_with() {
    let desk =
        |deleted: u64| Desk::new(1..=12, 2).before(2, move |ids| ids.retain(|id| *id > deleted));
    // Two deletions move one page to the one before it, which is the first that was read.
    let (list, sent) = desk(2).open();
    let read_whole = read(list.query("page", &3).items()).await;
    assert_eq!(read_whole.ids, [5, 6, 7, 8, 9, 10, 11, 12]);
    assert_eq!(
        (pages_asked(&sent)[..3].to_vec(), read_whole.progress.may_lack),
        (vec![3, 4, 3], false)
    );
    // Of four, two move to a page that was never asked for.
    let (list, sent) = desk(4).open();
    let read_in_part = read(list.query("page", &3).items()).await;
    assert_eq!(read_in_part.ids, [5, 6, 9, 10, 11, 12]);
    assert_eq!((pages_asked(&sent), read_in_part.progress.may_lack), (vec![3, 4, 3, 4], true));
    // Of eight, all that is left moves there.
    let (list, sent) = desk(8).open();
    let read_no_further = read(list.query("page", &3).items()).await;
    assert_eq!(read_no_further.ids, [5, 6]);
    assert_eq!((pages_asked(&sent), read_no_further.progress.may_lack), (vec![3, 4], true));
}

#[tokio::test]
async fn what_is_still_to_be_looked_for_at_the_end_is_looked_for() {
    // Three times the last one is deleted, and each time that costs a step back. Then it is the first,
    // and the twenty-first moves to the second page.
    let desk = Desk::new(1..=30, 10)
        .before(3, |ids| ids.truncate(29))
        .before(5, |ids| ids.truncate(28))
        .before(7, |ids| ids.truncate(27))
        .before(9, |ids| ids.retain(|id| *id != 1));
    let (list, sent) = desk.open();
    let read = read(list.items()).await;
    let ids: Vec<u64> = (1..=20).chain(22..=27).chain([21]).collect();
    assert_eq!((read.ids, read.progress.may_lack), (ids, false));
    assert_eq!(pages_asked(&sent), [1, 2, 3, 2, 3, 2, 3, 2, 3, 2, 3]);
}

#[tokio::test]
async fn the_smallest_page_is_what_steps_are_measured_by() {
    // What a key may not see is left out of the pages of some servers.
    let answers = AtomicU64::new(0);
    let (list, sent) = answering(move |page| {
        let total = if answers.fetch_add(1, Ordering::Relaxed) < 3 { 12 } else { 10 };
        let ids = match page {
            1 => vec![1, 2, 3],
            2 => vec![4],
            page => vec![page * 3, page * 3 + 1, page * 3 + 2],
        };
        json!({"data": tickets(ids), "meta": {"page": page, "total": total, "total_pages": 4}})
    });
    assert_eq!(read(list.items()).await.ids, [1, 2, 3, 4, 9, 10, 11, 12, 13, 14]);
    assert_eq!(pages_asked(&sent), [1, 2, 3, 4, 2, 3, 4]);
}

#[tokio::test]
async fn a_page_behind_the_last_one_is_not_stepped_back_to() {
    // One less in all, but four pages less.
    let (list, sent) = answering(|page| {
        let (total, total_pages) = if page < 4 { (10, 5) } else { (9, 1) };
        let meta = json!({"page": page, "total": total, "total_pages": total_pages});
        json!({"data": tickets([page * 2, page * 2 + 1]), "meta": meta})
    });
    let read = read(list.items()).await;
    assert_eq!(read.ids, [2, 3, 4, 5, 6, 7, 8, 9]);
    assert_eq!(pages_asked(&sent)[..5], [1, 2, 3, 4, 1]);
}

#[tokio::test]
async fn a_page_that_comes_empty_too_early_is_said() {
    let (list, _) = answering(|page| {
        let data = if page == 1 { tickets([1, 2]) } else { json!([]) };
        json!({"data": data, "meta": {"page": page, "total_pages": 100}})
    });
    let read = read(list.items()).await;
    assert_eq!((read.ids, read.progress.may_lack), (vec![1, 2], true));
    assert!(read.error.is_none());
}
