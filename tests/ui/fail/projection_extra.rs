//! What the description does not know has a place with another name.

use deskpro_client::deskpro_resource;
use deskpro_client::tickets::TicketId;
use deskpro_client::{Json, Map};

#[deskpro_resource(tickets)]
struct TicketRow {
    id: TicketId,
    extra: Map<Json>,
}

fn main() {}
