//! What is written to traces.

use std::fmt::{self, Write};
use std::sync::{Arc, Mutex};

use deskpro_client::runtime::transport::{MemoryTransport, TransportError, TransportErrorKind};
use deskpro_client::{Auth, Client, VerbRule};
use deskpro_mock::{Dialect, Failure, MockHelpdesk};
use deskpro_tests::{KEY, SECRET, without_proxy};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

use crate::assert_hidden;

/// Everything of every level, as text.
#[derive(Clone, Default)]
struct Traces(Arc<Mutex<String>>);

impl Traces {
    fn text(&self) -> String {
        self.0.lock().expect("nobody panicked").clone()
    }

    fn write(&self, metadata: &Metadata<'_>, record: impl FnOnce(&mut dyn Visit)) {
        let mut line = Line(format!("{} {}", metadata.level(), metadata.target()));
        record(&mut line);
        self.0.lock().expect("nobody panicked").push_str(&(line.0 + "\n"));
    }
}

struct Line(String);

impl Visit for Line {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        write!(self.0, " {field}={value:?}").expect("a text takes everything");
    }
}

impl Subscriber for Traces {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        self.write(span.metadata(), |line| span.record(line));
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, values: &Record<'_>) {
        let mut line = Line(String::new());
        values.record(&mut line);
        self.0.lock().expect("nobody panicked").push_str(&(line.0 + "\n"));
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        self.write(event.metadata(), |line| event.record(line));
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

#[tokio::test]
async fn requests_are_traced_without_secrets_and_values() {
    let traces = Traces::default();
    let _guard = tracing::subscriber::set_default(traces.clone());
    let mock = MockHelpdesk::builder().dialect(Dialect::Live).key(KEY).seed("tickets", 3);
    let mock = mock.start().await.unwrap();
    let client = without_proxy(mock.url(), KEY).verbs(VerbRule::Negotiate).build().unwrap();
    let made = client.people().create("very.private@example.com").password(SECRET).send().await;
    made.unwrap();
    client.people().list().primary_email("very.private@example.com").send().await.unwrap();
    client.tickets().get(3).send().await.unwrap();
    mock.fail_next(Failure::status(401).with_message(format!("Not {SECRET}")));
    client.tickets().get(4321).send().await.unwrap_err();
    mock.fail_next(Failure::cut_off());
    client.tickets().list().send().await.unwrap_err();

    let text = traces.text();
    for expected in
        ["people.create", "people.list", "tickets.get", "/tickets/{id}", "401", "405", "POST"]
    {
        assert!(text.contains(expected), "{expected} is not in:\n{text}");
    }
    for secret in [SECRET, KEY, "very.private", "Printer on fire", "4321"] {
        assert_hidden(secret, &text);
    }
}

#[tokio::test]
async fn requests_without_an_answer_are_traced_too() {
    let traces = Traces::default();
    let _guard = tracing::subscriber::set_default(traces.clone());
    let transport = MemoryTransport::fallible(|_| {
        Err(TransportError::new(TransportErrorKind::Timeout, "time was up"))
    });
    let builder = Client::builder("https://support.example.com", Auth::key(KEY));
    let client = builder.transport(transport).build().unwrap();
    client.tickets().delete(4321).send().await.unwrap_err();
    let text = traces.text();
    assert!(text.contains("tickets.delete") && text.contains("Timeout"), "{text}");
    assert_hidden(SECRET, &text);
    assert_hidden("4321", &text);
}
