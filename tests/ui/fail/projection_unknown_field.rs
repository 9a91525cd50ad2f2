//! A field that is nearly one. The struct can be used as if it were right.

use deskpro_client::Client;
use deskpro_client::deskpro_resource;
use deskpro_client::tickets::TicketId;

#[deskpro_resource(tickets)]
struct TicketRow {
    id: TicketId,
    subjct: String,
}

async fn read(client: &Client) {
    let row: TicketRow = client.tickets().get(13).fields().send().await.unwrap().data;
    let _ = row.id;
}

fn main() {}
