//! A reference as a whole, and a part of it.

use deskpro_client::Ref;
use deskpro_client::deskpro_resource;
use deskpro_client::organizations::Organization;

#[deskpro_resource(tickets)]
struct TicketRow {
    organization: Option<Ref<Organization>>,
    #[deskpro(path = "organization.name")]
    name: Option<String>,
}

fn main() {}
