//! The same word twice.

use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets)]
struct TicketRow {
    #[deskpro(rename = "subject", rename = "ref")]
    subject: String,
}

fn main() {}
