//! The name of a resource that is described already.

use deskpro_client::deskpro_resource;

#[deskpro_resource(path = "/assets", verbs(get), name = "tickets")]
struct Asset {
    #[deskpro(id)]
    id: u64,
}

fn main() {
    let _ = Asset::default().id;
}
