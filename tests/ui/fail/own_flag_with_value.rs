//! A word that stands alone, with a value.

use deskpro_client::deskpro_resource;

#[deskpro_resource(path = "/assets")]
struct Asset {
    #[deskpro(id)]
    id: u64,
    #[deskpro(required = true)]
    name: String,
}

fn main() {
    let _ = Asset::default().name;
}
