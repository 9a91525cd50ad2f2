//! The client and the mock helpdesk in one process without a port, and what breaks on the way, there and
//! over a real connection.

use std::time::Duration;

use deskpro_client::clock::Clock;
use deskpro_client::{Auth, Client, ClientBuilder};
use deskpro_mock::{Expected, Failure, Helpdesk, HelpdeskTransport, MockHelpdesk};
use deskpro_tests::{Failed, without_proxy};

/// A helpdesk with tickets, and a client of it.
fn desk() -> (HelpdeskTransport, ClientBuilder<Client>) {
    let helpdesk = MockHelpdesk::builder()
        .seed("tickets", 25)
        .seed("people", 3)
        .build()
        .expect("known resources");
    let transport = HelpdeskTransport::new(helpdesk);
    let client = Client::builder("https://support.example.com", Auth::key(MockHelpdesk::KEY))
        .transport(transport.clone())
        .timeout(Duration::from_secs(5));
    (transport, client)
}

/// What came of getting a ticket: its id, or what kind of error there is.
async fn got(client: &Client) -> Result<u64, String> {
    match client.tickets().get(1).send().await {
        Ok(ticket) => Ok(ticket.data.id.get()),
        Err(error) => {
            let time_out = if error.is_timeout() { " (time-out)" } else { "" };
            let Failed { kind, variant, .. } = Failed::new(&error);
            Err(format!("{kind}{time_out} {variant}").trim_end().to_owned())
        }
    }
}

fn elapsed(transport: &HelpdeskTransport) -> Duration {
    transport.simulated_clock().now()
}

#[tokio::test]
async fn a_client_needs_no_port() {
    let (transport, client) = desk();
    let client = client.build().expect("valid settings");
    let page = client.tickets().list().count(10).send().await.expect("a page");
    assert_eq!((page.data.len(), page.meta.total), (10, Some(25)));
    let created = client.tickets().create("Printer on fire", 1).send().await;
    let id = created.expect("a ticket").id().expect("its id");
    let ticket = client.tickets().get(id).send().await.expect("the ticket");
    assert_eq!(ticket.data.subject, "Printer on fire");
    transport.helpdesk().assert_received([
        Expected::operation("tickets.list").with_query("count", "10"),
        Expected::operation("tickets.create").with_status(201),
        Expected::line("GET", "/api/v2/tickets/26"),
    ]);
    transport.helpdesk().assert_expected();
}

#[test]
fn a_client_needs_no_await() {
    let client = desk().1.build().expect("valid settings");
    let ticket = client.tickets().get(1).send().wait().expect("a ticket");
    assert_eq!(ticket.data.id.get(), 1);
}

#[tokio::test]
async fn pauses_before_retries_take_no_time_and_are_told() {
    let (transport, client) = desk();
    let client = client.build().expect("valid settings");
    transport.helpdesk().fail(Failure::status(429).with_retry_after(40).times(2));
    assert_eq!(got(&client).await, Ok(1));
    let waited = elapsed(&transport);
    assert!((80..90).contains(&waited.as_secs()), "{waited:?}");
    transport.helpdesk().assert_received(["tickets.get"; 3]);
}

#[tokio::test]
async fn what_breaks_on_the_way_has_its_kind() {
    for (failure, outcome) in [
        (Failure::slow(Duration::from_secs(4)), Ok(1)),
        (Failure::slow(Duration::from_secs(6)), Err("Timeout (time-out)")),
        (Failure::reset(), Err("Transport")),
        (Failure::truncated(), Err("Decode")),
        (Failure::stalled(), Err("Decode (time-out)")),
        (Failure::unknown_field(), Ok(1)),
        (Failure::malformed(), Err("Decode")),
        (Failure::wrong_type(), Err("Decode")),
        (Failure::empty_body(), Err("Decode")),
        (Failure::html_page(), Err("Undocumented")),
        (Failure::unknown_code(), Err("Api OtherBadRequest")),
        (Failure::code("not_found"), Err("Api NotFound")),
    ] {
        let (transport, client) = desk();
        let client = client.without_retries().build().expect("valid settings");
        transport.helpdesk().fail(failure.clone());
        assert_eq!(got(&client).await, outcome.map_err(str::to_owned), "{failure:?}");
        transport.helpdesk().assert_received(["tickets.get"]);
    }
}

#[tokio::test]
async fn unknown_fields_are_kept_on_request() {
    let (transport, _) = desk();
    let client = Client::builder("https://support.example.com", Auth::key(MockHelpdesk::KEY))
        .transport(transport.clone())
        .keep_unknown(true)
        .build()
        .expect("valid settings");
    transport.helpdesk().fail_next(Failure::unknown_field());
    let ticket = client.tickets().get(1).send().await.expect("a ticket");
    assert!(
        ticket.data.extra.get("deskpro_mock_unknown_field").is_some(),
        "{:?}",
        ticket.data.extra
    );
}

#[tokio::test]
async fn connections_break_over_http_as_they_do_without() {
    let mock = MockHelpdesk::builder().seed("tickets", 3).start().await.expect("a free port");
    let client = without_proxy(mock.url(), MockHelpdesk::KEY)
        .timeout(Duration::from_millis(300))
        .without_retries()
        .build()
        .expect("valid settings");
    for (failure, outcome) in [
        (Failure::reset(), "Transport"),
        (Failure::truncated(), "Decode"),
        (Failure::stalled(), "Decode (time-out)"),
        (Failure::slow(Duration::from_secs(3600)), "Timeout (time-out)"),
    ] {
        mock.fail_next(failure.clone());
        assert_eq!(got(&client).await, Err(outcome.to_owned()), "{failure:?}");
    }
    let again = without_proxy(mock.url(), MockHelpdesk::KEY).build().expect("valid settings");
    assert_eq!(got(&again).await, Ok(1));
    mock.assert_received(["tickets.get"; 5]);
}

#[tokio::test]
async fn a_batch_takes_the_way_of_its_worst_request() {
    let (transport, client) = desk();
    let client = client.without_retries().build().expect("valid settings");
    transport.helpdesk().fail_next(Failure::reset().on("tickets.get"));
    let mut batch = client.batch();
    let _listed = batch.add(client.tickets().list());
    let _got = batch.add(client.tickets().get(1));
    match batch.send().await {
        Err(error) => assert!(error.to_string().contains("reset"), "{error}"),
        Ok(_) => panic!("a batch arrived on a connection that was reset"),
    }
}

/// A helpdesk may be shared by threads.
const _: fn() = || {
    fn shared<T: Send + Sync>() {}
    shared::<Helpdesk>();
    shared::<HelpdeskTransport>();
};
