//! What a stream says of itself, and where it can be resumed.

use deskpro_runtime::Progress;
use futures_core::{FusedStream, Stream};
use serde_json::json;

use crate::desk::{Desk, TicketPages, Tickets, answering, pages_asked, read, tickets};

/// What is told: page, pages, total, handed out, repeated.
fn told(progress: Progress) -> (u64, Option<u64>, Option<u64>, u64, u64) {
    let Progress { page, total_pages, total, handed_out, repeated, .. } = progress;
    (page, total_pages, total, handed_out, repeated)
}

#[tokio::test]
async fn items_say_how_far_they_came() {
    let desk = Desk::new([2, 3, 4], 2).before(2, |ids| ids.insert(0, 1));
    let (list, _) = desk.open();
    let mut items: Tickets = list.items();
    assert_eq!(told(items.progress()), (1, None, None, 0, 0));
    let mut seen = Vec::new();
    while let Some(item) = items.next().await {
        seen.push((item.unwrap().0, told(items.progress()), items.done_of_page()));
    }
    assert_eq!(
        seen,
        [
            (2, (1, Some(2), Some(3), 1, 0), 1),
            (3, (2, Some(2), Some(3), 2, 0), 0),
            (4, (2, Some(2), Some(4), 3, 1), 2),
        ]
    );
    assert_eq!(items.done_of_page(), 2, "at the end it is the last page");
}

#[tokio::test]
async fn pages_say_how_far_they_came() {
    let (list, _) = Desk::new(1..=5, 2).open();
    let mut pages: TicketPages = list.pages();
    assert_eq!((pages.size_hint(), told(pages.progress())), ((1, None), (1, None, None, 0, 0)));
    let mut seen = Vec::new();
    while let Some(page) = pages.next().await {
        page.unwrap();
        seen.push((told(pages.progress()), pages.size_hint(), pages.is_terminated()));
    }
    assert_eq!(
        seen,
        [
            ((2, Some(3), Some(5), 2, 0), (0, None), false),
            ((3, Some(3), Some(5), 4, 0), (0, None), false),
            ((3, Some(3), Some(5), 5, 0), (0, Some(0)), true),
        ]
    );
}

#[tokio::test]
async fn the_size_is_what_is_known_for_certain() {
    let (list, _) = answering(|page| {
        let ids = if page == 1 { vec![1, 2, 3] } else { vec![3, 4, 2, 5] };
        json!({"data": tickets(ids), "meta": {"page": page, "total_pages": 2}})
    });
    let mut items: Tickets = list.items();
    let mut hints = vec![items.size_hint()];
    while let Some(item) = items.next().await {
        item.unwrap();
        hints.push(items.size_hint());
    }
    let expected = [(0, None), (2, None), (1, None), (0, None), (1, Some(1)), (0, Some(0))];
    assert_eq!(hints, expected);
}

#[tokio::test]
async fn a_stream_that_was_left_is_resumed_where_it_was() {
    for count in 0..=10_usize {
        let (list, sent) = Desk::new(1..=10, 4).open();
        let mut items: Tickets = list.clone().items();
        let mut ids = Vec::new();
        for _ in 0..count {
            ids.push(items.next().await.unwrap().unwrap().0);
        }
        let (page, done) = (items.page(), items.done_of_page());
        drop(items);
        let rest = read(list.query("page", &page).items()).await;
        assert_eq!(rest.ids[..done], ids[ids.len() - done..], "what comes again is what is said");
        ids.extend(&rest.ids[done..]);
        assert_eq!(ids, (1..=10).collect::<Vec<_>>(), "{count}");
        assert_eq!(pages_asked(&sent).len(), count.div_ceil(4) + 4 - page as usize);
    }
}

#[tokio::test]
async fn a_depth_that_is_not_reliable_is_said() {
    let reached = |start: u64, pages: u64| async move {
        let (list, _) = Desk::new(1..=pages * 200, 200).open();
        read(list.query("page", &start).items()).await.progress.beyond_reliable
    };
    // A thousand were read and nothing comes after them, or two hundred more.
    assert!(!reached(1, 5).await);
    assert!(reached(1, 6).await);
    // What lies before the first page counts.
    assert!(!reached(5, 5).await);
    assert!(reached(5, 6).await);

    let (list, _) = Desk::new(1..=1200, 200).open();
    let mut items: Tickets = list.items();
    let mut last = 0;
    while !items.progress().beyond_reliable {
        last = items.next().await.unwrap().unwrap().0;
    }
    assert_eq!(last, 801, "it is said with the page after which it comes to that");
}
