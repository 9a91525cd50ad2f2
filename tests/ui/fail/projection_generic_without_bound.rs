//! A type parameter of which nothing is known.

use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets)]
struct TicketRow<S> {
    subject: S,
}

fn main() {}
