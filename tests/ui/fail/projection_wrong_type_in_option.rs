//! Something else in an `Option`.

use deskpro_client::deskpro_resource;
use deskpro_client::people::PersonId;

#[deskpro_resource(tickets)]
struct TicketRow {
    agent: Option<PersonId>,
}

fn main() {}
