//! Lists page after page: where they start, go on and end.

use std::sync::atomic::{AtomicUsize, Ordering};

use bytes::Bytes;
use deskpro_runtime::{DecodeFault, Error, Items, Pages, RetryPolicy};
use futures_util::{StreamExt, TryStreamExt};

use crate::helpdesk::{Failed, Ticket, TicketError, helpdesk, list, response, sent};

/// The query of a request: `?page=2`, or nothing.
fn page_of(request: &http::Request<Bytes>) -> u64 {
    let query = request.uri().query().unwrap_or_default();
    query.split('&').find_map(|pair| pair.strip_prefix("page=")?.parse().ok()).unwrap_or(1)
}

fn text(body: String) -> http::Response<Bytes> {
    http::Response::new(body.into())
}

/// The ids of all resources, or the first error's text.
async fn ids(mut items: Items<Ticket, TicketError>) -> Result<Vec<u64>, String> {
    let mut ids = Vec::new();
    while let Some(ticket) = items.next().await {
        ids.push(ticket.map_err(|error| error.to_string())?.id.get());
    }
    Ok(ids)
}

#[tokio::test]
async fn nested_meta_decides_whatever_per_page_says() {
    // Live helpdesks give the number of results on the page as `per_page`.
    let (client, transport) = helpdesk(|request| {
        let page = page_of(request);
        text(format!(
            r#"{{"data": [{{"id": {page}1}}, {{"id": {page}2}}], "meta": {{"pagination": {{"total": 6,
                "count": 2, "per_page": 2, "current_page": {page}, "total_pages": 3}}}}}}"#
        ))
    });
    let items = list(&client).query("count", &200).items();
    assert_eq!(ids(items).await.unwrap(), [11, 12, 21, 22, 31, 32]);
    let base = "GET https://support.example.com/api/v2/tickets?count=200";
    assert_eq!(
        sent(&transport),
        [base.to_owned(), format!("{base}&page=2"), format!("{base}&page=3")]
    );
}

#[tokio::test]
async fn flat_meta_decides_as_well() {
    let (client, _) = helpdesk(|request| {
        let page = page_of(request);
        text(format!(
            r#"{{"data": [{{"id": {page}}}], "meta": {{"total_count": 2, "page": {page}, "total_pages": 2}},
                "links": {{"next": "/tickets?page=9"}}}}"#
        ))
    });
    let mut pages: Pages<Ticket, TicketError> = list(&client).pages();
    assert_eq!(pages.total(), None);
    assert_eq!(pages.next().await.unwrap().unwrap().data[0].id.get(), 1);
    assert_eq!((pages.total(), pages.page()), (Some(2), 2));
    assert_eq!(pages.next().await.unwrap().unwrap().data[0].id.get(), 2);
    assert!(pages.next().await.is_none());
    assert!(pages.next().await.is_none());
}

