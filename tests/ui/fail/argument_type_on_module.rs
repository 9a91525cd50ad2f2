//! A module holds a resource, not one type.

use deskpro_client::deskpro_resource;

#[deskpro_resource(type = avatar)]
pub mod avatar {}

fn main() {}
