//! After a mistake that the whole resource suffers from, what it makes is still there.

use deskpro_client::{Client, deskpro_resource};

#[deskpro_resource(path = "assets/{shelf}")]
struct Asset {
    #[deskpro(id)]
    id: AssetId,
    #[deskpro(type = "list(strng)")]
    labels: Vec<String>,
}

async fn call(client: &Client) -> Option<AssetId> {
    let assets = Assets::new(client, "upper");
    let asset = assets.get(3).send().await.ok()?;
    let _ = assets.create().send().await;
    let _: Vec<String> = asset.data.labels;
    Some(asset.data.id)
}

fn main() {
    let _ = call;
}
