//! A path that depends on where it stands.

use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets, client = super::client)]
pub mod tickets {}

fn main() {}
