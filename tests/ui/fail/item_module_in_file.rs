//! A module whose content is in a file.

use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets)]
mod tickets;

fn main() {}
