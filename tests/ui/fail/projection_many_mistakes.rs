//! Every mistake at once, those of names and those of types.

use deskpro_client::Client;
use deskpro_client::DateTime;
use deskpro_client::Json;
use deskpro_client::Map;
use deskpro_client::deskpro_resource;
use deskpro_client::people::PersonId;

#[deskpro_resource(tickets)]
struct TicketRow {
    id: PersonId,
    subjct: String,
    #[deskpro(rename = "status")]
    stand: i64,
    message: String,
    date_resolved: DateTime,
    #[deskpro(path = "organization.nam")]
    organization: Option<String>,
    #[deskpro(rename = "ref")]
    number: String,
    reference: String,
    #[deskpro(required)]
    urgency: i64,
    #[deskpro(skip, rest)]
    rest: Map<Json>,
    auth: String,
    #[deskpro(rename)]
    labels: Option<Vec<String>>,
}

async fn read(client: &Client) {
    let row: TicketRow = client.tickets().get(13).fields().send().await.unwrap().data;
    let _ = row.id;
}

fn main() {}
