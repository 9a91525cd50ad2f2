//! Two resources for one module.

use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets, people)]
pub mod tickets {}

fn main() {}
