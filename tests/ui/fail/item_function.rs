//! The attribute on a function.

use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets)]
fn tickets() {}

fn main() {
    tickets();
}
