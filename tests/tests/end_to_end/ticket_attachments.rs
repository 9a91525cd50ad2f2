//! Attachments of a ticket: a child resource that is listed by two paths.

use deskpro_client::ticket_attachments::TicketAttachment;

use crate::desk::Desk;

fn check(attachment: &TicketAttachment, id: u64, message: u64) {
    assert_eq!(attachment.id.get(), id);
    assert_eq!(attachment.ticket.id().get(), 2);
    assert_eq!(attachment.message.id().get(), message);
    assert_eq!(attachment.blob.blob_id, 9001);
    assert_eq!(attachment.blob.content_type, "image/png");
    assert_eq!(attachment.blob.filename, "fire.png");
    assert!(!attachment.is_inline);
}

pub(crate) async fn list(desk: &Desk) {
    let attachments = desk.client.tickets().attachments(2);
    let page = attachments.list().send().await.unwrap();
    desk.assert_page(&page.meta, &page.links, (1, 1, 2));
    assert_eq!(page.data.len(), 2);
    check(&page.data[0], 3, 3);
    check(&page.data[1], 4, 4);
    assert_eq!(desk.last_line(), "GET /api/v2/tickets/2/attachments");
    let page = attachments.list().count(1).page(2).send().await.unwrap();
    desk.assert_page(&page.meta, &page.links, (2, 2, 2));
    check(&page.data[0], 4, 4);
    let some = attachments.list().ids([3]).send().await.unwrap();
    assert_eq!(some.data.len(), 1);
}

pub(crate) async fn list_by_message(desk: &Desk) {
    let attachments = desk.client.tickets().attachments(2);
    let page = attachments.list_by_message(4).send().await.unwrap();
    desk.assert_page(&page.meta, &page.links, (1, 1, 1));
    check(&page.data[0], 4, 4);
    assert_eq!(desk.last_line(), "GET /api/v2/tickets/2/messages/4/attachments");
    // Messages of another ticket have no attachments here.
    let error = attachments.list_by_message(1).send().await.unwrap_err();
    assert_eq!(error.status(), Some(404));
}
