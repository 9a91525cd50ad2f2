//! A handle with parameters.

use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets)]
pub struct Tickets<T>;

fn main() {}
