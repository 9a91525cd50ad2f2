//! An operation that the resource does not have.

use deskpro_client::deskpro_handles;

#[deskpro_handles(tickets.crate)]
fn nothing() {}

fn main() {
    nothing();
}
