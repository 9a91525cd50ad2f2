//! An update of nothing in particular.

use deskpro_client::Client;
use deskpro_client::tickets::UpdateTicket;

fn update(client: &Client) -> UpdateTicket {
    client.tickets().update().subject("Printer on fire")
}

fn main() {}
