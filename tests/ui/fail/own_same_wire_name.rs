//! Two fields with one key.

use deskpro_client::deskpro_resource;

#[deskpro_resource(path = "/assets")]
struct Asset {
    #[deskpro(id)]
    id: u64,
    name: String,
    #[deskpro(rename = "name")]
    title: String,
}

fn main() {
    let _ = Asset::default().title;
}
