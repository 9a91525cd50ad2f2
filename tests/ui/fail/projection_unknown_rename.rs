//! A name in an attribute that is nearly one.

use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets)]
struct TicketRow {
    #[deskpro(rename = "statuss")]
    status: String,
}

fn main() {}
