//! What structs can look like: conditions, generics, attributes, docs, in functions, from macros.

#![deny(warnings, clippy::all, missing_docs)]
#![warn(unreachable_pub)]

use deskpro_client::tickets::{Ticket, TicketStatus};
use deskpro_client::{Fields, Holds, deskpro_resource, kind, runtime::from_json};

/// A row.
#[deskpro_resource(tickets)]
#[derive(Debug, Clone)]
#[must_use]
pub struct TicketRow {
    /// What it is about.
    pub subject: String,
    #[cfg(any())]
    pub status: NeverThere,
    /// Where it stands.
    #[cfg(not(any()))]
    pub status: TicketStatus,
    #[cfg(any())]
    #[deskpro(path = "organization.name")]
    pub organization: Option<String>,
    #[cfg(any())]
    #[deskpro(flatten)]
    pub head: NeverThere,
    #[cfg(any())]
    #[deskpro(rest)]
    pub rest: NeverThere,
    #[cfg(any())]
    #[deskpro(skip)]
    pub own: NeverThere,
}

#[deskpro_resource(tickets)]
struct Generic<S: Holds<kind::Text>, const N: usize = 3>
where
    S: Clone,
{
    subject: S,
    status: Option<S>,
}

#[deprecated = "an old one"]
#[deskpro_resource(tickets)]
struct Old {
    #[deprecated]
    subject: String,
}

macro_rules! row {
    ($name:ident { $($field:ident: $ty:ty,)* }) => {
        #[deskpro_resource(tickets)]
        struct $name {
            $($field: $ty,)*
        }
    };
}

row! { FromMacro { subject: String, date_resolved: Option<String>, } }

fn read<T: Fields<Ticket>>() -> T {
    from_json(br#"{"subject": "Printer", "status": "resolved"}"#).unwrap()
}

fn main() {
    let row: TicketRow = read();
    assert_eq!((row.subject.as_str(), row.status), ("Printer", TicketStatus::Resolved));
    assert_eq!(<TicketRow as Fields<Ticket>>::NAMES, ["subject", "status", "organization"]);

    let row: Generic<String> = read();
    assert_eq!((row.subject.as_str(), row.status.as_deref()), ("Printer", Some("resolved")));

    #[allow(deprecated)]
    let subject = read::<Old>().subject;
    assert_eq!(subject, "Printer");

    let row: FromMacro = read();
    assert_eq!((row.subject.as_str(), row.date_resolved), ("Printer", None));

    #[deskpro_resource(tickets)]
    struct Inner {
        subject: String,
    }
    assert_eq!(read::<Inner>().subject, "Printer");
}
