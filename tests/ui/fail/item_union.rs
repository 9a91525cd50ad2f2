//! The attribute on a union.

use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets)]
pub union Ticket {
    pub id: u64,
    pub number: i64,
}

fn main() {}
