//! A key that is empty.

use deskpro_client::deskpro_resource;

#[deskpro_resource(path = "/assets")]
struct Asset {
    #[deskpro(id)]
    id: u64,
    #[deskpro(rename = "")]
    name: String,
}

fn main() {
    let _ = Asset::default().name;
}
