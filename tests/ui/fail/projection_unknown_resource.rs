//! A resource that there is not. The struct can be used as if there were.

use deskpro_client::Client;
use deskpro_client::deskpro_resource;
use deskpro_client::tickets::TicketId;

#[deskpro_resource(tickts)]
struct TicketRow {
    id: TicketId,
}

async fn read(client: &Client) {
    let row: TicketRow = client.tickets().get(13).fields().send().await.unwrap().data;
    let _ = row.id;
}

fn main() {}
