//! A `Set` of what cannot be cleared.

use deskpro_client::Set;
use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets.update)]
struct Changes {
    subject: Set<String>,
}

fn main() {}
