//! One path for two fields.

use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets)]
struct TicketRow {
    #[deskpro(path = "organization.name")]
    name: Option<String>,
    #[deskpro(path = "organization.name")]
    other: Option<String>,
}

fn main() {}
