//! What a nullable field takes is said in its own words.

use deskpro_client::Client;
use deskpro_client::tickets::UpdateTicket;

fn update(client: &Client) -> UpdateTicket {
    client.tickets().update(13).agent_team("Printers")
}

fn main() {}
