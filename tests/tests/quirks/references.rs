//! Ids in the place of objects and objects in the place of ids.

use deskpro_client::departments::Department;
use deskpro_client::runtime::from_json;
use deskpro_client::types::Sideload;
use deskpro_client::{Ref, Request};
use deskpro_tests::answering;
use serde_json::{Value, json};

use crate::desk::{desk, lines, ticket};

#[tokio::test]
async fn quirk_12_a_reference_is_an_id_or_the_object() {
    let plain = ticket(json!({"person": 59080, "department": 20, "agent": 2})).await;
    let whole = ticket(json!({
        "person": {"id": 59080, "name": "A"}, "department": {"id": 20, "title": "Support"}, "agent": {"id": 2}
    }));
    let whole = whole.await;
    assert_eq!((plain.person.id(), plain.person.object()), (whole.person.id(), None));
    assert_eq!(whole.person.object().map(|it| it.name.as_str()), Some("A"));
    assert_eq!(whole.department.object().map(|it| it.title.as_str()), Some("Support"));
    assert_eq!(plain.agent.unwrap().id(), whole.agent.unwrap().id());
}

#[tokio::test]
async fn quirk_12_an_object_that_nobody_expects_is_read_as_its_id() {
    let ticket =
        ticket(json!({"brand": {"id": 2, "name": "A"}, "ticket_slas": [{"id": 21}, 22]})).await;
    assert_eq!(ticket.brand.map(|it| it.get()), Some(2));
    assert_eq!(ticket.ticket_slas.iter().map(|it| it.get()).collect::<Vec<_>>(), [21, 22]);
}

#[tokio::test]
async fn quirk_12_inline_objects_are_asked_for_by_name() {
    let (client, transport) = desk(200, json!({"data": {"id": 13}}));
    let tickets = client.tickets();
    tickets.get(13).include([Sideload::Person]).inline_sideloads(true).send().await.unwrap();
    assert_eq!(lines(&transport), ["GET /api/v2/tickets/13?include=person&inline_sideloads=true"]);
}

#[tokio::test]
async fn quirk_12_the_file_of_an_attachment_is_an_object_unasked() {
    let blob =
        json!({"blob_id": 9001, "filename": "fire.png", "blob_auth": "8RK2", "is_temp": false});
    let page = json!({"data": [{"id": 55, "message": 5014, "blob": blob}]});
    let page =
        answering(200, page.to_string()).tickets().attachments(13).list().send().await.unwrap();
    assert_eq!(
        (page.data[0].blob.blob_id, page.data[0].blob.filename.as_str()),
        (9001, "fire.png")
    );
    // A message has no more of it than the id.
    let message = json!({"data": {"id": 5014, "attachments": [55]}}).to_string();
    let message =
        answering(200, message).tickets().messages(13).get(5014).send().await.unwrap().data;
    assert_eq!(message.attachments, [Ref::Id(55.into())]);
}

#[tokio::test]
async fn quirk_14_attachments_are_read_as_ids_texts_or_objects() {
    for sent in [
        json!([55, 56]),
        json!(["55", "56"]),
        json!([{"id": 55}, {"id": 56}]),
        json!({"55": 55, "56": 56}),
    ] {
        let body = json!({"data": {"id": 5014, "attachments": sent}}).to_string();
        let answer = answering(201, body).tickets().messages(13).create("It burns.").send().await;
        let message = answer.unwrap().data.unwrap();
        let ids: Vec<u64> = message.attachments.iter().map(|it| it.id().get()).collect();
        assert_eq!(ids, [55, 56], "{sent}");
    }
}

#[test]
fn quirk_36_children_are_ids_or_departments_and_an_avatar_may_be_null() {
    let read = |json: Value| from_json::<Department>(json.to_string().as_bytes()).unwrap();
    let old = read(json!({"id": 6, "children": [7, 8], "avatar": null}));
    assert_eq!(old.children.iter().map(|it| it.id().get()).collect::<Vec<_>>(), [7, 8]);
    assert_eq!(old.avatar, None);
    let new = read(json!({
        "id": 6, "avatar": {"url_pattern": "/{{IMG_SIZE}}.png"},
        "children": [{"id": 7, "title": "Post", "children": [{"id": 9, "children": []}]}, 8]
    }));
    let post = new.children[0].object().unwrap();
    assert_eq!((post.title.as_str(), post.children[0].id().get()), ("Post", 9));
    assert_eq!((new.children[1].object(), new.children[1].id().get()), (None, 8));
    assert_eq!(new.avatar.unwrap().url_pattern.as_deref(), Some("/{{IMG_SIZE}}.png"));
}

#[tokio::test]
async fn quirk_39_fields_come_and_go() {
    let old = ticket(json!({"id": 1, "subject": "Old"})).await;
    assert_eq!((old.brand, old.ticket_status, old.access_code), (None, None, None));
    let new =
        json!({"data": {"id": 1, "brand": 2, "ticket_status": "pending", "mood": {"is": "fine"}}});
    let client = answering(200, new.to_string());
    let dropped = client.tickets().get(1).send().await.unwrap().data;
    assert_eq!((dropped.brand.map(|it| it.get()), dropped.extra.len()), (Some(2), 0));
    let mut kept = client.tickets().get(1).with(Request::keep_unknown).send().await.unwrap().data;
    assert_eq!(kept.extra.get("mood"), Some(&json!({"is": "fine"})));
    kept.extra.remove("mood");
    assert_eq!(kept, dropped);
}

#[tokio::test]
async fn quirk_40_a_merged_ticket_is_answered_with_another() {
    // At the address that was asked for.
    assert_eq!(ticket(json!({"id": 14})).await.id.get(), 14);
    // Or at that of the other ticket, with the key.
    let (client, transport) = deskpro_tests::client(|request| match request.uri().path() {
        "/api/v2/tickets/13" => {
            let mut moved = deskpro_tests::json_response(301, "");
            let other =
                http::HeaderValue::from_static("https://support.example.com/api/v2/tickets/14");
            moved.headers_mut().insert("location", other);
            moved
        }
        _ => deskpro_tests::json_response(200, r#"{"data": {"id": 14}}"#),
    });
    assert_eq!(client.tickets().get(13).send().await.unwrap().data.id.get(), 14);
    let requests = transport.requests();
    assert_eq!(lines(&transport), ["GET /api/v2/tickets/13", "GET /api/v2/tickets/14"]);
    assert_eq!(requests[0].headers()["authorization"], requests[1].headers()["authorization"]);
}
