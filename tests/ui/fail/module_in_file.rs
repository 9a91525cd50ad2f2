//! The macro on a module that is in another file.

#[deskpro_client::deskpro_resource(tickets)]
mod tickets;

fn main() {}
