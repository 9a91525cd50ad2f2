//! Forms with files.

use crate::ask::{Answer, ask, library_desk, request, send};
use deskpro_mock::Helpdesk;
use serde_json::json;

const TYPE: &str = "multipart/form-data; boundary=XX";

fn desk() -> Helpdesk {
    library_desk().build().unwrap()
}

fn text(name: &str, text: &str) -> String {
    format!("--XX\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{text}\r\n")
}

fn file(name: &str, file_name: &str, content_type: &str, bytes: &str) -> String {
    let head = format!("name=\"{name}\"; filename=\"{file_name}\"");
    let content_type = format!("Content-Type: {content_type}\r\n");
    format!("--XX\r\nContent-Disposition: form-data; {head}\r\n{content_type}\r\n{bytes}\r\n")
}

fn picture() -> String {
    file("file", "sea.png", "image/png", &"x".repeat(183))
}

fn upload(desk: &Helpdesk, parts: &[String]) -> Answer {
    let request = request("PUT /lib/covers").header("Content-Type", TYPE);
    send(desk, request, &format!("{}--XX--\r\n", parts.concat()))
}

#[test]
fn an_upload_becomes_an_object_that_says_what_was_sent() {
    let desk = desk();
    let parts = [
        text("title", "Sea"),
        text("width", "640"),
        text("tags", "[\"blue\"]"),
        text("is_new", "1"),
        picture(),
    ];
    let made = upload(&desk, &parts);
    assert_eq!(made.status, 201, "{}", made.text);
    let cover = json!({
        "id": 1,
        "code": "1-AB",
        "title": "Sea",
        "width": 640,
        "tags": ["blue"],
        "is_new": true,
        "filename": "sea.png",
        "content_type": "image/png",
        "is_image": true,
        "filesize_readable": "183.00 B",
    });
    assert_eq!(made.data(), &cover);
    assert_eq!(made.location.as_deref(), Some("http://desk.example.com/lib/covers/1-AB"));
    assert_eq!(ask(&desk, "GET /lib/covers/1-AB").body, cover);
    let other = upload(&desk, &[text("title", "Land"), file("file", "a.txt", "text/plain", "")]);
    let said = ["code", "is_image", "filesize_readable"].map(|name| other.data()[name].clone());
    assert_eq!(said, [json!("1-AB2"), json!(false), json!("0.00 B")]);
}

#[test]
fn what_is_missing_or_too_much_is_named() {
    let desk = desk();
    let nothing = upload(&desk, &[]);
    assert_eq!(
        (nothing.error_at(&["file"]), nothing.error_at(&["title"])),
        ("required", "required")
    );
    assert_eq!(nothing.error_at(&["back"]), "");
    let sent = upload(&desk, &[text("title", "A"), text("file", "no file"), text("wide", "1")]);
    assert_eq!((sent.error_at(&["file"]), sent.error_at(&[])), ("required", "extra_fields"));
    let message = &sent.body["errors"]["errors"][0]["message"];
    assert_eq!(message, "Unexpected field names: file, wide");
    let unknown = upload(&desk, &[text("title", "A"), picture(), file("other", "a", "a/b", "")]);
    assert_eq!(unknown.error_at(&[]), "extra_fields");
    let wrong = upload(&desk, &[text("title", "A"), text("width", "wide"), picture()]);
    assert_eq!(wrong.error_at(&["width"]), "bad_choice");
    assert_eq!(ask(&desk, "GET /lib/covers").body, json!([]));
}

#[test]
fn what_is_no_form_is_a_bad_request() {
    let desk = desk();
    for (content_type, body) in [
        ("application/json", "{}"),
        ("multipart/form-data", "--XX--"),
        ("multipart/mixed; boundary=XX", "--XX--"),
        (TYPE, ""),
        (TYPE, "--YY--"),
        (TYPE, "--XX\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nno end"),
    ] {
        let request = request("PUT /lib/covers").header("Content-Type", content_type);
        let refusal = send(&desk, request, body);
        assert_eq!(refusal.refusal(), (400, "bad_request"), "{content_type} {body}");
    }
    let request = request("PUT /lib/covers");
    assert_eq!(send(&desk, request, "").error_at(&["file"]), "required");
    let many = upload(&desk, &vec![text("title", "A"); 1_001]);
    assert_eq!(many.refusal(), (400, "bad_request"));
    let large = upload(&desk, &[file("file", "a", "a/b", &"x".repeat(11 << 20))]);
    assert_eq!(large.refusal(), (400, "bad_request"));
}
