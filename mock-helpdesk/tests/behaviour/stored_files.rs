//! Files: uploaded, attached, downloaded, and as many as there is room for.

use bytes::Bytes;
use deskpro_mock::Helpdesk;
use http::header;
use serde_json::json;

use crate::ask::{Answer, ask, request, send, tell};
use crate::deskpro::empty;

const PICTURE: &str = "It burns.\n";

fn upload(desk: &Helpdesk, path: &str, name: &str, text: &str) -> Answer {
    let head = format!("Content-Disposition: form-data; name=\"file\"; filename=\"{name}\"");
    let body = format!("--XX\r\n{head}\r\nContent-Type: image/png\r\n\r\n{text}\r\n--XX--\r\n");
    let request = request(&format!("PUT /api/v2/{path}"));
    send(desk, request.header("Content-Type", "multipart/form-data; boundary=XX"), &body)
}

/// Status, content type, name and text of what is downloaded, without a key.
fn download(desk: &Helpdesk, request: http::request::Builder) -> (u16, String, String, Bytes) {
    let response = desk.answer(request.body(Bytes::new()).unwrap());
    let header = |name| {
        let value = response.headers().get(name).map(|value| value.to_str().unwrap());
        value.unwrap_or_default().to_owned()
    };
    let (kind, name) = (header(header::CONTENT_TYPE), header(header::CONTENT_DISPOSITION));
    (response.status().as_u16(), kind, name, response.into_body())
}

#[test]
fn what_was_uploaded_comes_back_from_every_address() {
    let desk = empty().seed("blobs", 2).build().unwrap();
    let file = upload(&desk, "blobs/temp", "fire.png", PICTURE);
    let file = file.data();
    assert_eq!(
        file,
        &json!({
            "blob_id": 9003,
            "blob_auth": "8RK2MJ5WQ0ZC3T7B3",
            "blob_auth_id": "9003-8RK2MJ5WQ0ZC3T7B3",
            "download_url": "http://desk.example.com/file.php/9003-8RK2MJ5WQ0ZC3T7B3/fire.png",
            "filename": "fire.png",
            "content_type": "image/png",
            "is_image": true,
            "filesize_readable": "10.00 B",
            "is_temp": true,
        })
    );
    let expected = |name: &str| {
        let name = format!("attachment; filename={name}");
        (200, "image/png".to_owned(), name, Bytes::from_static(PICTURE.as_bytes()))
    };
    let auth_id = file["blob_auth_id"].as_str().unwrap();
    for path in [format!("blobs/{auth_id}"), format!("blobs/{auth_id}/download/fire.png")] {
        let got = download(&desk, request(&format!("GET /api/v2/{path}")));
        assert_eq!(got, expected("\"fire.png\""), "{path}");
    }
    let other = request(&format!("GET /api/v2/blobs/{auth_id}/download/other.png"));
    assert_eq!(download(&desk, other).0, 404);
    // Whoever has the address needs no key.
    let url = file["download_url"].as_str().unwrap();
    assert_eq!(download(&desk, http::Request::get(url)), expected("\"fire.png\""));

    assert!(ask(&desk, &format!("DELETE /api/v2/blobs/{auth_id}")).status < 300);
    assert_eq!(download(&desk, http::Request::get(url)).0, 404);

    let strange = upload(&desk, "blobs", "Fe\u{fc}er \\\"1\\\".png", PICTURE);
    let url = strange.data()["download_url"].as_str().unwrap();
    let name = "\"Fe_er _1_.png\"; filename*=UTF-8''Fe%C3%BCer%20%221%22%2Epng";
    assert_eq!(download(&desk, http::Request::get(url)), expected(name));
    assert_eq!(strange.data()["is_temp"], false);
    let auth_ids =
        format!("9001-8RK2MJ5WQ0ZC3T7B,{}", strange.data()["blob_auth_id"].as_str().unwrap());
    let listed = ask(&desk, &format!("GET /api/v2/blobs?auth_ids={auth_ids}"));
    assert_eq!(listed.each("blob_id"), [9001, 9004]);
}

#[test]
fn an_attached_file_stays_and_is_what_was_uploaded() {
    let desk = empty().seed("tickets", 2).seed("people", 2).build().unwrap();
    let file = upload(&desk, "blobs/temp", "fire.png", PICTURE);
    let auth = &file.data()["blob_auth"];
    let body = json!({ "message": "See.", "person": 2, "is_note": true, "attachments": [{ "blob_auth": auth }] });
    let made = tell(&desk, "PUT /api/v2/tickets/2/messages", &body);
    assert_eq!(made.data()["attachments"], json!([1]), "{}", made.text);

    let attached = ask(&desk, "GET /api/v2/tickets/2/attachments");
    let attached = &attached.data()[0];
    let mut expected = file.data().clone();
    expected["is_temp"] = json!(false);
    assert_eq!(attached["blob"], expected);
    assert_eq!((&attached["ticket"], &attached["message"]), (&json!(2), &json!(1)));
    assert_eq!((&attached["person"], &attached["is_agent_note"]), (&json!(2), &json!(true)));
    let ticket = ask(&desk, "GET /api/v2/tickets/2");
    assert_eq!(ticket.data()["has_attachments"], true);
    assert_eq!(ask(&desk, "GET /api/v2/blobs").each("is_temp"), [false]);

    let unknown = json!({ "message": "See.", "attachments": [{ "blob_auth": "NONE" }] });
    let refused = tell(&desk, "PUT /api/v2/tickets/2/messages", &unknown);
    let path = ["attachments", "attachments_0", "blob_auth"];
    assert_eq!(refused.error_at(&path), "bad_choice", "{}", refused.text);
}

