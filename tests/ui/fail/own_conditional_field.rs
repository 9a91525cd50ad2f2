//! A field that is there under a condition.

use deskpro_client::deskpro_resource;

#[deskpro_resource(path = "/assets")]
struct Asset {
    #[deskpro(id)]
    id: u64,
    #[cfg(all())]
    name: String,
}

fn main() {
    let _ = Asset::default().name;
}
