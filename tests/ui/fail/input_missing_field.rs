//! An input without a field that must be given. It can be used as if it had one.

use deskpro_client::Client;
use deskpro_client::deskpro_resource;
use deskpro_client::tickets::CreateTicket;

#[deskpro_resource(tickets.create)]
struct NewTicket {
    subject: String,
}

fn create(client: &Client, ticket: &NewTicket) -> CreateTicket {
    client.tickets().create_from(ticket)
}

fn main() {}
