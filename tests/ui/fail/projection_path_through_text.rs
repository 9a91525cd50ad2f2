//! A path through something without fields.

use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets)]
struct TicketRow {
    #[deskpro(path = "subject.length")]
    length: Option<i64>,
}

fn main() {}
