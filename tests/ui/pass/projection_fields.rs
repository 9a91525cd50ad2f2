//! Some of the fields of tickets, each of another kind: read like the whole, one and many.

#![deny(warnings)]

use deskpro_client::organizations::Organization;
use deskpro_client::people::{Person, PersonId};
use deskpro_client::tickets::{Ticket, TicketId, TicketStatus, WaitingTime};
use deskpro_client::types::CustomFieldValue;
use deskpro_client::{
    DateTime, Fields, Json, Map, Ref, Resource, Sensitive, deskpro_resource, runtime::from_json,
};

#[deskpro_resource(tickets)]
#[derive(Debug, Clone, PartialEq)]
pub struct TicketRow {
    id: TicketId,
    /// What it is about.
    subject: String,
    status: TicketStatus,
    person: Ref<Person>,
    person_id: Option<PersonId>,
    organization: Option<Ref<Organization>>,
    labels: Option<Vec<String>>,
    urgency: i64,
    is_hold: bool,
    date_created: DateTime,
    date_resolved: Option<DateTime>,
    waiting_times: Option<Vec<WaitingTime>>,
    fields: Map<CustomFieldValue>,
    star: Option<Json>,
    auth: Sensitive<String>,
}

/// Enums and dates as text, ids as numbers, and everything optional.
#[deskpro_resource(tickets)]
#[derive(Default)]
struct Plain {
    id: Option<u64>,
    status: String,
    date_created: std::option::Option<String>,
    department: Json,
}

fn read<T: Fields<Ticket>>(json: &str) -> T {
    from_json(json.as_bytes()).unwrap()
}

fn main() {
    let json = r#"{
        "id": 13, "subject": "Printer on fire", "status": "pending.5", "person": {"id": 4},
        "organization": 7, "labels": null, "urgency": 5, "is_hold": true, "color": "red",
        "date_created": "2025-05-01T08:02:02+0000", "waiting_times": [{"length": 188}],
        "fields": {"7": {"value": "Ground floor"}}, "auth": "K7QW2ZX9", "department": 3
    }"#;
    let row: TicketRow = read(json);
    assert_eq!(row.id, TicketId::new(13));
    assert_eq!(row.subject, "Printer on fire");
    assert_eq!(row.status.as_str(), "pending.5");
    assert_eq!(row.person.id(), PersonId::new(4));
    assert!(row.person_id.is_none());
    assert_eq!(row.organization.as_ref().map(Ref::id).map(|id| id.get()), Some(7));
    assert_eq!(row.labels, None);
    assert!(row.urgency == 5 && row.is_hold);
    assert_eq!(row.date_created.to_string(), "2025-05-01T08:02:02+0000");
    assert!(row.date_resolved.is_none() && row.star.is_none());
    assert_eq!(row.waiting_times.as_ref().map(Vec::len), Some(1));
    assert!(row.fields.get("7").is_some());
    assert_eq!(row.auth.expose(), "K7QW2ZX9");
    assert_eq!(row.id().get(), 13);
    assert_eq!(TicketRow::LINKED_AS, "ticket");
    assert_eq!(<TicketRow as Fields<Ticket>>::NAMES.len(), 15);

    let plain: Plain = read(json);
    assert_eq!((plain.id, plain.status.as_str()), (Some(13), "pending.5"));
    assert_eq!(plain.date_created.as_deref(), Some("2025-05-01T08:02:02+0000"));
    assert_eq!(plain.department, 3);
    assert_eq!(plain.id().get(), 13);

    // A new one holds what a helpdesk that sends nothing would give.
    assert_eq!(TicketRow::default(), read("{}"));
}
