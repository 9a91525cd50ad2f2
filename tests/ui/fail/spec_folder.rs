//! A folder without `api.yaml`.

use deskpro_client::deskpro_resource;

#[deskpro_resource(notes, spec = "../described")]
pub mod notes {}

fn main() {}
