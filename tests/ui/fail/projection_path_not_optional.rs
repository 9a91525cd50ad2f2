//! What is reached through a reference without `Option`.

use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets)]
struct TicketRow {
    #[deskpro(path = "department.title")]
    department: String,
}

fn main() {}
