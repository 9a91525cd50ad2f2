//! A verb whose name is nearly right.

use deskpro_client::deskpro_resource;

#[deskpro_resource(path = "/assets", verbs(list, gte))]
struct Asset {
    #[deskpro(id)]
    id: u64,
}

fn main() {
    let _ = Asset::default().id;
}
