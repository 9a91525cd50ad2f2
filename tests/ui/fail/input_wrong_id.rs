//! The id of something else.

use deskpro_client::deskpro_resource;
use deskpro_client::tickets::TicketId;

#[deskpro_resource(tickets.update)]
struct Changes {
    department: TicketId,
}

fn main() {}
