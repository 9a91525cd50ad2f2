//! A path whose last step is no field.

use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets)]
struct TicketRow {
    #[deskpro(path = "organization.nam")]
    name: Option<String>,
}

fn main() {}
