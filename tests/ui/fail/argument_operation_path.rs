//! An operation is named with a dot.

use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets.create.now)]
pub struct NewTicket {
    pub subject: String,
}

fn main() {}
