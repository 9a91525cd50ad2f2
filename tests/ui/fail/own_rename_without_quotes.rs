//! A name without quotes.

use deskpro_client::deskpro_resource;

#[deskpro_resource(path = "/assets")]
struct Asset {
    #[deskpro(id)]
    id: u64,
    #[deskpro(rename = assetName)]
    name: String,
}

fn main() {
    let _ = Asset::default().name;
}
