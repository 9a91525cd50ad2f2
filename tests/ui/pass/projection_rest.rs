//! Fields of another struct, all others in a map, and fields of one's own.

#![deny(warnings)]

use std::time::Duration;

use deskpro_client::tickets::{Ticket, TicketId};
use deskpro_client::{Fields, Json, Map, deskpro_resource, runtime::from_json};

#[deskpro_resource(tickets)]
#[derive(Debug, PartialEq)]
struct Head {
    id: TicketId,
    #[deskpro(path = "organization.name")]
    organization: Option<String>,
}

#[deskpro_resource(tickets)]
struct Flags {
    is_hold: bool,
}

#[deskpro_resource(tickets)]
struct TicketRow {
    #[deskpro(flatten)]
    head: Head,
    subject: String,
    #[deskpro(skip)]
    waited: Duration,
    #[deskpro(flatten)]
    flags: Flags,
    #[deskpro(rest)]
    rest: Map<Json>,
}

#[deskpro_resource(tickets)]
struct Outer {
    #[deskpro(flatten)]
    row: TicketRow,
}

#[deskpro_resource(tickets)]
#[derive(Default)]
struct OnlyRest {
    #[deskpro(skip)]
    is_new: bool,
    #[deskpro(rest)]
    rest: Map<String>,
}

fn main() {
    let json = br#"{"id": 13, "organization": {"name": "Example"}, "subject": "Printer",
        "color": "red", "is_hold": 1, "status": "resolved"}"#;
    let row: TicketRow = from_json(json).unwrap();
    assert_eq!(row.head, Head { id: TicketId::new(13), organization: Some("Example".to_owned()) });
    assert_eq!((row.subject.as_str(), row.waited), ("Printer", Duration::ZERO));
    assert!(row.flags.is_hold);
    let rest: Vec<_> = row.rest.iter().map(|(name, value)| (name, value.to_string())).collect();
    assert_eq!(rest, [("color", "\"red\"".to_owned()), ("status", "\"resolved\"".to_owned())]);
    let names = ["subject", "id", "organization", "is_hold"];
    assert_eq!(<TicketRow as Fields<Ticket>>::NAMES, names);

    assert_eq!(<Outer as Fields<Ticket>>::NAMES, names);
    assert_eq!(from_json::<Outer>(json).unwrap().row.subject, "Printer");

    let all: OnlyRest = from_json(br#"{"id": 13, "subject": "Printer"}"#).unwrap();
    assert_eq!((all.rest.get("id").map(String::as_str), all.is_new), (Some("13"), false));
    assert_eq!(all.rest.len(), 2);
}
