//! An argument that is given twice.

use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets, verbs(list), verbs(get))]
pub mod tickets {}

fn main() {}