#[test]
fn files_of_a_new_ticket_belong_to_its_first_message() {
    let desk = empty().seed("tickets", 1).seed("ticket_messages", 1).build().unwrap();
    let file = |name: &str| {
        let file = upload(&desk, "blobs/temp", name, PICTURE);
        json!([{ "blob_auth": file.data()["blob_auth"] }])
    };
    let message = json!({ "message": "It burns.", "attachments": file("a.png") });
    let body = json!({
        "subject": "Fire",
        "person": "customer@example.com",
        "message": message,
        "attachments": file("b.png"),
    });
    let made = tell(&desk, "PUT /api/v2/tickets", &body);
    assert_eq!(
        (made.status, &made.data()["has_attachments"]),
        (201, &json!(true)),
        "{}",
        made.text
    );
    let files = ask(&desk, "GET /api/v2/tickets/2/attachments");
    assert_eq!(files.each("message"), [2, 2], "{}", files.text);
    let names: Vec<_> = files.each("blob").iter().map(|blob| blob["filename"].clone()).collect();
    assert_eq!(names, ["a.png", "b.png"]);
    let messages = ask(&desk, "GET /api/v2/tickets/2/messages");
    assert_eq!(messages.each("attachments"), [json!([1, 2])]);
}

#[test]
fn an_update_replaces_the_files_of_a_message() {
    let desk = empty().seed("tickets", 1).build().unwrap();
    let auth = |name: &str| upload(&desk, "blobs/temp", name, PICTURE).data()["blob_auth"].clone();
    let (one, other, third) = (auth("1.png"), auth("2.png"), auth("3.png"));
    let files = json!([{ "blob_auth": one }, { "blob_auth": other }]);
    let body = json!({ "message": "See.", "attachments": files });
    let made = tell(&desk, "PUT /api/v2/tickets/1/messages", &body);
    assert_eq!(made.data()["attachments"], json!([1, 2]), "{}", made.text);

    let files = json!({ "9002": { "blob_auth": other, "is_inline": true }, "9003": { "blob_auth": third } });
    let line = "POST /api/v2/tickets/1/messages/1";
    assert_eq!(tell(&desk, line, &json!({ "attachments": files })).status, 204);
    let message = ask(&desk, "GET /api/v2/tickets/1/messages/1");
    assert_eq!(message.data()["attachments"], json!([2, 3]));
    let files = ask(&desk, "GET /api/v2/tickets/1/attachments");
    assert_eq!(
        (files.each("id"), files.each("is_inline")),
        (vec![json!(2), json!(3)], vec![json!(true), json!(false)])
    );

    assert!(ask(&desk, "DELETE /api/v2/tickets/1/messages/1").status < 300);
    assert_eq!(ask(&desk, "GET /api/v2/tickets/1/attachments").data(), &json!([]));
}

#[test]
fn there_is_room_for_so_much_and_no_more() {
    let desk = empty().room(4_000).build().unwrap();
    let text = "x".repeat(1_000);
    let first = upload(&desk, "blobs", "a.png", &text);
    assert_eq!(first.status, 201, "{}", first.text);
    let large = upload(&desk, "blobs", "b.png", &"x".repeat(3_000));
    assert_eq!(large.refusal(), (400, "bad_request"));
    let expected = "This helpdesk keeps at most 4000 bytes, and is full";
    assert_eq!(large.body["message"], expected);

    let path = format!("/api/v2/blobs/{}", first.data()["blob_auth_id"].as_str().unwrap());
    assert!(ask(&desk, &format!("DELETE {path}")).status < 300);
    assert_eq!(upload(&desk, "blobs", "b.png", &"x".repeat(2_000)).status, 201);

    let person = |name: &str| json!({ "primary_email": format!("{name}@example.com") });
    assert_eq!(tell(&desk, "PUT /api/v2/people", &person("a")).status, 201);
    let full = tell(&desk, "PUT /api/v2/people", &person("b"));
    assert_eq!((full.status, &full.body["message"]), (400, &json!(expected)));
    assert_eq!(ask(&desk, "DELETE /api/v2/people/1").status, 204);
    assert_eq!(tell(&desk, "PUT /api/v2/people", &person("b")).status, 201);
}
