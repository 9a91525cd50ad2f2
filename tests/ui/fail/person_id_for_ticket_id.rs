//! The id of a person where that of a ticket is due.

use deskpro_client::Client;
use deskpro_client::people::PersonId;
use deskpro_client::tickets::GetTicket;

fn get(client: &Client, person: PersonId) -> GetTicket {
    client.tickets().get(person)
}

fn main() {}
