//! Two dots in a row.

use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets)]
struct TicketRow {
    #[deskpro(path = "organization..name")]
    subject: String,
}

fn main() {}
