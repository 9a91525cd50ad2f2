//! Requests, streams and futures that nobody waits for.

#![deny(unused_must_use)]

use deskpro_client::Client;

async fn forget(client: &Client) {
    client.tickets().update(13).subject("Printer on fire");
    client.tickets().delete(13).send();
    client.tickets().list().items();
    client.tickets().create("Printer on fire", 4).follow_location();
}

fn main() {}
