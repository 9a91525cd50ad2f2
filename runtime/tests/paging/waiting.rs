//! Lists that are waited for where nothing is asynchronous.

use deskpro_runtime::{
    Error, RequestFault,
    transport::{MemoryTransport, Transport, TransportFuture, TransportRequest},
};

use crate::desk::{Desk, Failed, Ticket, TicketPages, Tickets, answering, list, pages_asked};

/// A helpdesk with three pages of two.
fn helpdesk() -> (Tickets, TicketPages, MemoryTransport) {
    let (request, transport) = Desk::new([10, 11, 20, 21, 30, 31], 2).open();
    (request.clone().items(), request.pages(), transport)
}

#[test]
fn items_are_an_iterator_that_asks_for_pages_when_it_needs_them() {
    let (items, _, transport) = helpdesk();
    let mut items = items.wait();
    assert!(transport.requests().is_empty());
    assert_eq!(items.next().unwrap().unwrap(), Ticket(10));
    assert_eq!(items.list().unwrap().total(), Some(6));
    assert_eq!(items.next().unwrap().unwrap(), Ticket(11));
    assert_eq!(pages_asked(&transport), [1]);
    let rest: Result<Vec<Ticket>, Failed> = items.collect();
    assert_eq!(rest.unwrap(), [20, 21, 30, 31].map(Ticket));
    assert_eq!(pages_asked(&transport), [1, 2, 3]);
}

#[test]
fn pages_are_an_iterator_too() {
    let (_, pages, transport) = helpdesk();
    let lengths: Vec<usize> = pages.wait().map(|page| page.unwrap().data.len()).collect();
    assert_eq!(lengths, [2, 2, 2]);
    assert_eq!(pages_asked(&transport), [1, 2, 3]);
}

#[test]
fn an_error_is_the_last_item() {
    let (request, _) = answering(|page| match page {
        1 => serde_json::json!({"data": [{"id": 1}], "meta": {"total_pages": 2, "page": 1}}),
        _ => serde_json::json!({"data": 7}),
    });
    let items: Tickets = request.items();
    let mut items = items.wait();
    assert_eq!(items.next().unwrap().unwrap(), Ticket(1));
    assert!(matches!(items.next(), Some(Err(Error::Decode(_)))));
    assert!(items.next().is_none());
}

#[test]
fn a_transport_that_needs_a_runtime_is_not_waited_for() {
    struct Waiting;

    impl Transport for Waiting {
        fn call(&self, _: TransportRequest) -> TransportFuture {
            panic!("nothing may be sent")
        }
    }

    let (items, pages): (Tickets, TicketPages) = (list(Waiting).items(), list(Waiting).pages());
    let (mut items, mut pages) = (items.wait(), pages.wait());
    assert!(items.list().is_none());
    for failed in [items.next().unwrap().map(drop), pages.next().unwrap().map(drop)] {
        let Err(Error::Request(error)) = failed else { panic!("{failed:?}") };
        assert_eq!(*error.fault(), RequestFault::NotBlocking);
    }
    assert!(items.next().is_none() && pages.next().is_none());
}
