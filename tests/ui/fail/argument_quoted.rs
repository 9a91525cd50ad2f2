//! The name of a resource stands between quotes.

use deskpro_client::deskpro_resource;

#[deskpro_resource("tickets")]
pub mod tickets {}

fn main() {}
