//! A new name that is not said.

use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets)]
struct TicketRow {
    #[deskpro(rename)]
    subject: String,
}

fn main() {}
