//! A struct without fields.

use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets.update)]
struct Changes {}

fn main() {}
