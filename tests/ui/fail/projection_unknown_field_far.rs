//! A field that is nowhere near any: what there is is listed.

use deskpro_client::deskpro_resource;
use deskpro_client::tickets::TicketId;

#[deskpro_resource(tickets)]
struct TicketRow {
    id: TicketId,
    zzz: String,
}

fn main() {}
