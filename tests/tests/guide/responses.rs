//! What the page shows to come back for a GET.

use deskpro_client::tickets::Ticket;
use deskpro_client::{Error, Json, Links, Map, Meta};
use deskpro_tests::answering;

use crate::page::{COLLECTION, ENVELOPE};

#[tokio::test]
async fn the_envelope_of_every_response() {
    let answer = answering(200, ENVELOPE).tickets().get(13).send().await.unwrap();
    assert_eq!(answer.data, Ticket::default());
    assert_eq!(answer.links, Links::default());
    assert_eq!(answer.meta, Meta::default());
    assert!(answer.linked.is_empty());
    assert_eq!(answer.response().status(), 200);
    let anything = answering(200, ENVELOPE).me().profile().send().await.unwrap();
    assert_eq!(anything.data, Json::Object(serde_json::Map::new()));
}

#[tokio::test]
async fn an_object_is_no_collection() {
    let error = answering(200, COLLECTION).tickets().get(13).send().await.unwrap_err();
    let Error::Decode(error) = error else { panic!("{error}") };
    assert_eq!(error.invalid().unwrap().path(), "data");
}

#[tokio::test]
async fn a_collection_with_links_meta_and_the_filler_key() {
    let page = answering(200, COLLECTION).tickets().list().send().await.unwrap();
    let mut first = Ticket::default();
    first.id = 1.into();
    first.person_id = Some(4.into());
    first.subject = "Foo Bar".to_owned();
    let mut second = Ticket::default();
    second.id = 2.into();
    second.person_id = Some(12.into());
    second.subject = "Fizz Buzz".to_owned();
    // The key "..." stands for fields that are not shown: it is passed over and changes nothing.
    assert!(COLLECTION.contains(r#""...": "...""#));
    assert_eq!(page.data, [first, second]);

    assert_eq!(page.links.first.as_deref(), Some("/tickets"));
    assert_eq!(page.links.next.as_deref(), Some("/tickets?page=2"));
    assert_eq!(page.links.prev, None);
    assert_eq!(page.links.last.as_deref(), Some("/tickets?page=106"));
    assert_eq!(page.links.self_, None);
    assert_eq!(page.links.other, Map::new());

    assert_eq!(page.meta.total, Some(5445));
    assert_eq!(page.meta.page, Some(1));
    assert_eq!(page.meta.per_page, Some(10));
    assert_eq!(page.meta.total_pages, Some(545));
    assert_eq!(page.meta.count, None);
    assert_eq!(page.meta.other, Map::new());
    assert!(page.linked.is_empty());
}
