//! An input of one operation where another is asked for.

use deskpro_client::Client;
use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets.update)]
struct Changes {
    subject: String,
}

fn create(client: &Client, changes: &Changes) {
    let _ = client.tickets().create_from(changes);
}

fn main() {}
