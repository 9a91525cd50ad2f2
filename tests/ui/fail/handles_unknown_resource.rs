//! A resource whose name is nearly right.

use deskpro_client::deskpro_handles;

#[deskpro_handles(ticket.create)]
fn nothing() {}

fn main() {
    nothing();
}
