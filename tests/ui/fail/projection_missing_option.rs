//! What may be null without `Option`.

use deskpro_client::DateTime;
use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets)]
struct TicketRow {
    date_resolved: DateTime,
}

fn main() {}
