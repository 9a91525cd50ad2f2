//! Pages that are asked for ahead: how many, which, and in which order they are handed out.

use deskpro_runtime::Json;
use futures_util::FutureExt;
use serde_json::json;

use crate::{
    desk::{Desk, TicketPages, Tickets, answering, pages_asked, read, read_pages, tickets},
    gate::Gate,
};

/// The page `page` of so many, with two tickets.
fn page_of(page: u64, pages: u64) -> Json {
    let meta = json!({"page": page, "total_pages": pages, "total": pages * 2});
    json!({"data": tickets([page * 2 - 1, page * 2]), "meta": meta})
}

/// The id of the next ticket, if it is there.
fn next(items: &mut Tickets) -> Option<u64> {
    items.next().now_or_never().map(|item| item.expect("the list goes on").expect("a ticket").0)
}

/// The ids of the next page, if it is there.
fn next_page(pages: &mut TicketPages) -> Option<Vec<u64>> {
    let page = pages.next().now_or_never()?.expect("the list goes on").expect("a page");
    Some(page.data.iter().map(|ticket| ticket.0).collect())
}

#[test]
fn answers_in_reverse_are_handed_out_in_order() {
    let gate = Gate::default();
    let mut items: Tickets = gate.list().items().in_flight(3);
    assert_eq!((next(&mut items), gate.asked()), (None, vec![1]));
    gate.answer(1, page_of(1, 4));
    assert_eq!((next(&mut items), gate.asked()), (Some(1), vec![1, 2, 3]));
    assert_eq!(next(&mut items), Some(2));
    assert_eq!((next(&mut items), gate.asked()), (None, vec![1, 2, 3, 4]));
    for page in [4, 3] {
        gate.answer(page, page_of(page, 4));
        assert_eq!(next(&mut items), None);
    }
    gate.answer(2, page_of(2, 4));
    let rest: Vec<u64> = std::iter::from_fn(|| next(&mut items)).take(6).collect();
    assert_eq!(rest, [3, 4, 5, 6, 7, 8]);
    assert!(items.next().now_or_never().unwrap().is_none());
    assert_eq!(gate.asked(), [1, 2, 3, 4], "each once, and none behind the last one");
}

#[test]
fn no_more_are_waited_for_than_wished() {
    let gate = Gate::default();
    let mut pages: TicketPages = gate.list().pages().in_flight(2);
    assert_eq!(next_page(&mut pages), None);
    gate.answer(1, page_of(1, 9));
    // While a page is used, there is one less.
    assert_eq!((next_page(&mut pages), gate.waiting()), (Some(vec![1, 2]), vec![2]));
    assert_eq!((next_page(&mut pages), gate.waiting()), (None, vec![2, 3]));
    // What was answered and not yet handed out counts.
    gate.answer(3, page_of(3, 9));
    assert_eq!((next_page(&mut pages), gate.waiting()), (None, vec![2]));
    gate.answer(2, page_of(2, 9));
    assert_eq!((next_page(&mut pages), gate.waiting()), (Some(vec![3, 4]), vec![]));
    assert_eq!((next_page(&mut pages), gate.waiting()), (Some(vec![5, 6]), vec![4]));
}

#[test]
fn one_at_once_is_one_after_the_other() {
    for in_flight in [None, Some(0), Some(1)] {
        let gate = Gate::default();
        let mut items: Tickets = gate.list().items();
        if let Some(pages) = in_flight {
            items = items.in_flight(pages);
        }
        assert_eq!(next(&mut items), None);
        gate.answer(1, page_of(1, 2));
        assert_eq!((next(&mut items), next(&mut items)), (Some(1), Some(2)));
        assert_eq!(gate.asked(), [1]);
        assert_eq!((next(&mut items), gate.asked()), (None, vec![1, 2]));
    }
}

#[test]
fn what_is_on_its_way_goes_on_while_items_are_handed_out() {
    let gate = Gate::default();
    let mut items: Tickets = gate.list().items().in_flight(2);
    assert_eq!(next(&mut items), None);
    gate.answer(1, page_of(1, 3));
    assert_eq!(next(&mut items), Some(1));
    gate.answer(2, page_of(2, 3));
    assert_eq!(gate.ready(), [2]);
    // It is taken from the transport although none of it is needed yet.
    assert_eq!((next(&mut items), gate.ready()), (Some(2), vec![]));
    assert_eq!((next(&mut items), gate.waiting()), (Some(3), vec![3]));
}

#[test]
fn a_new_number_of_pages_counts() {
    let gate = Gate::default();
    let mut pages: TicketPages = gate.list().pages().in_flight(3);
    assert_eq!(next_page(&mut pages), None);
    gate.answer(1, page_of(1, 2));
    assert_eq!((next_page(&mut pages), gate.waiting()), (Some(vec![1, 2]), vec![2]));
    // There are more now.
    gate.answer(2, page_of(2, 4));
    assert_eq!((next_page(&mut pages), gate.waiting()), (Some(vec![3, 4]), vec![3, 4]));
    // And now there are fewer, as far as anybody says.
    let meta = json!({"page": 3, "total_pages": 3});
    gate.answer(3, json!({"data": tickets([5]), "meta": meta}));
    assert_eq!((next_page(&mut pages), gate.cancelled()), (Some(vec![5]), vec![4]));
    assert!(pages.next().now_or_never().unwrap().is_none());
}

