//! The attribute on something that handles nothing.

use deskpro_client::deskpro_handles;

#[deskpro_handles(tickets.get)]
struct Explained;

fn main() {
    let _ = Explained;
}
