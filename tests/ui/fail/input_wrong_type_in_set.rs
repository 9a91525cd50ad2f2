//! Something else in a `Set` in an `Option`.

use deskpro_client::Set;
use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets.update)]
struct Changes {
    agent: Option<Set<bool>>,
}

fn main() {}
