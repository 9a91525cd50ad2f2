//! A word whose spelling is nearly right.

use deskpro_client::deskpro_resource;

#[deskpro_resource(path = "/assets")]
struct Asset {
    #[deskpro(id)]
    id: u64,
    #[deskpro(readonly)]
    name: String,
}

fn main() {
    let _ = Asset::default().name;
}
