//! A type of which nothing says what is sent for it.

use deskpro_client::deskpro_resource;

#[derive(Default)]
struct Color(u32);

#[deskpro_resource(path = "/assets")]
struct Asset {
    #[deskpro(id)]
    id: u64,
    color: Option<Color>,
}

fn main() {
    let _ = Asset::default().color.map(|color| color.0);
}
