//! Answers to what writes.

use deskpro_runtime::{Created, Deleted, Empty, Updated};

use crate::helpdesk::{
    Failed, Ticket, TicketError, answering, create, delete, helpdesk, response, update, with_header,
};

#[tokio::test]
async fn a_create_may_answer_with_the_resource() {
    let client =
        answering(201, r#"{"data": {"id": 13, "subject": "a"}, "meta": {}, "linked": {}}"#);
    let made: Created<Ticket> = create(&client).send::<_, TicketError>().await.unwrap();
    assert_eq!(made.id().unwrap().get(), 13);
    assert_eq!(made.data.unwrap().subject, "a");
    assert_eq!(made.location, None);
}

#[tokio::test]
async fn a_create_may_answer_with_the_address_alone() {
    for body in ["", "[]", "{}", "null", r#"{"data": [], "meta": []}"#] {
        let (client, _) = helpdesk(move |_| {
            with_header(response(201, body), "location", "https://x.example.com/api/v2/tickets/13")
        });
        let made: Created<Ticket> = create(&client).send::<_, TicketError>().await.unwrap();
        assert_eq!(made.id().unwrap().get(), 13, "{body}");
        assert_eq!(made.data, None);
        assert_eq!(made.response().status(), 201);
    }
}

#[tokio::test]
async fn a_create_may_answer_with_a_link() {
    let client = answering(201, r#"{"links": {"self": "/tickets/13"}}"#);
    let made: Created<Ticket> = create(&client).send::<_, TicketError>().await.unwrap();
    assert_eq!(made.id().unwrap().get(), 13);
    let client = answering(200, "");
    let made: Created<Ticket> = create(&client).send::<_, TicketError>().await.unwrap();
    assert_eq!(made.id(), None);
}

#[tokio::test]
async fn an_update_and_a_delete_may_answer_with_anything_empty() {
    for (status, body) in
        [(204, ""), (200, ""), (200, "[]"), (200, "{}"), (200, r#"{"data": {"id": 13}}"#)]
    {
        let client = answering(status, body);
        let updated: Updated<Ticket> = update(&client, 13).send::<_, TicketError>().await.unwrap();
        assert_eq!(updated.data.is_some(), body.contains("data"));
        let gone: Deleted = delete(&client, 13).send::<_, TicketError>().await.unwrap();
        assert_eq!(gone.response().status(), status);
        let done: Empty = update(&client, 13).send::<_, TicketError>().await.unwrap();
        assert_eq!(done.response().status(), status);
    }
}

#[tokio::test]
async fn a_login_page_is_no_success() {
    let client = answering(200, "<!DOCTYPE html><title>Log in</title>");
    let gone = delete(&client, 13).send::<Deleted, TicketError>().await;
    assert!(matches!(gone, Err(Failed::Decode(_))), "{gone:?}");
    let updated = update(&client, 13).send::<Updated<Ticket>, TicketError>().await;
    assert!(matches!(updated, Err(Failed::Decode(_))), "{updated:?}");
}
