//! A field that is nearly one. The struct can be used as if it were right.

use deskpro_client::Client;
use deskpro_client::deskpro_resource;
use deskpro_client::people::PersonId;
use deskpro_client::tickets::CreateTicket;

#[deskpro_resource(tickets.create)]
struct NewTicket {
    subject: String,
    person: PersonId,
    lables: Vec<String>,
}

fn create(client: &Client, ticket: &NewTicket) -> CreateTicket {
    client.tickets().create_from(ticket)
}

fn main() {}
