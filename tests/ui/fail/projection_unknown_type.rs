//! An object type that there is not.

use deskpro_client::deskpro_resource;

#[deskpro_resource(type = avatars)]
struct TicketRow {
    url_pattern: Option<String>,
}

fn main() {}
