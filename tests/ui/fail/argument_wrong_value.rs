//! A value of the wrong kind.

use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets, verbs = "list")]
pub mod tickets {}

fn main() {}
