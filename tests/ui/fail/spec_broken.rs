//! A description with problems.

use deskpro_client::deskpro_resource;

#[deskpro_resource(notes, spec = "../described/broken.yaml")]
pub mod notes {}

fn main() {}
