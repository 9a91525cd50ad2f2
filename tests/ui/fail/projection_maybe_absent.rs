//! What may be left out without `Option`.

use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets)]
struct TicketRow {
    brand: i64,
}

fn main() {}
