//! An argument without its value.

use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets, verbs)]
pub mod tickets {}

fn main() {}
