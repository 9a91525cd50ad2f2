//! Messages of a ticket: a child resource.

use deskpro_client::types::{AttachmentInput, MessageFormat, SortDirection};
use serde_json::json;

use crate::desk::{Desk, NOON};

pub(crate) async fn list(desk: &Desk) {
    let messages = desk.client.tickets().messages(2);
    let page = messages.list().send().await.unwrap();
    desk.assert_page(&page.meta, &page.links, (1, 1, 2));
    let ids: Vec<u64> = page.data.iter().map(|message| message.id.get()).collect();
    assert_eq!(ids, [3, 4]);
    assert!(page.data.iter().all(|message| message.ticket.id().get() == 2));
    assert_eq!(desk.last_line(), "GET /api/v2/tickets/2/messages");

    let request = messages.list().order_by("id").order_dir(SortDirection::Desc).count(1);
    let page = request.send().await.unwrap();
    desk.assert_page(&page.meta, &page.links, (1, 2, 2));
    assert_eq!(page.data[0].id.get(), 4);
    let mut all = messages.list().count(1).items();
    assert_eq!(all.next().await.unwrap().unwrap().id.get(), 3);
    assert_eq!(all.next().await.unwrap().unwrap().id.get(), 4);
    assert!(all.next().await.is_none());
}

pub(crate) async fn get(desk: &Desk) {
    let answer = desk.client.tickets().messages(1).get(2).send().await.unwrap();
    desk.assert_self(&answer.links, "/tickets/1/messages/2");
    let message = answer.data;
    assert_eq!((message.id.get(), message.ticket.id().get()), (2, 1));
    assert_eq!(message.message, "<p>It burns.</p> 2");
    assert_eq!(message.message_preview_text.as_deref(), Some("It burns. 2"));
    assert_eq!(message.message_full.as_deref(), Some(""));
    assert!(!message.is_agent_note);
    assert_eq!(message.attachments[0].id().get(), 2);
    assert_eq!(message.date_created.to_string(), "2025-05-01T09:02:02+0000");
}

pub(crate) async fn create(desk: &Desk) {
    let messages = desk.client.tickets().messages(1);
    let file = AttachmentInput::new("8RK2MJ5WQ0ZC3T7B").is_inline(true);
    let request = messages.create("Leave the building.<br>Now.").format(MessageFormat::Html);
    let made = request.is_note(true).person(2).attachments([file]).send().await.unwrap();
    assert_eq!(made.response().status(), 201);
    let id = made.id().expect("an id");
    desk.assert_location(made.location.as_deref(), &format!("/tickets/1/messages/{id}"));
    assert_eq!(desk.last_line(), format!("{} /api/v2/tickets/1/messages", desk.creating()));
    let expected = json!({
        "message": "Leave the building.<br>Now.",
        "format": "html",
        "is_note": true,
        "person": 2,
        "attachments": [{"blob_auth": "8RK2MJ5WQ0ZC3T7B", "is_inline": true}],
    });
    assert_eq!(desk.last_body(), expected);
    let message = made.data.expect("the whole message");
    assert_eq!(message.message, "Leave the building.<br>Now.");
    assert_eq!((message.ticket.id().get(), message.person.id().get()), (1, 2));
    assert_eq!(message.date_created.to_string(), NOON);

    let followed = messages.create("Help is on its way.").follow_location().send().await.unwrap();
    assert_eq!(followed.response().status(), 200);
    assert_eq!(followed.data.message, "Help is on its way.");
}

pub(crate) async fn update(desk: &Desk) {
    let messages = desk.client.tickets().messages(1);
    let done = messages.update(1).message("It smokes.").is_note(false).send().await.unwrap();
    assert_eq!((done.response().status(), done.data), (204, None));
    desk.assert_location(done.location.as_deref(), "/tickets/1/messages/1");
    assert_eq!(desk.last_line(), format!("{} /api/v2/tickets/1/messages/1", desk.updating()));
    assert_eq!(messages.get(1).send().await.unwrap().data.message, "It smokes.");
    let followed = messages.update(1).message("All is well.").follow_location().send().await;
    assert_eq!(followed.unwrap().data.message, "All is well.");
}

pub(crate) async fn delete(desk: &Desk) {
    let messages = desk.client.tickets().messages(1);
    let done = messages.delete(2).send().await.unwrap();
    assert_eq!(done.response().status(), 204);
    assert_eq!(desk.last_line(), "DELETE /api/v2/tickets/1/messages/2");
    assert_eq!(messages.list().send().await.unwrap().data.len(), 1);
    // That of another ticket cannot be reached through this one.
    assert_eq!(messages.delete(3).send().await.unwrap_err().status(), Some(404));
}
