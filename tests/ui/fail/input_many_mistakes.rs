//! Every mistake at once, those of names and those of types.

use deskpro_client::Client;
use deskpro_client::DateTime;
use deskpro_client::deskpro_resource;
use deskpro_client::tickets::CreateTicket;

#[deskpro_resource(tickets.create)]
struct NewTicket {
    subject: Option<String>,
    department: bool,
    date_created: DateTime,
    lables: Vec<String>,
    #[deskpro(rename = "labels")]
    labels: Vec<i64>,
    #[deskpro(rename = "labels")]
    more: Vec<String>,
    #[deskpro(path = "organization.name")]
    organization: String,
    #[deskpro(skip = true)]
    own: bool,
}

fn create(client: &Client, ticket: &NewTicket) -> CreateTicket {
    client.tickets().create_from(ticket)
}

fn main() {}
