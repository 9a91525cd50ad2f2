//! Verbs that need an id, and a struct that has none.

use deskpro_client::deskpro_resource;

#[deskpro_resource(path = "/assets")]
struct Asset {
    name: String,
}

fn main() {
    let _ = Asset::default().name;
}
