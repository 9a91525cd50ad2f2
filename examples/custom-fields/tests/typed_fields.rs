//! What the custom fields of the workshop are to those who use its client.

use std::path::Path;

use bytes::Bytes;
use custom_fields::workshop::Client;
use custom_fields::workshop::tickets::{Ticket, WorkshopValues};
use deskpro_mock::{HelpdeskTransport, MockHelpdesk};
use deskpro_runtime::transport::{MemoryTransport, Transport};
use deskpro_runtime::{Auth, Clear};
use deskpro_spec::api::Api;
use deskpro_spec::{Sources, lint, load_document};
use http::{Request, Response};
use serde_json::{Value, json};

const URL: &str = "https://support.example.com";

fn client(transport: impl Transport) -> Client {
    let builder = Client::builder(URL, Auth::key(MockHelpdesk::KEY)).transport(transport);
    builder.build().expect("valid settings")
}

/// The description, and what the lint finds in it.
fn description() -> (Api, String) {
    let sources = Sources::read(Path::new("helpdesk")).expect("the description");
    match load_document(&sources) {
        Ok((document, api)) => {
            let findings = lint(&document, &api).short(&sources);
            (api, findings)
        }
        Err(problems) => panic!("{}", problems.terminal(&sources, false)),
    }
}

/// What the helpdesk of the workshop once answered.
fn recorded(_: &Request<Bytes>) -> Response<Bytes> {
    let floor = json!({ "31": { "id": 31, "title": "Ground floor" } });
    let body = json!({
        "data": {
            "id": 13,
            "subject": "Printer on fire",
            "fields": {
                "7": { "aliases": ["7", "field7"], "value": [31], "detail": floor },
                "9": { "aliases": ["9", "field9"], "value": "A-1042" },
                "12": { "aliases": ["12", "field12"], "value": "2026-01-31T00:00:00" },
                "15": { "aliases": ["15", "field15"], "value": null },
            },
        },
        "meta": {},
        "linked": {},
    });
    let response = Response::builder().header("content-type", "application/json");
    response.body(body.to_string().into()).expect("an answer")
}

fn sent(transport: &MemoryTransport) -> Value {
    let requests = transport.requests();
    serde_json::from_slice(requests.last().expect("a request").body()).expect("JSON")
}

#[tokio::test]
async fn they_are_read_as_what_they_are() {
    let client = client(MemoryTransport::new(recorded));
    let ticket: Ticket = client.tickets().get(13).send().await.expect("a ticket").data;
    let fields = ticket.fields;
    assert_eq!(fields.floor.expect("a floor").value, Some(vec![31]));
    assert_eq!(fields.order_number.expect("an order").value.as_deref(), Some("A-1042"));
    let visit = fields.visit.expect("a visit").value.expect("a day");
    assert_eq!(visit.day().map(|day| day.to_string()).as_deref(), Some("2026-01-31"));
    assert_eq!(fields.invoiced.expect("the field").value, None);
}

#[tokio::test]
async fn they_are_written_as_plain_values() {
    let transport = MemoryTransport::new(recorded);
    let values = WorkshopValues::new().floor([32]).order_number("A-1043").invoiced(true);
    let request = client(transport.clone()).tickets().update(13).fields(values.visit(Clear));
    request.send().await.expect("an update");
    assert_eq!(
        sent(&transport),
        json!({ "fields": { "7": [32], "9": "A-1043", "12": null, "15": true } })
    );
}

#[tokio::test]
async fn the_mock_helpdesk_has_them_too() {
    let helpdesk = MockHelpdesk::builder().api(description().0).seed("people", 1);
    let client = client(HelpdeskTransport::new(helpdesk.build().expect("a helpdesk")));
    let values = WorkshopValues::new().floor([31]).order_number("A-1042");
    let created = client.tickets().create("Printer on fire", 1).fields(values).send().await;
    let id = created.expect("a ticket").id().expect("its id");
    let ticket = client.tickets().get(id).send().await.expect("the ticket").data;
    assert_eq!(ticket.subject, "Printer on fire");
    assert_eq!(ticket.fields.floor.expect("a floor").value, Some(vec![31]));
}

#[test]
fn nothing_in_the_description_looks_wrong() {
    let (api, findings) = description();
    assert_eq!((api.name.as_str(), findings.as_str()), ("workshop", ""));
    // It is all of Deskpro, and no more resources than that.
    let deskpro = deskpro_spec::load(&Sources::builtin()).expect("the built-in description");
    assert_eq!(api.resources.len(), deskpro.resources.len());
}
