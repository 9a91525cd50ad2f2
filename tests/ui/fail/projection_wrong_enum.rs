//! The values of another field.

use deskpro_client::deskpro_resource;
use deskpro_client::types::CreationSystem;

#[deskpro_resource(tickets)]
struct TicketRow {
    status: CreationSystem,
}

fn main() {}
