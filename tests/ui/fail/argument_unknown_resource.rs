//! A resource with one letter too few.

use deskpro_client::deskpro_resource;

#[deskpro_resource(tickts)]
pub mod tickets {}

fn main() {}
