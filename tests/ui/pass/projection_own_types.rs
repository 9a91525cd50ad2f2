//! Types of one's own, and structs of one's own within others.

#![deny(warnings)]

use deskpro_client::tickets::{Ticket, TicketId};
use deskpro_client::{
    Decode, Holds, Invalid, JsonReader, Ref, deskpro_resource, kind, runtime::from_json,
};

/// A text whose length is known.
#[derive(Debug, Default, PartialEq)]
struct Subject {
    text: String,
    characters: usize,
}

impl Decode for Subject {
    fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        self.text.decode(json)?;
        self.characters = self.text.chars().count();
        Ok(())
    }
}

impl Holds<kind::Text> for Subject {}

/// An id of one's own.
#[derive(Debug, Default, PartialEq)]
struct TicketNumber(u64);

impl Decode for TicketNumber {
    fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        self.0.decode(json)
    }
}

impl Holds<kind::Id<Ticket>> for TicketNumber {}

#[deskpro_resource(people)]
#[derive(Debug)]
struct Name {
    id: u64,
    name: String,
}

#[deskpro_resource(type = waiting_time)]
struct Waited {
    length: Option<i64>,
}

type Maybe<T> = Option<T>;

#[deskpro_resource(tickets)]
struct TicketRow {
    id: TicketNumber,
    subject: Subject,
    original_subject: Option<Subject>,
    person: Ref<Name>,
    agent: Maybe<Ref<Name>>,
    waiting_times: Option<Vec<Waited>>,
    parent: Option<Ref<Parent>>,
}

#[deskpro_resource(tickets)]
struct Parent {
    id: TicketId,
}

fn main() {
    let json = r#"{"id": 13, "subject": "Drücker", "person": {"id": 4, "name": "Sample"}, "agent": 5,
        "waiting_times": [{"length": 188}, {}], "parent": {"id": 12}}"#;
    let row: TicketRow = from_json(json.as_bytes()).unwrap();
    assert_eq!(row.id, TicketNumber(13));
    assert_eq!(row.subject, Subject { text: "Drücker".to_owned(), characters: 7 });
    assert!(row.original_subject.is_none());
    assert_eq!(row.person.object().map(|person| person.name.as_str()), Some("Sample"));
    assert_eq!(row.agent.map(|agent| agent.id().get()), Some(5));
    let waited: Vec<_> = row.waiting_times.iter().flatten().map(|waited| waited.length).collect();
    assert_eq!(waited, [Some(188), None]);
    assert_eq!(row.parent.map(|parent| parent.id().get()), Some(12));
    assert_eq!(Parent::default().id.get(), 0);
}
