//! Two fields for the same.

use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets)]
struct TicketRow {
    subject: String,
    #[deskpro(rename = "subject")]
    title: String,
}

fn main() {}
