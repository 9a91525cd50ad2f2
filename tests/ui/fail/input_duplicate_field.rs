//! Two fields for the same.

use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets.update)]
struct Changes {
    subject: String,
    #[deskpro(rename = "subject")]
    title: String,
}

fn main() {}
