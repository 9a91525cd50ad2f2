//! An operation that the resource does not have.

use deskpro_client::deskpro_resource;

#[deskpro_resource(departments, verbs(list, remove))]
pub mod departments {}

fn main() {}
