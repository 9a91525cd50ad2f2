//! An argument with one letter too few.

use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets, verb(list))]
pub mod tickets {}

fn main() {}
