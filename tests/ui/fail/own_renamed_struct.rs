//! The struct has its name from where it stands.

use deskpro_client::deskpro_resource;

#[deskpro_resource(path = "/assets", verbs(get), rename(Asset = Thing))]
struct Asset {
    #[deskpro(id)]
    id: u64,
}

fn main() {
    let _ = Asset::default().id;
}
