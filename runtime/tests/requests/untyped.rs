//! Resources whose shape is not known, wherever a resource can stand.

use deskpro_runtime::{
    Created, Envelope, Fields, Holds, Id, Json, Map, Page, Ref, Resource, Untyped, UntypedKind,
    from_json, kind, to_json,
};
use serde_json::json;

use crate::helpdesk::{TicketError, answering, create, get, list};

/// Has no traits at all, as nothing may ask for any.
enum BrandKind {}

impl UntypedKind for BrandKind {
    const LINKED_AS: &'static str = "brand";
}

type Brand = Untyped<BrandKind>;

fn brand(json: &str) -> Brand {
    from_json(json.as_bytes()).unwrap()
}

#[test]
fn it_is_the_json_with_an_id() {
    for (json, id) in [
        (r#"{"id": 7}"#, 7),
        (r#"{"id": "7"}"#, 7),
        (r#"{"id": 7.0}"#, 7),
        (r#"{"id": "a"}"#, 0),
        (r#"{"id": [7]}"#, 0),
        (r#"{"id": -7}"#, 0),
        ("{}", 0),
        ("[7]", 0),
    ] {
        assert_eq!(brand(json).id(), Id::from(id), "{json}");
    }
    let brand = brand(r#"{"id": 7, "name": {"en": "Example"}}"#);
    assert_eq!(brand["name"]["en"], "Example");
    assert_eq!(to_json(&brand), r#"{"id":7,"name":{"en":"Example"}}"#);
    assert_eq!(Brand::from(json!({ "id": 7, "name": { "en": "Example" } })), brand);
    assert_eq!(format!("{:?}", Brand::from(json!(1))), "Number(1)");
    assert_eq!(brand.clone().into_json(), Json::from(brand));
    assert_eq!(Brand::default().into_json(), Json::Null);
}

#[test]
fn it_passes_through_serde() {
    let value = json!({ "id": 7, "list": [1, null] });
    let brand: Brand = serde_json::from_value(value.clone()).unwrap();
    assert_eq!(serde_json::to_value(&brand).unwrap(), value);
}

#[tokio::test]
async fn it_stands_in_answers_references_and_what_is_linked() {
    const BODY: &str = r#"{"data": {"id": 1, "name": "a"}, "linked": {"brand": {"2": {"id": 2}}}}"#;
    let one: Envelope<Brand> =
        get(&answering(200, BODY), 1).send::<_, TicketError>().await.unwrap();
    assert_eq!((one.data.id(), &one.data["name"]), (Id::from(1), &json!("a")));
    let linked = one.linked().get::<Brand>(Id::from(2)).unwrap().unwrap();
    assert_eq!(linked["id"], 2);
    let made: Created<Brand> =
        create(&answering(201, BODY)).send::<_, TicketError>().await.unwrap();
    assert_eq!((made.id(), made.linked().is_empty()), (Some(Id::from(1)), false));
    let page: Page<Brand> = list(&answering(200, r#"{"data": [{"id": 1}, {"id": 2}]}"#))
        .send::<_, TicketError>()
        .await
        .unwrap();
    assert_eq!(page.data.iter().map(|brand| brand.id().get()).collect::<Vec<_>>(), [1, 2]);
    let references: Vec<Ref<Brand>> = from_json(br#"[5, {"id": "6", "x": 1}]"#).unwrap();
    assert_eq!(references.iter().map(|brand| brand.id().get()).collect::<Vec<_>>(), [5, 6]);
    assert_eq!(references[1].object().unwrap()["x"], 1);
}

#[test]
fn it_holds_what_the_api_sends_for_it() {
    fn fields<M, T: Fields<M>>() -> usize {
        T::NAMES.len()
    }
    fn holds<K, T: Holds<K>>() -> bool {
        T::default().takes_empty(deskpro_runtime::Kind::Number)
    }
    assert_eq!(fields::<Brand, Brand>() + fields::<Brand, Json>(), 0);
    assert!(holds::<kind::Object<Brand>, Brand>());
    assert!(!holds::<kind::Reference<Brand>, Ref<Brand>>());
    assert!(!holds::<kind::Map<kind::Object<Brand>>, Map<Brand>>());
}
