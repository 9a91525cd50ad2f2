//! A list for all other fields.

use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets.update)]
struct Changes {
    #[deskpro(rest)]
    rest: Vec<String>,
}

fn main() {}
