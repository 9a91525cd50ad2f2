//! A module for the input of an operation.

use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets.create)]
pub mod tickets {}

fn main() {}
