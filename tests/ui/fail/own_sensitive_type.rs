//! A secret in a type that shows it.

use deskpro_client::deskpro_resource;

#[deskpro_resource(path = "/assets")]
struct Asset {
    #[deskpro(id)]
    id: u64,
    #[deskpro(sensitive)]
    pin: Option<String>,
}

fn main() {
    let _ = Asset::default().pin;
}
