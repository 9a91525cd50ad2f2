//! A struct of people where tickets are asked for.

use deskpro_client::Client;
use deskpro_client::deskpro_resource;

#[deskpro_resource(people)]
struct PersonRow {
    id: u64,
}

async fn read(client: &Client) {
    let _ = client.tickets().get(13).fields::<PersonRow>().send().await;
}

fn main() {}
