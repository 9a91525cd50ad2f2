//! A type that the description does not have.

use deskpro_client::deskpro_resource;

#[deskpro_resource(path = "/assets")]
struct Asset {
    #[deskpro(id)]
    id: u64,
    #[deskpro(type = "list(strng)")]
    labels: Vec<String>,
}

fn main() {
    let _ = Asset::default().labels;
}
