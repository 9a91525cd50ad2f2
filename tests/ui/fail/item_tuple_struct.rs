//! Fields without names.

use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets)]
pub struct TicketRow(u64, String);

fn main() {
    TicketRow(13, String::new());
}
