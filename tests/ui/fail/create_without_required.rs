//! A create that lacks what must be given.

use deskpro_client::Client;
use deskpro_client::tickets::CreateTicket;

fn create(client: &Client) -> CreateTicket {
    client.tickets().create("Printer on fire").message("It burns")
}

fn main() {}
