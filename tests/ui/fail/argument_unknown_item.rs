//! An item that is not generated.

use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets, rename(Tickt = Case))]
pub mod tickets {}

fn main() {}
