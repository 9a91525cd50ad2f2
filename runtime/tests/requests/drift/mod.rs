//! What is collected where answers differ from the description.

mod answers;
mod bounds;
mod others;
mod privacy;
mod refusals;
mod reports;

use bytes::Bytes;
use deskpro_runtime::{
    Client, DateTime, Decode, Drift, Extra, Id, Invalid, JsonReader, Map, Ref, Resource,
    transport::MemoryTransport,
};

use crate::helpdesk::builder;

#[derive(Debug, Default)]
struct Ticket {
    id: Id<Ticket>,
    subject: String,
    status: Status,
    priority: Option<Status>,
    person: Option<Ref<Person>>,
    labels: Vec<String>,
    fields: Map<Field>,
    urgency: i64,
    score: f64,
    is_hold: bool,
    date_created: DateTime,
    extra: Extra,
}

#[derive(Debug, Default)]
struct Person {
    id: Id<Person>,
    name: String,
    contacts: Vec<Field>,
    extra: Extra,
}

#[derive(Debug, Default)]
struct Field {
    value: String,
    extra: Extra,
}

/// `open` or `resolved`.
#[derive(Debug, Default)]
struct Status(String);

impl Decode for Ticket {
    fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        json.object_and(
            &mut [
                ("id", &mut self.id),
                ("subject", &mut self.subject),
                ("status", &mut self.status),
                ("priority", &mut self.priority),
                ("person", &mut self.person),
                ("labels", &mut self.labels),
                ("fields", &mut self.fields),
                ("urgency", &mut self.urgency),
                ("score", &mut self.score),
                ("is_hold", &mut self.is_hold),
                ("date_created", &mut self.date_created),
            ],
            &mut self.extra,
        )
    }
}

impl Decode for Person {
    fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        let slots: &mut [(&'static str, &mut dyn Decode)] =
            &mut [("id", &mut self.id), ("name", &mut self.name), ("contacts", &mut self.contacts)];
        json.object_and(slots, &mut self.extra)
    }
}

impl Decode for Field {
    fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        json.object_and(&mut [("value", &mut self.value)], &mut self.extra)
    }
}

impl Decode for Status {
    fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        self.0 = json.text(str::to_owned)?;
        if !matches!(self.0.as_str(), "open" | "resolved") {
            json.unlisted();
        }
        Ok(())
    }
}

impl Resource for Person {
    const LINKED_AS: &'static str = "person";

    fn id(&self) -> Id<Self> {
        self.id
    }
}

/// A client that is observed, and whose helpdesk always answers this.
fn observed(status: u16, body: impl Into<Bytes>) -> (Client, Drift) {
    let (body, drift) = (body.into(), Drift::new());
    let transport = MemoryTransport::new(move |_: &http::Request<Bytes>| {
        http::Response::builder().status(status).body(body.clone()).unwrap()
    });
    let client = builder().without_retries().observe(&drift).transport(transport).build().unwrap();
    (client, drift)
}

/// The findings, a line each.
fn findings(drift: &Drift) -> Vec<String> {
    drift.report().findings.iter().map(ToString::to_string).collect()
}
