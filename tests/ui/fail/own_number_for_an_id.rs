//! A number of which nothing says whose id it is.

use deskpro_client::deskpro_resource;

#[deskpro_resource(path = "/assets")]
struct Asset {
    #[deskpro(id)]
    id: u64,
    owner: u64,
}

fn main() {
    let _ = Asset::default().owner;
}
