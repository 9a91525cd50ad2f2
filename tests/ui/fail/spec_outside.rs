//! A path that leads out of the workspace.

use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets, spec = "../../../../helpdesk")]
pub mod tickets {}

fn main() {}
