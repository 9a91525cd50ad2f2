//! A field that is set once, in a change.

use deskpro_client::deskpro_resource;
use deskpro_client::tickets::NewTicketMessage;

#[deskpro_resource(tickets.update)]
struct Changes {
    message: NewTicketMessage,
}

fn main() {}
