//! Names: raw identifiers, names of the description, names of the generated struct, and renamed ones.

#![deny(warnings)]

use deskpro_client::ticket_messages::MessageAttribute;
use deskpro_client::tickets::Ticket;
use deskpro_client::{Fields, deskpro_resource, runtime::from_json};

#[deskpro_resource(tickets)]
struct ByRustName {
    reference: String,
    #[deskpro(rename = "subject")]
    subject: String,
    #[deskpro(rename = "status")]
    zustand: String,
}

#[deskpro_resource(tickets)]
struct ByWireName {
    r#ref: String,
}

#[deskpro_resource(type = message_attribute)]
struct Attribute {
    r#type: String,
    #[deskpro(rename = "value")]
    überraschung: String,
}

#[deskpro_resource(type = message_attribute)]
struct Kind {
    kind: String,
}

/// Types may have the names that generated code would like.
mod taken {
    use deskpro_client::{Decode, Holds, Invalid, JsonReader, deskpro_resource, kind};

    #[derive(Default)]
    pub struct HoldsSubject(pub String);

    impl Decode for HoldsSubject {
        fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
            self.0.decode(json)
        }
    }

    impl Holds<kind::Text> for HoldsSubject {}

    pub type T = String;

    #[deskpro_resource(tickets)]
    pub struct Row {
        pub subject: HoldsSubject,
        pub status: T,
    }
}

fn main() {
    let json = br#"{"ref": "ABCD", "subject": "Printer", "status": "resolved"}"#;
    let row: ByRustName = from_json(json).unwrap();
    assert_eq!([row.reference, row.subject, row.zustand], ["ABCD", "Printer", "resolved"]);
    assert_eq!(<ByRustName as Fields<Ticket>>::NAMES, ["ref", "subject", "status"]);
    assert_eq!(from_json::<ByWireName>(json).unwrap().r#ref, "ABCD");
    let row: taken::Row = from_json(json).unwrap();
    assert_eq!((row.subject.0.as_str(), row.status.as_str()), ("Printer", "resolved"));

    let json = br#"{"type": "json", "value": "{}"}"#;
    let attribute: Attribute = from_json(json).unwrap();
    assert_eq!((attribute.r#type.as_str(), attribute.überraschung.as_str()), ("json", "{}"));
    assert_eq!(from_json::<Kind>(json).unwrap().kind, "json");
    assert_eq!(<Kind as Fields<MessageAttribute>>::NAMES, ["type"]);
}
