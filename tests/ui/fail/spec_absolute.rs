//! The path of one machine.

use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets, spec = "/srv/helpdesk")]
pub mod tickets {}

fn main() {}
