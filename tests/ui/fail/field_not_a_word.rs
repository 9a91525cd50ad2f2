//! A text where a word should be.

use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets)]
struct TicketRow {
    #[deskpro("subject")]
    subject: String,
}

fn main() {}
