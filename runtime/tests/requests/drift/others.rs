//! Answers of every kind: pages, items, batches, what was sent along, without an envelope, from clients
//! that block.

use bytes::Bytes;
use deskpro_runtime::{
    Bare, Call, Created, Drift, Envelope, Id, Items, Method, Operation, Page, Updated,
    transport::MemoryTransport,
};

use super::{Person, Ticket, findings, observed};
use crate::helpdesk::{self, TicketError, builder, create, get, list, response, update};

#[tokio::test]
async fn pages_and_items() {
    let (client, drift) =
        observed(200, r#"{"data": [{"id": 1, "new": 1}, {"id": 2, "new": null}]}"#);
    let page: Page<Ticket> = list(&client).send::<_, TicketError>().await.unwrap();
    assert_eq!(page.data.len(), 2);
    let mut items: Items<Ticket, TicketError> = list(&client).items();
    while let Some(item) = items.next().await {
        item.unwrap();
    }
    let expected = ["tickets.list: data[].new is not described: null, integer (4 times)"];
    assert_eq!(findings(&drift), expected);
}

#[tokio::test]
async fn created_updated_and_bare() {
    let (client, drift) = observed(200, r#"{"data": {"new": 1}}"#);
    let _: Created<Ticket> = create(&client).send::<_, TicketError>().await.unwrap();
    let _: Updated<Ticket> = update(&client, 7).send::<_, TicketError>().await.unwrap();
    let (bare, bare_drift) = observed(200, r#"[{"new": 1}]"#);
    let _: Bare<Vec<Ticket>> = list(&bare).send::<_, TicketError>().await.unwrap();
    assert_eq!(
        findings(&drift),
        [
            "tickets.create: data.new is not described: integer (once)",
            "tickets.update: data.new is not described: integer (once)",
        ]
    );
    assert_eq!(findings(&bare_drift), ["tickets.list: [].new is not described: integer (once)"]);
}

#[tokio::test]
async fn an_answer_without_a_body_is_no_finding() {
    for body in ["", "null", "[]", "{}"] {
        let (client, drift) = observed(204, body);
        let _: Updated<Ticket> = update(&client, 7).send::<_, TicketError>().await.unwrap();
        assert!(drift.is_empty(), "{body}");
    }
}

#[tokio::test]
async fn what_was_sent_along_is_observed_when_it_is_asked_for() {
    let body =
        r#"{"data": {}, "linked": {"person": {"3": {"id": 3, "vip": true}, "4": {"name": []}}}}"#;
    let (client, drift) = observed(200, body);
    let ticket: Envelope<Ticket> = get(&client, 7).send::<_, TicketError>().await.unwrap();
    assert!(drift.is_empty());
    ticket.linked().get::<Person>(Id::from(3)).unwrap().unwrap();
    ticket.linked().get::<Person>(Id::from(4)).unwrap().unwrap_err();
    assert_eq!(
        findings(&drift),
        [
            "tickets.get: linked.person.*.name is of another kind than described: empty_list (once)",
            "tickets.get: linked.person.*.vip is not described: boolean (once)",
        ]
    );
}

#[tokio::test]
async fn a_batch_is_as_many_answers() {
    static BATCH: Operation = Operation {
        name: "batch.send",
        method: Method::Post,
        path: "/batch",
        negotiable: false,
        repeatable: false,
        success: &[200],
    };
    let body = r#"{"responses": {
        "r0": {"headers": {"status-code": 200}, "data": {"new": 1}},
        "r1": {"headers": {"status-code": 400}, "code": "is_merged"}}}"#;
    let (client, drift) = observed(200, body);
    let mut batch = deskpro_runtime::Batch::<TicketError>::new(&client, &BATCH);
    let first = batch.add(Call::<Envelope<Ticket>, TicketError>::new(get(&client, 7)));
    let second = batch.add(Call::<Created<Ticket>, TicketError>::new(create(&client)));
    let results = batch.send().await.unwrap();
    assert!(drift.is_empty());
    results.take(first).unwrap();
    results.take(second).unwrap_err();
    assert_eq!(
        findings(&drift),
        [
            "tickets.create: was refused with 400 and `is_merged`, which is not described (once)",
            "tickets.get: data.new is not described: integer (once)",
        ]
    );
}

#[test]
fn clients_that_block() {
    let (client, drift) = observed(200, r#"{"data": [{"new": 1}]}"#);
    let _: Page<Ticket> = list(&client).send::<_, TicketError>().wait().unwrap();
    assert_eq!(findings(&drift), ["tickets.list: data[].new is not described: integer (once)"]);
}

#[tokio::test]
async fn a_struct_with_some_of_the_fields_does_not_tell_which_others_there_are() {
    let body = r#"{"data": {"id": 1, "subject": null, "person": null, "new": 1}}"#;
    let (client, drift) = observed(200, body);
    // Reads with `object`, as structs of the user's own do.
    let _: Envelope<helpdesk::Ticket> = get(&client, 7).send::<_, TicketError>().await.unwrap();
    assert_eq!(
        findings(&drift),
        ["tickets.get: data.subject is null, which is not described: null (once)"]
    );
}

#[tokio::test]
async fn the_answer_of_another_operation_is_not_taken_for_a_refusal_of_this_one() {
    let transport = MemoryTransport::new(|request: &http::Request<Bytes>| match request.method() {
        &http::Method::GET => response(403, r#"{"code": "no_luck"}"#),
        _ => helpdesk::with_header(response(201, ""), "location", "/api/v2/tickets/7"),
    });
    let drift = Drift::new();
    let client = builder().observe(&drift).transport(transport).build().unwrap();
    let call = create(&client).follow_location::<Ticket, TicketError>();
    call.send().await.unwrap_err();
    assert!(drift.is_empty());
}

#[tokio::test]
async fn an_answer_that_is_read_again_is_counted_once() {
    let (client, drift) = observed(200, r#"{"data": {"new": 1}}"#);
    let asked = get(&client, 7).send::<Envelope<Ticket>, TicketError>();
    let (_, response) = asked.with_response().await.unwrap();
    <Envelope<Ticket> as deskpro_runtime::FromResponse>::from_response(&response).unwrap();
    assert_eq!(findings(&drift), ["tickets.get: data.new is not described: integer (once)"]);
}
