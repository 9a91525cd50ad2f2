//! A part of a reference, and the whole of it.

use deskpro_client::Ref;
use deskpro_client::deskpro_resource;
use deskpro_client::organizations::Organization;

#[deskpro_resource(tickets)]
struct TicketRow {
    #[deskpro(path = "organization.name")]
    name: Option<String>,
    organization: Option<Ref<Organization>>,
}

fn main() {}
