//! The attribute on an impl.

use deskpro_client::deskpro_resource;

struct Tickets;

#[deskpro_resource(tickets)]
impl Tickets {
    fn new() -> Self {
        Self
    }
}

fn main() {
    Tickets::new();
}
