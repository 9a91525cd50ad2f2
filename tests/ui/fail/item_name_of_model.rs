//! A struct with the name of the object that the resource holds.

use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets)]
pub struct Ticket;

fn main() {
    let _ = Ticket;
}
