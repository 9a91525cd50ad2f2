//! A field that must be given, misspelt: one mistake, not two.

use deskpro_client::deskpro_resource;
use deskpro_client::people::PersonId;

#[deskpro_resource(tickets.create)]
struct NewTicket {
    subjct: String,
    person: PersonId,
}

fn main() {}
