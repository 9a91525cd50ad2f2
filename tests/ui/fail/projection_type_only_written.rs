//! An object type that no response holds.

use deskpro_client::deskpro_resource;

#[deskpro_resource(type = new_ticket_message)]
struct TicketRow {
    message: String,
}

fn main() {}
