//! Two maps for all other fields.

use deskpro_client::Json;
use deskpro_client::Map;
use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets)]
struct TicketRow {
    #[deskpro(rest)]
    rest: Map<Json>,
    #[deskpro(rest)]
    more: Map<Json>,
}

fn main() {}
