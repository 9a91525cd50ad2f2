//! Everything that is wrong with one use is told at once, and what can be made is still there.

use deskpro_client::deskpro_resource;

#[deskpro_resource(path = "/assets", verbs(list, fetch, create), rename(Asset = Thing))]
struct Asset {
    #[deskpro(id, required)]
    id: u64,
    #[deskpro(readonly)]
    name: String,
    #[deskpro(rename = "name", sensitive)]
    title: String,
    size: u32,
    #[deskpro(optional)]
    label: String,
    #[deskpro(type = "list(string)")]
    count: i64,
}

fn main() {
    let _ = Asset::default().title;
    let _ = |client: &deskpro_client::Client| Assets::new(client).list().count(3);
}
