//! A number for a text.

use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets.update)]
struct Changes {
    subject: i64,
}

fn main() {}
