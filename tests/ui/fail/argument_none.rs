//! Something that is no argument.

use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets, 13)]
pub mod tickets {}

fn main() {}
