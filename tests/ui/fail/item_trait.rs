//! The attribute on a trait.

use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets)]
pub trait Tickets {}

fn main() {}
