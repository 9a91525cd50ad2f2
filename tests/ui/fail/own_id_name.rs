//! An id under another key.

use deskpro_client::deskpro_resource;

#[deskpro_resource(path = "/assets")]
struct Asset {
    #[deskpro(id)]
    number: u64,
}

fn main() {
    let _ = Asset::default().number;
}
