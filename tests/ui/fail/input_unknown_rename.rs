//! A misspelt name in an attribute.

use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets.update)]
struct Changes {
    #[deskpro(rename = "is_on_hold")]
    waits: bool,
}

fn main() {}
