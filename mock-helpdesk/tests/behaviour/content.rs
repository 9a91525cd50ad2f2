//! Answers without an envelope: bare values, texts and bytes.

use crate::ask::{ask, library_desk, request, send};
use bytes::Bytes;
use deskpro_mock::{Dialect, Helpdesk};
use serde_json::json;

fn desk() -> Helpdesk {
    library_desk().seed("covers", 2).build().unwrap()
}

/// The content type and the body.
fn content(desk: &Helpdesk, path: &str) -> (String, Bytes) {
    let request = request(&format!("GET /lib/{path}")).body(Bytes::new()).unwrap();
    let answer = desk.answer(request);
    assert_eq!(answer.status(), 200, "{path}");
    let content_type = answer.headers()["Content-Type"].to_str().unwrap().to_owned();
    (content_type, answer.into_body())
}

#[test]
fn bare_values_have_no_envelope() {
    for dialect in [Dialect::Guide, Dialect::Live] {
        let desk = library_desk().seed("covers", 2).dialect(dialect).build().unwrap();
        let list = ask(&desk, "GET /lib/covers");
        assert_eq!((&list.body[0]["code"], &list.body[1]["id"]), (&json!("1-AB"), &json!(2)));
        assert_eq!(ask(&desk, "GET /lib/covers/1-AB").body["id"], 1);
    }
}

#[test]
fn texts_and_bytes_come_as_the_example_or_as_the_path_says() {
    let desk = desk();
    let text = |path: &str| {
        let (content_type, body) = content(&desk, path);
        (content_type, String::from_utf8(body.to_vec()).unwrap())
    };
    let notes = ("text/markdown".to_owned(), "# Notes".to_owned());
    assert_eq!(text("covers/1-AB/notes"), notes);
    let (script, body) = text("covers/1-AB.js");
    assert_eq!(
        (script.as_str(), body.as_str()),
        ("text/javascript; charset=utf-8", "\"use strict\";\n")
    );
    let (table, body) = text("covers/csv");
    assert_eq!((table.as_str(), body.as_str()), ("text/csv; charset=utf-8", "id\r\n1\r\n"));
    let (bytes, body) = content(&desk, "covers/1-AB/file");
    assert_eq!(bytes, "application/octet-stream");
    assert!(String::from_utf8(body.to_vec()).is_err(), "bytes are no text");
}

#[test]
fn raw_bodies_have_their_content_type() {
    let desk = desk();
    let install = |content_type: &str, body: &str| {
        let request = request("POST /lib/covers/install").header("Content-Type", content_type);
        send(&desk, request, body)
    };
    let answer = install("Application/Zip; a=b", "PK");
    assert_eq!((answer.status, answer.text.as_str()), (200, "Text\n"));
    assert_eq!(install("application/json", "{}").refusal(), (400, "bad_request"));
    assert_eq!(install("application/zip", "").refusal(), (400, "bad_request"));
    assert_eq!(install("application/zip", &"x".repeat(11 << 20)).refusal(), (400, "bad_request"));
}
