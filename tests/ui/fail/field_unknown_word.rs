//! A word that means nothing.

use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets)]
struct TicketRow {
    #[deskpro(colour)]
    subject: String,
}

fn main() {}
