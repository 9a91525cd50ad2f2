//! What is not in the file.

use bytes::Bytes;
use deskpro_runtime::{
    Client, Request, Response,
    transport::{
        BodyEnd, Cassette, MemoryTransport, RawResponse, TransportError, TransportErrorKind,
    },
};

use super::shelf::{shelf, text};
use crate::helpdesk::{TicketError, builder, create, get, response, with_header};

/// Each stands where a secret is.
const SECRETS: [&str; 14] = [
    "SECRET", "HEADER", "QUERY", "FIELD", "DEEP", "FORM", "PART", "COOKIE", "ANSWER", "4711",
    "LOCATION", "BROKEN", "OWN", "WORD",
];

fn transport() -> MemoryTransport {
    MemoryTransport::fallible(|request| {
        let path = request.uri().path();
        let key = "Not 2:SECRET, not even SECRET, my WORD";
        if path.ends_with("/1") {
            return Err(TransportError::new(TransportErrorKind::Other, key));
        }
        if path.ends_with("/2") {
            let broken = TransportError::new(TransportErrorKind::Closed, key);
            let raw = RawResponse::from(response(200, r#"{"data": {"api_token": "BROKEN"#));
            return Ok(RawResponse { ended: BodyEnd::Broken(broken), ..raw });
        }
        if path.ends_with("/3") {
            return Ok(response(200, "<p>2:SECRET</p> WORD").into());
        }
        let answer = response(
            200,
            r#"{"data": {"token": "ANSWER", "pin_token": 4711, "own": "OWN", "message":
                "Not SECRET", "session": {"id": "DEEP", "list": ["DEEP"]}, "text": "a WORD",
                "url": "https://user:OWN@example.com/a?access_token=QUERY&page=1"}}"#,
        );
        let answer = with_header(answer, "set-cookie", "session=COOKIE");
        let answer = with_header(answer, "x-own", "OWN");
        Ok(with_header(answer, "location", "/x?token=LOCATION&page=1").into())
    })
}

fn requests(client: &Client) -> Vec<Request> {
    let form = "application/x-www-form-urlencoded";
    vec![
        get(client, 1),
        get(client, 2),
        get(client, 3),
        get(client, 4).query("api_token", &"QUERY").query("own", &"OWN").query("q", &"WORD"),
        get(client, 5).header("x-more", "HEADER").header("cookie", "a=COOKIE"),
        create(client).field("password", &"FIELD").field("own", &"OWN"),
        create(client).body_json(&vec![Some("2:SECRET"), None]),
        create(client).body(
            "application/json",
            r#"{"a": [{"client_secret": "DEEP"}], "b": {"tokens": ["DEEP"]}}"#,
        ),
        create(client).body(form, "a=b&password=FORM"),
        create(client).field("password", &"PART").file("file", ("a.txt", "by WORD")),
        create(client).body("text/plain", Bytes::from_static(b"key 2:SECRET")),
    ]
}

async fn ask(client: &Client) {
    for request in requests(client) {
        let _ = request.send::<Response, TicketError>().await;
    }
}

#[tokio::test]
async fn no_secret_is_written_and_all_is_found_without_them() {
    let path = shelf("secrets.json");
    let hiding = |cassette: Cassette| cassette.hide("Own").hide("x-own").hide_text("WORD");
    let cassette = hiding(Cassette::record(&path, transport())).open().unwrap();
    let client: Client =
        builder().header("x-brand", "HEADER").transport(cassette.clone()).build().unwrap();
    ask(&client).await;
    cassette.save().unwrap();
    let text = text(&path);
    for secret in SECRETS {
        assert!(!text.contains(secret), "{secret} in {text}");
    }
    for shown in ["\"subject\": \"Printer\"", "page=1", "\"pin_token\": 0", "\"x-brand\": \"***\""]
    {
        assert!(text.contains(shown), "{shown} is not in {text}");
    }

    let cassette = hiding(Cassette::replay(&path)).open().unwrap();
    let client: Client = builder().transport(cassette.clone()).build().unwrap();
    ask(&client).await;
    cassette.assert_all_used().unwrap();
}

#[tokio::test]
async fn the_names_that_were_given_are_in_the_file() {
    let path = shelf("names.json");
    let cassette = Cassette::record(&path, transport()).hide("own").open().unwrap();
    let client: Client = builder().transport(cassette.clone()).build().unwrap();
    let request = |value: &str| get(&client, 4).query("own", &value);
    request("OWN").send::<Response, TicketError>().await.unwrap();
    cassette.save().unwrap();
    let cassette = Cassette::replay(&path).open().unwrap();
    let client: Client = builder().transport(cassette.clone()).build().unwrap();
    let request = get(&client, 4).query("own", &"another");
    request.send::<Response, TicketError>().await.unwrap();
}
