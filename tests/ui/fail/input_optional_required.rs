//! An `Option` of what must be given.

use deskpro_client::deskpro_resource;
use deskpro_client::people::PersonId;

#[deskpro_resource(tickets.create)]
struct NewTicket {
    subject: Option<String>,
    person: PersonId,
}

fn main() {}
