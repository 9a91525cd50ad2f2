//! A field that the helpdesk sets.

use deskpro_client::DateTime;
use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets.update)]
struct Changes {
    date_created: DateTime,
}

fn main() {}
