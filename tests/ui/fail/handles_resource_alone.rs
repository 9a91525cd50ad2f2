//! A resource without one of its operations.

use deskpro_client::deskpro_handles;

#[deskpro_handles(tickets, ignore(not_found))]
fn nothing() {}

fn main() {
    nothing();
}
