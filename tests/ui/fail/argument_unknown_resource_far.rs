//! A resource that nobody has.

use deskpro_client::deskpro_resource;

#[deskpro_resource(spaceships)]
pub mod spaceships {}

fn main() {}
