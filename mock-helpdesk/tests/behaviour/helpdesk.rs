//! What a Deskpro helpdesk does.

use crate::ask::{ask, request, send, tell};
use crate::deskpro::{empty, full};
use deskpro_mock::Dialect;
use serde_json::json;

#[test]
fn a_ticket_is_made_with_its_person_and_first_message() {
    let desk = empty().build().unwrap();
    let body = json!({
        "subject": "Printer on fire",
        "person": { "name": "Sample Customer", "email": "customer@example.com" },
        "message": { "message": "It burns.", "format": "html" },
        "fields": { "7": "Ground floor" },
    });
    let made = tell(&desk, "PUT /api/v2/tickets", &body);
    assert_eq!(made.status, 201, "{}", made.text);
    let ticket = made.data();
    assert_eq!((&ticket["id"], &ticket["person"]), (&json!(1), &json!(1)));
    assert_eq!(ticket["date_created"], "2025-05-01T12:00:00+0000");
    assert_eq!(ticket["fields"]["7"]["value"], "Ground floor");

    let person = ask(&desk, "GET /api/v2/people/1");
    assert_eq!(person.data()["primary_email"], "customer@example.com");
    let messages = ask(&desk, "GET /api/v2/tickets/1/messages");
    assert_eq!(messages.each("message"), ["It burns."]);
    assert_eq!(
        (messages.each("ticket"), messages.each("person")),
        (vec![json!(1)], vec![json!(1)])
    );

    let by_email = json!({ "subject": "Again", "person": "customer@example.com" });
    assert_eq!(tell(&desk, "PUT /api/v2/tickets", &by_email).data()["person"], 1);
    let found = ask(&desk, "GET /api/v2/people?primary_email=customer@example.com");
    assert_eq!(found.each("id"), [1]);
}

#[test]
fn attachments_of_a_message_are_listed_by_ticket_and_by_message() {
    let desk = empty().seed("tickets", 1).seed("ticket_messages", 1).build().unwrap();
    let file = json!({ "blob_auth": "8RK2MJ5WQ0ZC3T7B", "is_inline": true });
    let body = json!({ "message": "See the file.", "attachments": [file] });
    let made = tell(&desk, "PUT /api/v2/tickets/1/messages", &body);
    assert_eq!(made.data()["attachments"], json!([1]), "{}", made.text);
    for path in ["tickets/1/attachments", "tickets/1/messages/2/attachments"] {
        let files = ask(&desk, &format!("GET /api/v2/{path}"));
        assert_eq!(files.each("message"), [2], "{path}");
        assert_eq!(files.each("is_inline"), [true], "{path}");
    }
    assert_eq!(ask(&desk, "GET /api/v2/tickets/1/messages/1/attachments").data(), &json!([]));
    assert_eq!(ask(&desk, "GET /api/v2/tickets/1/messages/3/attachments").status, 404);
}

#[test]
fn the_guides_request_for_three_tickets_is_answered() {
    let desk = empty().seed("tickets", 1000).build().unwrap();
    let answer = ask(&desk, "GET /api/v2/tickets?ids=123,456,789");
    assert_eq!(answer.each("id"), [123, 456, 789]);
    assert_eq!(ask(&desk, "GET /api/v2/tickets?limit=5").refusal(), (400, "bad_request"));
    assert_eq!(ask(&desk, "GET /api/v2/tickets?count=201").refusal(), (400, "bad_request"));
    assert_eq!(ask(&desk, "GET /api/v2/tickets?count=200").each("id").len(), 200);
}

#[test]
fn live_helpdesks_escape_slashes() {
    let desk = full().dialect(Dialect::Live).build().unwrap();
    let answer = ask(&desk, "GET /api/v2/people/1");
    assert!(answer.text.contains("https:\\/\\/"), "{}", answer.text);
    assert!(!answer.text.contains("://"), "{}", answer.text);
}

#[test]
fn an_uploaded_file_can_be_attached_and_deleted() {
    let desk = empty().seed("tickets", 1).build().unwrap();
    let upload = |name: &str| {
        let head = format!("Content-Disposition: form-data; name=\"file\"; filename=\"{name}\"");
        let body = format!("--XX\r\n{head}\r\nContent-Type: image/png\r\n\r\nbytes\r\n--XX--\r\n");
        let request = request("PUT /api/v2/blobs/temp");
        send(&desk, request.header("Content-Type", "multipart/form-data; boundary=XX"), &body)
    };
    let (one, other) = (upload("a.png"), upload("b.png"));
    assert_eq!((one.status, &one.data()["filename"]), (201, &json!("a.png")), "{}", one.text);
    assert_eq!(one.data()["filesize_readable"], "5.00 B");
    for name in ["blob_auth", "blob_auth_id"] {
        assert_ne!(one.data()[name], other.data()[name], "{name}");
        assert_ne!(one.data()[name], "", "{name}");
    }
    let attachments = json!([{ "blob_auth": one.data()["blob_auth"] }]);
    let message = json!({ "message": "See the file.", "attachments": attachments });
    assert_eq!(tell(&desk, "PUT /api/v2/tickets/1/messages", &message).status, 201);
    let path = format!("/api/v2/blobs/{}", one.data()["blob_auth_id"].as_str().unwrap());
    assert_eq!(ask(&desk, &format!("GET {path}")).status, 200);
    assert!(ask(&desk, &format!("DELETE {path}")).status < 300);
    assert_eq!(ask(&desk, &format!("GET {path}")).status, 404);
}

#[test]
fn a_batch_is_answered_as_live_helpdesks_do() {
    let desk = full().dialect(Dialect::Live).build().unwrap();
    let requests = json!({
        "ticket": "/api/v2/tickets/1",
        "update": { "url": "/api/v2/tickets/1", "method": "PUT", "payload": { "subject": "New" } },
        "missing": "/api/v2/tickets/3432",
    });
    let answer = tell(&desk, "POST /api/v2/batch", &json!({ "requests": requests }));
    let responses = &answer.body["responses"];
    assert_eq!((answer.status, &responses["ticket"]["data"]["id"]), (200, &json!(1)));
    assert_eq!(
        (&responses["ticket"]["meta"], &responses["ticket"]["linked"]),
        (&json!([]), &json!([]))
    );
    assert_eq!(responses["update"]["headers"]["status-code"], 204);
    assert_eq!(responses["missing"]["headers"]["status-code"], 404);
    assert_eq!(ask(&desk, "GET /api/v2/tickets/1").data()["subject"], "New");
}
