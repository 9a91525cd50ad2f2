//! Nothing says which operation it is about.

use deskpro_client::deskpro_handles;

#[deskpro_handles]
fn nothing() {}

fn main() {
    nothing();
}
