//! A list of something else.

use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets)]
struct TicketRow {
    labels: Option<Vec<i64>>,
}

fn main() {}