#[tokio::test]
async fn links_decide_where_the_number_of_pages_is_not_known() {
    let (client, _) = helpdesk(|request| match page_of(request) {
        1 => response(200, r#"{"data": [{"id": 1}], "links": {"next": "/tickets?page=2"}}"#),
        2 => response(200, r#"{"data": [{"id": 2}], "links": {"next": "/tickets?page=3"}}"#),
        _ => response(200, r#"{"data": [{"id": 3}], "links": {"next": null}}"#),
    });
    assert_eq!(ids(list(&client).items()).await.unwrap(), [1, 2, 3]);
}

#[tokio::test]
async fn a_list_without_pages_has_one() {
    for body in
        [r#"{"data": [{"id": 1}]}"#, r#"[{"id": 1}]"#, r#"{"data": [{"id": 1}], "meta": []}"#]
    {
        let (client, transport) = helpdesk(move |_| response(200, body));
        assert_eq!(ids(list(&client).items()).await.unwrap(), [1]);
        // Such lists refuse a `page`, so none is sent.
        assert_eq!(sent(&transport), ["GET https://support.example.com/api/v2/tickets"]);
    }
}

#[tokio::test]
async fn an_empty_page_ends_a_list() {
    let (client, transport) = helpdesk(|request| {
        let page = page_of(request);
        let data = if page == 1 { r#"{"id": 1}"# } else { "" };
        text(format!(r#"{{"data": [{data}], "meta": {{"page": {page}, "total_pages": 100}}}}"#))
    });
    assert_eq!(ids(list(&client).items()).await.unwrap(), [1]);
    assert_eq!(sent(&transport).len(), 2);
}

#[tokio::test]
async fn it_starts_from_the_page_asked_for() {
    let (client, transport) = helpdesk(|request| {
        let page = page_of(request);
        text(format!(
            r#"{{"data": [{{"id": {page}}}], "meta": {{"page": {page}, "total_pages": 4}}}}"#
        ))
    });
    assert_eq!(ids(list(&client).query("page", &3).items()).await.unwrap(), [3, 4]);
    assert_eq!(sent(&transport).len(), 2);
    let failed = ids(list(&client).query("page", &-1).items()).await.unwrap_err();
    assert_eq!(
        failed,
        "tickets.list: GET /tickets?page was not sent: the page to start from is not a number from 1"
    );
}

#[tokio::test]
async fn lists_of_ids_are_paged_with_their_ids() {
    let (client, transport) = helpdesk(|request| {
        let page = page_of(request);
        text(format!(
            r#"{{"data": [{{"id": {page}}}], "meta": {{"page": {page}, "total_pages": 2}}}}"#
        ))
    });
    assert_eq!(ids(list(&client).query_list("ids", [1, 2]).items()).await.unwrap(), [1, 2]);
    assert!(sent(&transport)[1].ends_with("/tickets?ids=1,2&page=2"));
}

#[tokio::test]
async fn a_helpdesk_that_sends_another_page_is_left() {
    let (client, transport) = helpdesk(|_| {
        response(200, r#"{"data": [{"id": 1}], "meta": {"page": 1, "total_pages": 9}}"#)
    });
    let mut pages: Pages<Ticket, TicketError> = list(&client).pages();
    assert!(pages.next().await.unwrap().is_ok());
    let failed = pages.next().await.unwrap().unwrap_err();
    let Error::Decode(error) = &failed else { panic!("{failed}") };
    assert!(matches!(error.fault(), DecodeFault::WrongPage { asked: 2, got: Some(1) }));
    assert!(failed.to_string().ends_with("but page 2 was asked for and page 1 came"), "{failed}");
    assert!(pages.next().await.is_none());
    assert_eq!(pages.page(), 2);
    assert_eq!(sent(&transport).len(), 2);
}

#[tokio::test]
async fn a_helpdesk_that_repeats_itself_without_a_number_is_left() {
    let calls = AtomicUsize::new(0);
    let (client, transport) = helpdesk(move |_| match calls.fetch_add(1, Ordering::Relaxed) {
        0..5 => response(200, r#"{"data": [{"id": 1}], "links": {"next": "/tickets?page=2"}}"#),
        // Keeps this test from running for ever.
        _ => response(500, ""),
    });
    let failed = ids(list(&client).items()).await.unwrap_err();
    assert!(failed.ends_with("page 2 was asked for and the page before it came again"), "{failed}");
    assert_eq!(sent(&transport).len(), 2);
}

#[tokio::test]
async fn after_an_error_the_stream_ends_and_can_be_resumed() {
    let calls = AtomicUsize::new(0);
    let (client, _) = helpdesk(move |request| match calls.fetch_add(1, Ordering::Relaxed) {
        1 => response(423, ""),
        _ => {
            let page = page_of(request);
            text(format!(
                r#"{{"data": [{{"id": {page}}}], "meta": {{"page": {page}, "total_pages": 3}}}}"#
            ))
        }
    });
    let once = list(&client).retries(RetryPolicy::off());
    let mut pages: Pages<Ticket, TicketError> = once.pages();
    assert!(pages.next().await.unwrap().is_ok());
    assert!(pages.next().await.unwrap().unwrap_err().is_maintenance());
    assert!(pages.next().await.is_none());
    let rest = list(&client).query("page", &pages.page()).items();
    assert_eq!(ids(rest).await.unwrap(), [2, 3]);
}

#[tokio::test]
async fn they_are_streams() {
    let answer = |request: &http::Request<Bytes>| {
        let page = page_of(request);
        text(format!(
            r#"{{"data": [{{"id": {page}}}], "meta": {{"page": {page}, "total_pages": 2}}}}"#
        ))
    };
    let (client, transport) = helpdesk(answer);
    let pages: Pages<Ticket, TicketError> = list(&client).pages();
    assert_eq!(StreamExt::map(pages, |page| page.is_ok()).collect::<Vec<_>>().await, [true, true]);
    let items: Items<Ticket, TicketError> = list(&client).items();
    let tickets: Result<Vec<Ticket>, Failed> = items.try_collect().await;
    assert_eq!(tickets.unwrap().len(), 2);
    // A stream that is not read to its end asks for no more than is read.
    let before = sent(&transport).len();
    let first: Vec<_> = list(&client).items::<Ticket, TicketError>().take(1).collect().await;
    assert!(first[0].is_ok());
    assert_eq!(sent(&transport).len(), before + 1);
}

#[test]
fn they_can_be_moved_between_threads_and_need_no_pinning() {
    fn check<T: Send + Unpin + 'static>() {}
    check::<Pages<Ticket, TicketError>>();
    check::<Items<Ticket, TicketError>>();
    check::<deskpro_runtime::ResponseFuture<Ticket, TicketError>>();
}