#[tokio::test]
async fn without_a_number_of_pages_they_are_asked_for_one_by_one() {
    let gate = Gate::default();
    let mut items: Tickets = gate.list().items().in_flight(5);
    let page =
        |page: u64| json!({"data": tickets([page]), "links": {"next": format!("/x?page={page}")}});
    for number in 1..=3 {
        assert_eq!((next(&mut items), gate.waiting()), (None, vec![number]));
        gate.answer(number, page(number));
        assert_eq!((next(&mut items), gate.waiting()), (Some(number), vec![]));
    }
    let (list, sent) = answering(|_| json!({"data": tickets([1])}));
    assert_eq!((read(list.items().in_flight(5)).await.ids, pages_asked(&sent)), (vec![1], vec![1]));
}

#[test]
fn an_absurd_number_is_not_asked_for_at_once() {
    let gate = Gate::default();
    let mut items: Tickets = gate.list().items().in_flight(usize::MAX);
    assert_eq!(next(&mut items), None);
    gate.answer(1, page_of(1, u64::MAX / 2));
    assert_eq!((next(&mut items), gate.waiting().len()), (Some(1), 63));
}

#[test]
fn the_last_numbers_there_are_do_no_harm() {
    let gate = Gate::default();
    let mut pages: TicketPages = gate.list().query("page", &u64::MAX).pages().in_flight(4);
    assert_eq!(next_page(&mut pages), None);
    gate.answer(u64::MAX, json!({"data": tickets([1]), "links": {"next": "/x"}}));
    assert_eq!(next_page(&mut pages), Some(vec![1]));
    assert!(pages.next().now_or_never().unwrap().is_none());
}

#[test]
fn a_list_that_becomes_shorter_is_asked_for_anew() {
    let gate = Gate::default();
    let mut items: Tickets = gate.list().items().in_flight(3);
    let mut desk = Desk::new(1..=8, 2);
    assert_eq!(next(&mut items), None);
    gate.answer(1, desk.page(1));
    assert_eq!((next(&mut items), next(&mut items), next(&mut items)), (Some(1), Some(2), None));
    assert_eq!(gate.waiting(), [2, 3, 4]);
    // The fourth page is answered before the first ticket is deleted, the second one after.
    gate.answer(4, desk.page(4));
    desk.ids.remove(0);
    gate.answer(2, desk.page(2));
    assert_eq!((next(&mut items), gate.waiting(), gate.cancelled()), (None, vec![1], vec![3]));
    for page in [1, 2, 3] {
        gate.answer(page, desk.page(page));
        let count = if page == 1 { 1 } else { 2 };
        let ids: Vec<u64> = std::iter::from_fn(|| next(&mut items)).take(count).collect();
        assert_eq!(ids, [[3].as_slice(), &[4, 5], &[6, 7]][page as usize - 1]);
        assert_eq!(next(&mut items), None);
    }
    gate.answer(4, desk.page(4));
    assert_eq!(next(&mut items), Some(8));
}

#[test]
fn answers_from_different_times_pass_nothing_over() {
    // The third page is answered first; then a ticket is added before it, and the second one comes.
    let gate = Gate::default();
    let mut items: Tickets = gate.list().items().in_flight(3);
    let mut desk = Desk::new([10, 20, 30, 40, 50, 60], 2);
    assert_eq!(next(&mut items), None);
    gate.answer(1, desk.page(1));
    assert_eq!((next(&mut items), next(&mut items), next(&mut items)), (Some(10), Some(20), None));
    gate.answer(3, desk.page(3));
    desk.ids.insert(0, 5);
    gate.answer(2, desk.page(2));
    let mut ids = Vec::new();
    while ids.len() < 4 {
        match next(&mut items) {
            Some(id) => ids.push(id),
            None => {
                let page = gate.waiting()[0];
                gate.answer(page, desk.page(page));
            }
        }
    }
    // Forty moved from the second page to the third one, which was answered before that.
    assert_eq!(ids, [30, 40, 50, 60]);
}

#[tokio::test]
async fn a_long_list_is_read_whole_whatever_is_in_flight() {
    for in_flight in [1, 2, 7, 64] {
        let (list, sent) = Desk::new(1..=95, 10).open();
        let read = read(list.items().in_flight(in_flight)).await;
        assert_eq!(read.ids, (1..=95).collect::<Vec<_>>());
        assert_eq!(pages_asked(&sent), (1..=10).collect::<Vec<_>>());
        let (list, _) = Desk::new(1..=95, 10).open();
        assert_eq!(read_pages(list.pages().in_flight(in_flight)).await.0.len(), 10);
    }
}
