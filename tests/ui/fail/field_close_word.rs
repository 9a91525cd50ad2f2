//! A word that is nearly one.

use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets)]
struct TicketRow {
    #[deskpro(renam = "subject")]
    subject: String,
}

fn main() {}
