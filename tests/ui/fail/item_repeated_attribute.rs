//! The attribute on one item twice.

use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets)]
#[deskpro_resource(people)]
pub mod desk {}

fn main() {
    let _: Option<desk::Ticket> = None;
}
