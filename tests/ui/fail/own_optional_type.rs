//! What may be missing, in a type that has no room for that.

use deskpro_client::deskpro_resource;

#[deskpro_resource(path = "/assets")]
struct Asset {
    #[deskpro(id)]
    id: u64,
    #[deskpro(optional)]
    size: i64,
}

fn main() {
    let _ = Asset::default().size;
}
