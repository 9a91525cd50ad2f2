//! Fields that the description marks as sensitive.

use deskpro_client::Error;
use deskpro_client::tickets::NewTicketMessage;
use deskpro_client::types::AttachmentInput;
use deskpro_tests::answering;
use serde_json::json;

use crate::{assert_debug_hides, assert_hidden};

const SECRET: &str = "K7QW2ZX9";

fn ticket() -> serde_json::Value {
    json!({"id": 13, "subject": "Printer on fire", "auth": SECRET, "access_code": SECRET})
}

#[tokio::test]
async fn secrets_of_a_ticket_can_be_used_but_not_seen() {
    let client = answering(
        200,
        json!({"data": ticket(), "linked": {"ticket": {"13": ticket()}}}).to_string(),
    );
    let answer = client.tickets().get(13).send().await.unwrap();
    assert_debug_hides(SECRET, &answer);
    assert_debug_hides(SECRET, &answer.data);
    assert!(format!("{:?}", answer.data).contains("Printer on fire"));
    assert_eq!(answer.data.auth.expose(), SECRET);
    assert_eq!(answer.data.access_code.as_ref().map(|it| it.expose().as_str()), Some(SECRET));
    let made = client.tickets().create("Printer on fire", 4).send().await.unwrap();
    assert_debug_hides(SECRET, &made);
    let done = client.tickets().update(13).send().await.unwrap();
    assert_debug_hides(SECRET, &done);
    // Whoever stores a ticket stores all of it.
    assert_eq!(serde_json::to_value(&answer.data).unwrap()["auth"], SECRET);
}

#[tokio::test]
async fn secrets_on_a_page() {
    let client = answering(200, json!({"data": [ticket()]}).to_string());
    let page = client.tickets().list().send().await.unwrap();
    assert_debug_hides(SECRET, &page);
    let mut items = client.tickets().list().items();
    assert!(items.next().await.unwrap().is_ok());
    assert_debug_hides(SECRET, &items);
    let mut pages = client.tickets().list().pages();
    assert_debug_hides(SECRET, &pages.next().await.unwrap().unwrap());
    assert_debug_hides(SECRET, &pages);
}

#[tokio::test]
async fn secrets_of_a_file() {
    let blob = json!({
        "blob_id": 9001,
        "blob_auth": SECRET,
        "blob_auth_id": format!("9001-{SECRET}"),
        "download_url": format!("https://support.example.com/file.php/9001-{SECRET}/fire.png"),
        "filename": "fire.png",
    });
    let client = answering(200, json!({"data": [{"id": 55, "blob": blob}]}).to_string());
    let page = client.tickets().attachments(13).list().send().await.unwrap();
    assert_debug_hides(SECRET, &page);
    assert!(format!("{page:?}").contains("fire.png"));
    assert_eq!(page.data[0].blob.blob_auth.expose(), SECRET);
}

#[test]
fn secrets_that_are_sent() {
    let client = answering(200, "{}");
    let file = || AttachmentInput::new(SECRET);
    assert_debug_hides(SECRET, &file());
    let message = NewTicketMessage::new("It burns.").attachments([file()]);
    assert_debug_hides(SECRET, &message);
    let create = client.tickets().create("Printer on fire", 4).message(message);
    assert_debug_hides(SECRET, &create.attachments([file()]));
    assert_debug_hides(SECRET, &client.tickets().messages(13).create("No").attachments([file()]));
    let person = client.people().create("new@example.com").password(SECRET);
    assert_debug_hides(SECRET, &person);
    assert_debug_hides(SECRET, &client.people().update(4).password(SECRET).follow_location());
}

#[tokio::test]
async fn secrets_that_cannot_be_read() {
    for wrong in [
        json!({"id": 13, "auth": [SECRET]}),
        json!({"id": 13, "auth": {"secret": SECRET}}),
        json!({"id": 13, "access_code": [[SECRET]]}),
    ] {
        let client = answering(200, json!({"data": wrong}).to_string());
        let error = client.tickets().get(13).send().await.unwrap_err();
        assert!(matches!(error, Error::Decode(_)), "{error}");
        assert_hidden(SECRET, &error.to_string());
        assert_debug_hides(SECRET, &error);
    }
    let cut = format!(r#"{{"data": {{"id": 13, "auth": "{SECRET}"#);
    let error = answering(200, cut).tickets().get(13).send().await.unwrap_err();
    assert_hidden(SECRET, &error.to_string());
    assert_debug_hides(SECRET, &error);
}
