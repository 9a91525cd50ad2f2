//! A type that cannot hold what is said to be sent.

use deskpro_client::deskpro_resource;

#[deskpro_resource(path = "/assets")]
struct Asset {
    #[deskpro(id)]
    id: u64,
    #[deskpro(type = "list(string)")]
    size: Option<i64>,
}

fn main() {
    let _ = Asset::default().size;
}
