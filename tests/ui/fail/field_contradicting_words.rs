//! Two words of which only one can be true.

use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets)]
struct TicketRow {
    #[deskpro(skip, rename = "subject")]
    subject: String,
}

fn main() {}
