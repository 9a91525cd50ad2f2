//! A word for resources that only a struct describes.

use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets)]
struct TicketRow {
    #[deskpro(required)]
    subject: String,
}

fn main() {}
