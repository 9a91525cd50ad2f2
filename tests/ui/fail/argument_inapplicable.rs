//! Derives of a struct are written on the struct.

use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets, derive(Hash))]
pub struct TicketRow {
    pub subject: String,
}

fn main() {}
