//! A secret as plain text.

use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets)]
struct TicketRow {
    auth: String,
}

fn main() {}
