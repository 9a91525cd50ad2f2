//! The same thing twice.

use deskpro_client::deskpro_resource;

#[deskpro_resource(path = "/assets")]
struct Asset {
    #[deskpro(id)]
    id: u64,
    #[deskpro(required)]
    #[deskpro(required)]
    name: String,
}

fn main() {
    let _ = Asset::default().name;
}
