//! A value where none is taken.

use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets)]
struct TicketRow {
    #[deskpro(skip = true)]
    subject: String,
}

fn main() {}
