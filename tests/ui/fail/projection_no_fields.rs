//! A struct without fields.

use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets)]
struct TicketRow {
    #[deskpro(skip)]
    is_selected: bool,
}

fn main() {}
