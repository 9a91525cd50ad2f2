//! The input of an operation without fields.

use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets.create)]
pub struct NewTicket;

fn main() {}
