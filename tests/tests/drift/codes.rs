//! Refusals that the description does not know.

use deskpro_client::{Auth, Client, Drift};
use deskpro_mock::{Failure, MockHelpdesk};
use deskpro_tests::without_proxy;
use serde_json::json;

use crate::{desk, findings, observed};

#[tokio::test]
async fn codes_of_refusals_and_of_fields() {
    let (transport, client, drift) = observed(desk());
    let errors = json!({"fields": {"subject": {"errors": [
        {"code": "shouting", "message": "PLEASE"}, {"code": "required", "message": "Gone."}]}}});
    for failure in [
        Failure::unknown_code(),
        Failure::unknown_code(),
        Failure::code("not_found").with_status(404),
        Failure::code("invalid_input").with_errors(errors),
    ] {
        transport.helpdesk().fail_next(failure);
        client.tickets().create("Printer on fire", 1).send().await.expect_err("it fails");
    }
    assert_eq!(
        findings(&drift),
        [
            "tickets.create: was refused with 400 and `never_heard_of`, which is not described (2 times)",
            "tickets.create: subject was refused for `shouting`, which is not described (once)",
        ]
    );
}

#[tokio::test]
async fn over_a_connection_and_in_batches() {
    let mock = desk().start().await.expect("a free port");
    let drift = Drift::new();
    let builder = without_proxy(mock.url(), MockHelpdesk::KEY);
    let client = builder.observe(&drift).build().expect("valid settings");
    mock.fail_next(Failure::unknown_code());
    client.tickets().get(1).send().await.expect_err("it fails");
    let mut batch = client.batch();
    let ticket = batch.add(client.tickets().get(2));
    let missing = batch.add(client.tickets().get(4711));
    let results = batch.send().await.expect("a batch");
    results.take(ticket).expect("a ticket");
    results.take(missing).expect_err("there is none");
    assert_eq!(
        findings(&drift),
        ["tickets.get: was refused with 400 and `never_heard_of`, which is not described (once)"]
    );
}

#[tokio::test]
async fn a_helpdesk_that_cannot_be_reached_says_nothing() {
    let (transport, client, drift) = observed(desk());
    transport.helpdesk().fail_next(Failure::html_page());
    client.tickets().create("Printer on fire", 1).send().await.expect_err("a page of a proxy");
    transport.helpdesk().fail_next(Failure::empty_body());
    client.tickets().get(1).send().await.expect_err("there is no body");
    assert!(drift.is_empty(), "{}", drift.report());
}

#[tokio::test]
async fn several_clients_tell_one() {
    let (transport, client, drift) = observed(desk());
    let other = Client::builder("https://other.example.com", Auth::key(MockHelpdesk::KEY))
        .observe(&drift)
        .transport(transport.clone())
        .build()
        .expect("valid settings");
    for client in [client, other] {
        transport.helpdesk().fail_next(Failure::unknown_code());
        client.tickets().get(1).send().await.expect_err("it fails");
    }
    assert_eq!(drift.report().findings[0].count, 2);
}
