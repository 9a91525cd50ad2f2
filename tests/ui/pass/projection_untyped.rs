//! Fields of resources of which nobody knows what they hold: any name may be there.

#![deny(warnings)]

use deskpro_client::brands::{Brand, BrandId};
use deskpro_client::{Client, Fields, Json, Map, Ref, Resource, deskpro_resource, runtime::from_json};

#[deskpro_resource(brands)]
#[derive(Debug)]
struct MyBrand {
    id: BrandId,
    name: String,
    is_default: Option<bool>,
    #[deskpro(rename = "type")]
    sort: Json,
    #[deskpro(path = "theme.colors.0")]
    color: Option<String>,
    #[deskpro(path = "theme.font")]
    font: Map<Vec<i64>>,
    #[deskpro(skip)]
    is_selected: bool,
    #[deskpro(rest)]
    rest: Map<Json>,
}

#[deskpro_resource(brands)]
struct Brief {
    id: u64,
    #[deskpro(flatten)]
    whole: MyBrand,
}

#[deskpro_resource(brands)]
struct Page<T: deskpro_client::Decode + Default> {
    extra: T,
}

#[deskpro_resource(brands.create)]
struct NewBrand {
    name: String,
}

pub async fn call(client: &Client) -> Result<(), Box<dyn std::error::Error>> {
    let page = client.brands().list().count(5).fields::<MyBrand>().send().await?;
    let _: Vec<MyBrand> = page.data;
    let one = client.brands().get(3).fields::<Brief>().send().await?;
    let _: Brief = one.data;
    client.brands().create_from(&NewBrand { name: "Example".to_owned() }).send().await?;
    Ok(())
}

fn main() {
    let json = br#"{"id": 7, "name": "Example", "type": [1], "is_default": null,
        "theme": {"font": {"sizes": [9, 12]}, "image": "x"}, "domain": "example.com"}"#;
    let brand: MyBrand = from_json(json).unwrap();
    assert_eq!((brand.id, brand.name.as_str()), (BrandId::new(7), "Example"));
    assert_eq!((brand.is_default, brand.sort.to_string().as_str()), (None, "[1]"));
    assert_eq!((brand.color, brand.font.get("sizes")), (None, Some(&vec![9, 12])));
    assert_eq!((brand.rest.len(), brand.is_selected), (1, false));
    assert_eq!(brand.rest.get("domain").unwrap(), &Json::from("example.com"));
    assert_eq!(<Brief as Fields<Brand>>::NAMES, ["id", "id", "name", "is_default", "type", "theme"]);
    let brief: Brief = from_json(json).unwrap();
    assert_eq!((brief.id().get(), brief.whole.id().get(), brief.id), (7, 7, 7));
    let page: Page<Vec<i64>> = from_json(br#"{"extra": [1, 2]}"#).unwrap();
    assert_eq!(page.extra, [1, 2]);
    let _: Option<Ref<Brand>> = None;
}
