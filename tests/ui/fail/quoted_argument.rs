//! The name of a resource in quotes.

#[deskpro_client::deskpro_resource("tickets")]
mod tickets {}

fn main() {}
