//! A part of an object.

use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets.update)]
struct Changes {
    #[deskpro(path = "organization.name")]
    name: Option<String>,
}

fn main() {}
