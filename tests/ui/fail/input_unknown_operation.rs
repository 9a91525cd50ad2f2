//! An operation that there is not. The struct can be used as if there were.

use deskpro_client::Client;
use deskpro_client::deskpro_resource;
use deskpro_client::tickets::CreateTicket;

#[deskpro_resource(tickets.creat)]
struct NewTicket {
    subject: String,
}

fn create(client: &Client, ticket: &NewTicket) -> CreateTicket {
    client.tickets().create_from(ticket)
}

fn main() {}
