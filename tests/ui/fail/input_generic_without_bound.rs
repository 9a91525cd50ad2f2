//! A type parameter of which nothing is known.

use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets.update)]
struct Changes<S> {
    subject: S,
}

fn main() {}
