//! A resource that there is not.

use deskpro_client::deskpro_resource;

#[deskpro_resource(tickts.create)]
struct NewTicket {
    subject: String,
}

fn main() {}
