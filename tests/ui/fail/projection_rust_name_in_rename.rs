//! The name that the generated struct has, where the description's is asked for.

use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets)]
struct TicketRow {
    #[deskpro(rename = "reference")]
    number: String,
}

fn main() {}
