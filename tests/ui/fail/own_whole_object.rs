//! A whole resource where the API sends its id.

use deskpro_client::people::Person;
use deskpro_client::deskpro_resource;

#[deskpro_resource(path = "/assets")]
struct Asset {
    #[deskpro(id)]
    id: u64,
    owner: Option<Person>,
}

fn main() {
    let _ = Asset::default().owner;
}
