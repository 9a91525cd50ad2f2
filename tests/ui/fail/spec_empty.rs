//! A description without a name.

use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets, spec = "")]
pub mod tickets {}

fn main() {}
