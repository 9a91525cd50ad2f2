//! What stood in the module, at it and beside it stays.

#![deny(warnings)]

use deskpro_client::{Client, deskpro_resource};

/// Tickets as this program sees them.
#[deskpro_resource(tickets)]
#[allow(dead_code)]
pub(crate) mod my_tickets {
    const OURS: BrandId = BrandId::new(3);

    /// A method of our own on a type that is generated.
    impl Ticket {
        pub(crate) fn is_ours(&self) -> bool {
            self.brand == Some(OURS) || self.subject.starts_with("ours")
        }
    }

    pub(crate) fn newest(client: &impl AsRef<Client>) -> ListTickets {
        Tickets::new(client).list().order_by("id").count(1)
    }
}

pub fn call(client: &Client) -> my_tickets::ListTickets {
    my_tickets::newest(client)
}

fn main() {
    assert!(!my_tickets::Ticket::default().is_ours());
}
