//! A name without quotes.

use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets)]
struct TicketRow {
    #[deskpro(rename = ref)]
    subject: String,
}

fn main() {}
