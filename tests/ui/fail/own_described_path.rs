//! A request that is described already.

use deskpro_client::deskpro_resource;

#[deskpro_resource(path = "/tickets", verbs(get))]
struct Asset {
    #[deskpro(id)]
    id: u64,
}

fn main() {
    let _ = Asset::default().id;
}
