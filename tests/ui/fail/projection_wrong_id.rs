//! The id of a person for that of a ticket.

use deskpro_client::deskpro_resource;
use deskpro_client::people::PersonId;

#[deskpro_resource(tickets)]
struct TicketRow {
    id: PersonId,
}

fn main() {}
