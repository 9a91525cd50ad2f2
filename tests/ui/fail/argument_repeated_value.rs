//! A list with the same entry twice.

use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets, verbs(list, list))]
pub mod tickets {}

fn main() {}
