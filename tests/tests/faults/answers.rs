//! Answers that are HTTP, and yet not what a helpdesk says.

use bytes::Bytes;
use deskpro_client::runtime::transport::TransportErrorKind as Failure;
use deskpro_tests::Part;

use crate::fault::Fault;
use crate::kind::Kind;
use crate::outcome::Outcome;

const HTML: &str = "<!DOCTYPE html>\n<html><body><h1>Bad Gateway</h1></body></html>";

/// An answer with this body.
fn answer(status: &str, content_type: &str, body: impl Into<Bytes>) -> Fault {
    let body = body.into();
    let length = body.len();
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\nContent-Length: {length}\r\n\r\n"
    );
    Fault::new([Part::text(head), Part::Send(body)])
}

fn json(body: impl Into<Bytes>) -> Fault {
    answer("200 OK", "application/json", body)
}

#[tokio::test]
async fn html() {
    for content_type in ["text/html; charset=utf-8", "application/json"] {
        for (status, outcome) in [
            ("200 OK", Outcome::Unreadable(200)),
            ("404 Not Found", Outcome::Refused(404)),
            ("500 Internal Server Error", Outcome::Undocumented(500)),
            ("502 Bad Gateway", Outcome::Undocumented(502)),
        ] {
            answer(status, content_type, HTML).ends_in(&[outcome]).await;
        }
    }
}

#[tokio::test]
async fn other_content_types() {
    for kind in Kind::ALL {
        for content_type in ["text/html", "image/png", "", "nonsense", "application/hal+json"] {
            answer("200 OK", content_type, kind.body())
                .of([kind])
                .ends_in(&[Outcome::Success])
                .await;
        }
    }
    let image = b"\x89PNG\r\n\x1a\n\0\0\0".as_slice();
    answer("200 OK", "image/png", image).ends_in(&[Outcome::Unreadable(200)]).await;
}

#[tokio::test]
async fn compressed_and_corrupt() {
    let zipped = b"\x1f\x8b\x08\0\0\0\0\0\0\x03\xabVJI,ITR\xb2R\xaa\xae\x05\0".as_slice();
    let head = format!(
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {}\r\n\r\n",
        zipped.len()
    );
    let fault = Fault::new([Part::text(head), Part::Send(zipped.into())]);
    fault.ends_in(&[Outcome::Broken(200, Failure::Other)]).await;
}

#[tokio::test]
async fn json_of_other_types() {
    for body in [
        "null",
        "7",
        "\"text\"",
        "[[[]]]",
        "{\"meta\": {}}",
        "{\"data\": 7}",
        "{\"data\": \"text\"}",
        "{\"data\": [{\"id\": []}]}",
    ] {
        json(body).of(Kind::READING).ends_in(&[Outcome::Unreadable(200)]).await;
    }
    // Where a list is expected, an object is that of its values, and null an empty one.
    for body in ["{\"data\": {\"id\": []}}", "{\"data\": null}"] {
        json(body).of([Kind::Read]).ends_in(&[Outcome::Unreadable(200)]).await;
        json(body).of([Kind::Page]).ends_in(&[Outcome::Success]).await;
    }
}

#[tokio::test]
async fn json_that_is_cut_off_or_goes_on() {
    for body in ["{\"data\": {\"id\": 13}", "{\"da", "{\"data\": []} {}", "{\"data\": []}<br>", "{"]
    {
        json(body).ends_in(&[Outcome::Unreadable(200)]).await;
    }
}

#[tokio::test]
async fn utf_8_that_is_cut_off() {
    for body in [
        b"{\"data\": {\"id\": 13, \"subject\": \"Caf\xc3\"}}".as_slice(),
        b"{\"data\": {\"id\": 13, \"subject\": \"\xf0\x9f\x94\"}}",
        b"{\"data\": {\"id\": 13}}\xe2\x82",
        b"\xff\xfe{\0}\0",
    ] {
        json(body).ends_in(&[Outcome::Unreadable(200)]).await;
    }
    let refusal = b"{\"code\": \"not_found\", \"message\": \"Caf\xc3\"}".as_slice();
    answer("404 Not Found", "application/json", refusal).ends_in(&[Outcome::Refused(404)]).await;
}

#[tokio::test]
async fn json_of_a_hundred_thousand_levels() {
    const LIMIT: usize = 4 << 20;
    let deep = |open: &str, close: &str| open.repeat(100_000) + &close.repeat(100_000);
    for body in [
        deep("[", "]"),
        deep("{\"data\":", "}"),
        format!("{{\"data\": {}}}", deep("[", "]")),
        format!("{{\"data\": {{\"person\": {}}}}}", deep("{\"organization\":", "}")),
        format!("{{\"data\": {{}}, \"linked\": {}}}", deep("{\"a\":", "}")),
    ] {
        json(body.clone()).limit(LIMIT).ends_in(&[Outcome::Unreadable(200)]).await;
        let refusal = answer("400 Bad Request", "application/json", body).limit(LIMIT);
        refusal.ends_in(&[Outcome::Refused(400)]).await;
    }
    let errors = format!("{{\"errors\": {}}}", deep("{\"fields\":{\"a\":", "}}"));
    let refusal = answer("400 Bad Request", "application/json", errors).limit(LIMIT);
    refusal.ends_in(&[Outcome::Refused(400)]).await;
}

#[tokio::test]
async fn statuses_that_nobody_expects() {
    for (status, outcome) in [
        ("299 Odd", Outcome::Unreadable(299)),
        ("300 Multiple Choices", Outcome::Undocumented(300)),
        ("304 Not Modified", Outcome::Undocumented(304)),
        ("418 I'm a teapot", Outcome::Undocumented(418)),
        ("599 Odd", Outcome::Undocumented(599)),
        ("999 Odd", Outcome::Undocumented(999)),
    ] {
        answer(status, "text/plain", "x").ends_in(&[outcome]).await;
    }
}
