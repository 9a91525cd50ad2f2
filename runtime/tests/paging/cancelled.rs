//! What ends a stream before its list does, with other pages on their way.

use deskpro_runtime::Json;
use futures_core::FusedStream;
use futures_util::FutureExt;
use serde_json::json;

use crate::{
    desk::{Failed, Tickets, tickets},
    gate::Gate,
};

fn page_of(page: u64) -> Json {
    json!({"data": tickets([page]), "meta": {"page": page, "total_pages": 9}})
}

/// A stream that waits for the second page and two behind it.
fn waiting(gate: &Gate) -> Tickets {
    let mut items: Tickets = gate.list().items().in_flight(3);
    assert!(items.next().now_or_never().is_none());
    gate.answer(1, page_of(1));
    assert_eq!(items.next().now_or_never().unwrap().unwrap().unwrap().0, 1);
    assert!(items.next().now_or_never().is_none());
    assert_eq!(gate.waiting(), [2, 3, 4]);
    items
}

#[test]
fn an_error_waits_for_what_comes_before_it() {
    let gate = Gate::default();
    let mut items = waiting(&gate);
    gate.answer(4, page_of(4));
    gate.fail(3);
    assert!(items.next().now_or_never().is_none());
    assert!(!items.is_terminated());
    gate.answer(2, page_of(2));
    assert_eq!(items.next().now_or_never().unwrap().unwrap().unwrap().0, 2);
    // The page that comes next failed already.
    assert_eq!((items.page(), items.done_of_page()), (3, 0));
    let error = items.next().now_or_never().unwrap().unwrap().unwrap_err();
    assert!(matches!(error, Failed::Transport(_)), "{error}");
    assert!(items.next().now_or_never().unwrap().is_none(), "nothing behind it is handed out");
    assert!(items.is_terminated());
    assert_eq!((items.page(), items.done_of_page(), items.progress().page), (3, 0, 3));
    assert_eq!(gate.asked(), [1, 2, 3, 4, 5], "and nothing more is asked for");
    assert_eq!(gate.cancelled(), [5]);
}

#[test]
fn an_error_takes_back_what_is_on_its_way_behind_it() {
    let gate = Gate::default();
    let mut items = waiting(&gate);
    gate.fail(2);
    assert!(items.next().now_or_never().unwrap().unwrap().is_err());
    assert_eq!((gate.cancelled(), gate.waiting(), items.page()), (vec![3, 4], vec![], 2));
}

#[test]
fn so_does_a_page_that_cannot_be_taken() {
    let gate = Gate::default();
    let mut items = waiting(&gate);
    gate.answer(2, json!({"data": [{"id": "two"}], "meta": {"page": 2, "total_pages": 9}}));
    let error = items.next().now_or_never().unwrap().unwrap().unwrap_err();
    assert!(error.to_string().contains("data[0].id"), "{error}");
    assert_eq!((gate.cancelled(), items.page()), (vec![3, 4], 2));

    let gate = Gate::default();
    let mut items = waiting(&gate);
    gate.answer(2, page_of(7));
    let error = items.next().now_or_never().unwrap().unwrap().unwrap_err();
    assert!(error.to_string().ends_with("page 2 was asked for and page 7 came"), "{error}");
    assert_eq!((gate.cancelled(), items.page()), (vec![3, 4], 2));
}

#[test]
fn an_empty_page_does_as_well() {
    let gate = Gate::default();
    let mut items = waiting(&gate);
    gate.answer(2, json!({"data": [], "meta": {"page": 2, "total_pages": 9}}));
    assert!(items.next().now_or_never().unwrap().is_none());
    assert_eq!(gate.cancelled(), [3, 4]);
}

#[test]
fn dropping_a_stream_takes_everything_back() {
    let gate = Gate::default();
    let items = waiting(&gate);
    gate.answer(3, page_of(3));
    drop(items);
    assert_eq!((gate.cancelled(), gate.waiting()), (vec![2, 4], vec![]));
}

#[test]
fn an_error_while_it_was_stepped_back_is_resumed_from_there() {
    let gate = Gate::default();
    let mut items: Tickets = gate.list().items().in_flight(2);
    let page = |ids: [u64; 2], page: u64, total: u64| json!({"data": tickets(ids), "meta": {"page": page, "total": total, "total_pages": 3}});
    assert!(items.next().now_or_never().is_none());
    gate.answer(1, page([1, 2], 1, 6));
    assert_eq!(items.next().now_or_never().unwrap().unwrap().unwrap().0, 1);
    assert_eq!((items.page(), items.done_of_page()), (1, 1));
    assert_eq!(items.next().now_or_never().unwrap().unwrap().unwrap().0, 2);
    assert_eq!((items.page(), items.done_of_page()), (2, 0));
    assert!(items.next().now_or_never().is_none());
    gate.answer(2, page([4, 5], 2, 5));
    assert!(items.next().now_or_never().is_none());
    assert_eq!((gate.cancelled(), gate.waiting()), (vec![3], vec![1]));
    gate.fail(1);
    assert!(items.next().now_or_never().unwrap().unwrap().is_err());
    // The third ticket is on the first page now: who goes on with the second one misses it.
    assert_eq!((items.page(), items.done_of_page()), (1, 0));
}
