//! A path that does not begin with a slash.

use deskpro_client::deskpro_resource;

#[deskpro_resource(path = "assets")]
struct Asset {
    #[deskpro(id)]
    id: u64,
}

fn main() {
    let _ = Asset::default().id;
}
