//! Integers are `i64`.

use deskpro_client::deskpro_resource;

#[deskpro_resource(path = "/assets")]
struct Asset {
    #[deskpro(id)]
    id: u64,
    size: u32,
}

fn main() {
    let _ = Asset::default().size;
}
