//! A field of one's own that has no default.

use deskpro_client::deskpro_resource;
use std::time::SystemTime;

#[deskpro_resource(tickets)]
struct TicketRow {
    subject: String,
    #[deskpro(skip)]
    fetched: SystemTime,
}

fn main() {}
