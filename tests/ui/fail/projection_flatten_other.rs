//! A flattened struct of another resource.

use deskpro_client::deskpro_resource;
use deskpro_client::people::PersonId;

#[deskpro_resource(people)]
struct Head {
    id: PersonId,
}

#[deskpro_resource(tickets)]
struct TicketRow {
    #[deskpro(flatten)]
    head: Head,
}

fn main() {}
