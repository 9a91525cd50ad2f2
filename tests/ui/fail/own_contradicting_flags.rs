//! What is only read cannot be asked for.

use deskpro_client::deskpro_resource;

#[deskpro_resource(path = "/assets")]
struct Asset {
    #[deskpro(id)]
    id: u64,
    #[deskpro(read_only, required)]
    name: String,
}

fn main() {
    let _ = Asset::default().name;
}
