//! A number for a text.

use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets)]
struct TicketRow {
    subject: i64,
}

fn main() {}
