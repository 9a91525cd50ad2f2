//! An operation that sends nothing.

use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets.list)]
struct Filter {
    status: String,
}

fn main() {}
