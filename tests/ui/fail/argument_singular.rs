//! Resources are named in the plural.

use deskpro_client::deskpro_resource;

#[deskpro_resource(ticket)]
pub mod tickets {}

fn main() {}
