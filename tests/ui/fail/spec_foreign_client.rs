//! A resource that leads to another, which `deskpro_client` does not have.

use deskpro_client::deskpro_resource;

#[deskpro_resource(notes, spec = "../described/folders.yaml")]
pub mod notes {}

fn main() {}
