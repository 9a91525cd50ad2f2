//! The attribute on an enum.

use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets)]
pub enum Ticket {
    #[deskpro(rename = "subject")]
    Subject(String),
}

fn main() {}
