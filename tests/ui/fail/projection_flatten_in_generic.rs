//! A flattened struct in one with a type parameter.

use deskpro_client::Holds;
use deskpro_client::deskpro_resource;
use deskpro_client::kind;

#[deskpro_resource(tickets)]
struct Head {
    subject: String,
}

#[deskpro_resource(tickets)]
struct TicketRow<S: Holds<kind::Text>> {
    status: S,
    #[deskpro(flatten)]
    head: Head,
}

fn main() {}
