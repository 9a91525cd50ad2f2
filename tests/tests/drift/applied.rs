//! What was learnt, applied to the built-in description.

use deskpro_client::transport::MemoryTransport;
use deskpro_client::{Auth, Client, Drift};
use deskpro_codegen::learn;
use deskpro_spec::api::{Access, Type, TypeKind};
use deskpro_spec::{Sources, load};
use deskpro_tests::description;

use crate::learnt::written;

/// Two tickets of a helpdesk that is newer than the description.
const TICKETS: &str = r#"{"data": [
    {"id": 1, "subject": null, "ticket_status": "snoozed", "order_number": 7, "person": 4,
     "fields": {"7": {"value": "red", "locked_until": "2026-11-28T17:30:00+0000"}}},
    {"id": 2, "subject": "Printer on fire", "ticket_status": "resolved", "order_number": null, "person": 4}
]}"#;

#[test]
fn what_was_seen_is_typed_and_known() {
    let drift = Drift::new();
    let client = Client::builder("https://support.example.com", Auth::none())
        .transport(MemoryTransport::new(|_| http::Response::new(TICKETS.into())))
        .observe(&drift)
        .build()
        .expect("valid settings");
    client.tickets().list().send().wait().expect("a page");
    let lesson = learn(&description(), &[written(&drift)]);
    assert_eq!((lesson.known(), lesson.unplaced()), (&[][..], &[][..]));

    let overlay = lesson.overlay().expect("there is something new");
    let sources = Sources::builtin().with_overlay_text("seen.yaml", overlay).expect("an overlay");
    let api = load(&sources).unwrap_or_else(|problems| panic!("{}", problems.short(&sources)));
    let tickets = api.resource("tickets").expect("it was there");
    let field = |name: &str| tickets.fields.iter().find(|field| field.name == name);
    let new = field("order_number").expect("it was learnt");
    assert_eq!((&new.ty, new.nullable, new.access), (&Type::Integer, true, Access::ReadOnly));
    assert_eq!(new.docs, "Seen in `tickets.list`; not documented.");
    let subject = field("subject").expect("it was there");
    assert!(subject.nullable && !subject.write_nullable());
    let status = api.types.iter().find(|ty| ty.name == "ticket_status").expect("it was there");
    let TypeKind::Enum(values) = &status.kind else { panic!("it was an enumeration") };
    assert!(values.iter().any(|value| value.value == "snoozed"));

    let again = learn(&api, &[written(&drift)]);
    assert_eq!((again.overlay(), again.unplaced()), (None, &[][..]));
    assert_eq!(again.known().len(), drift.report().findings.len());
}
