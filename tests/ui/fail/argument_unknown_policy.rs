//! Something that enums cannot be.

use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets, enums = close)]
pub mod tickets {}

fn main() {}
