//! A description that is not there.

use deskpro_client::deskpro_resource;

#[deskpro_resource(notes, spec = "../described/desks.yaml")]
pub mod notes {}

fn main() {}
