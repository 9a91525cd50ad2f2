//! A create of something that is only read.

use deskpro_client::deskpro_resource;

#[deskpro_resource(path = "/assets", verbs(get, create))]
struct Asset {
    #[deskpro(id)]
    id: u64,
    #[deskpro(read_only)]
    name: String,
}

fn main() {
    let _ = Asset::default().name;
}
