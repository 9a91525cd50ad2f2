//! A field that no response holds.

use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets)]
struct TicketRow {
    message: String,
}

fn main() {}
