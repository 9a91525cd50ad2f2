//! A function that handles nothing, as it has no body.

use deskpro_client::deskpro_handles;

trait Explain {
    #[deskpro_handles(tickets.get)]
    fn explain(&self);
}

impl Explain for u8 {
    fn explain(&self) {}
}

fn main() {
    3_u8.explain();
}
