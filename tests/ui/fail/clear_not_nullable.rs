//! Clearing what cannot be empty.

use deskpro_client::tickets::UpdateTicket;
use deskpro_client::{Clear, Client};

fn update(client: &Client) -> UpdateTicket {
    client.tickets().update(13).subject(Clear)
}

fn main() {}
