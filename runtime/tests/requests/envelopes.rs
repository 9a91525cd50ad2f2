//! Answers that hold one resource or a page of them.

use deskpro_runtime::{Envelope, Id, Json, Page, Ref, Response};

use crate::helpdesk::{Failed, Person, Ticket, TicketError, answering, get, list};

async fn one(body: &'static str) -> Result<Envelope<Ticket>, Failed> {
    get(&answering(200, body), 13).send().await
}

async fn page(body: &'static str) -> Result<Page<Ticket>, Failed> {
    list(&answering(200, body)).send().await
}

#[tokio::test]
async fn the_envelope_of_the_guide() {
    let page = page(
        r#"{
            "links": {"first": "/tickets", "next": "/tickets?page=2", "prev": null},
            "data": [{"id": 1, "person_id": 4, "subject": "Foo Bar", "...": "..."}, {"id": 2}],
            "meta": {"total": 5445, "page": 1, "per_page": 10, "total_pages": 545}
        }"#,
    )
    .await
    .unwrap();
    assert_eq!(page.data.len(), 2);
    assert_eq!(page.data[0].subject, "Foo Bar");
    assert_eq!(page.links.next.as_deref(), Some("/tickets?page=2"));
    assert_eq!((page.meta.total, page.meta.total_pages), (Some(5445), Some(545)));
    assert_eq!(page.response().status(), 200);
}

#[tokio::test]
async fn the_envelope_of_live_helpdesks() {
    let page = page(
        r#"{"data": [], "meta": {"pagination":
            {"total": 0, "count": 0, "per_page": 10, "current_page": 1, "total_pages": 1}},
            "linked": {}}"#,
    )
    .await
    .unwrap();
    assert!(page.data.is_empty());
    assert_eq!((page.meta.total, page.meta.page), (Some(0), Some(1)));
}

#[tokio::test]
async fn what_is_around_the_data_may_be_missing_or_empty() {
    for body in [
        r#"{"data": {"id": 13}}"#,
        r#"{"data": {"id": "13"}, "meta": [], "linked": [], "links": []}"#,
        r#"{"meta": null, "data": {"id": 13}, "linked": null, "more": 1}"#,
    ] {
        let ticket = one(body).await.unwrap();
        assert_eq!(ticket.data.id.get(), 13, "{body}");
        assert!(ticket.linked.is_empty());
    }
}

#[tokio::test]
async fn a_list_may_be_bare_null_or_a_map_with_gaps() {
    for (body, tickets) in [
        (r#"[{"id": 1}, {"id": 2}]"#, 2),
        (r#"{"data": {"0": {"id": 1}, "2": {"id": 2}}}"#, 2),
        (r#"{"data": null}"#, 0),
        (r#"{"data": {}}"#, 0),
        (r#"[]"#, 0),
    ] {
        assert_eq!(page(body).await.unwrap().data.len(), tickets, "{body}");
    }
}

#[tokio::test]
async fn a_resource_that_is_not_there_is_not_made_up() {
    for (body, message) in [
        (r#"{"meta": {}}"#, "expected an object with the member `data`, found one without it"),
        (r#"{"id": 13}"#, "expected an object with the member `data`, found one without it"),
        (r#"{"data": null}"#, "data: expected the resource, found null"),
        (r#"{"data": []}"#, "data: expected the resource, found "),
        (r#"[{"id": 13}]"#, "expected an object with the member `data`, found "),
    ] {
        let failed = one(body).await.unwrap_err();
        let Failed::Decode(error) = &failed else { panic!("{failed}") };
        assert!(error.invalid().is_some());
        let start = format!("tickets.get: GET /tickets/13 answered 200, but {message}");
        assert!(failed.to_string().starts_with(&start), "{failed}");
    }
    let failed = page(r#"{"meta": {}}"#).await.unwrap_err();
    assert!(failed.to_string().contains("the member `data`"), "{failed}");
}

#[tokio::test]
async fn an_error_within_the_data_names_its_place() {
    let failed = page(r#"{"data": [{"id": 1}, {"id": "seven"}]}"#).await.unwrap_err();
    let Failed::Decode(error) = &failed else { panic!("{failed}") };
    assert_eq!(error.invalid().unwrap().path(), "data[1].id");
    assert_eq!(error.response().body(), r#"{"data": [{"id": 1}, {"id": "seven"}]}"#);
}

#[tokio::test]
async fn sideloads_are_linked_or_in_place() {
    let ticket = one(r#"{"data": {"id": 13, "person": 8},
            "linked": {"person": {"8": {"id": 8, "name": "A"}}}}"#)
    .await
    .unwrap();
    let id = ticket.data.person.as_ref().map(Ref::id).unwrap();
    assert_eq!(ticket.linked.get(id).unwrap().unwrap().name, "A");
    assert!(ticket.linked.get(Id::<Person>::from(9)).is_none());

    let ticket = one(r#"{"data": {"id": 13, "person": {"id": 8, "name": "A"}}}"#).await.unwrap();
    assert_eq!(ticket.data.person.unwrap().object().unwrap().name, "A");
}

#[tokio::test]
async fn free_json_may_be_anything_and_the_raw_answer_is_at_hand() {
    for body in [r#"{"data": null}"#, r#"{"data": []}"#, r#"{"data": 7}"#] {
        let json = get(&answering(200, body), 13).send::<Envelope<Json>, TicketError>().await;
        assert!(json.is_ok(), "{body}");
    }
    let raw = get(&answering(200, "not JSON"), 13).send::<Response, TicketError>().await.unwrap();
    assert_eq!(raw.body(), "not JSON");
}

#[tokio::test]
async fn another_status_that_means_success_is_one() {
    let ticket = get(&answering(203, r#"{"data": {"id": 13}}"#), 13);
    assert!(ticket.send::<Envelope<Ticket>, TicketError>().await.is_ok());
}
