//! The attribute does not say what the item is of.

use deskpro_client::deskpro_resource;

#[deskpro_resource]
pub mod tickets {}

#[deskpro_resource()]
pub mod people {}

fn main() {}
