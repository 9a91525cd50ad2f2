//! An attribute that says nothing.

use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets)]
struct TicketRow {
    #[deskpro]
    subject: String,
}

fn main() {}
