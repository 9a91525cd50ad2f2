//! How a cassette looks in its file, and when it is written.

use std::{fs, panic::AssertUnwindSafe};

use bytes::Bytes;
use deskpro_runtime::{
    Client, Envelope, Response,
    transport::{Cassette, CassetteError, MemoryTransport, Script, TransportErrorKind},
};

use super::shelf::{client, player, recorder, shelf, text};
use crate::helpdesk::{Ticket, TicketError, builder, create, get, list, response, with_header};

const EXPECTED: &str = r#"{
  "cassette": 1,
  "host": "helpdesk.example",
  "hidden": [
    "blob_auth"
  ],
  "recordings": [
    {
      "request": {
        "method": "GET",
        "url": "https://helpdesk.example/api/v2/tickets?count=50",
        "headers": {
          "accept": "application/json",
          "authorization": "***"
        }
      },
      "answer": {
        "status": 200,
        "headers": {
          "content-type": "application/json",
          "x-two": [
            "1",
            "2"
          ]
        },
        "json": {
          "data": [
            {
              "id": 13,
              "blob_auth": "***",
              "n": 1.50
            }
          ],
          "meta": {}
        }
      }
    },
    {
      "request": {
        "method": "PUT",
        "url": "https://helpdesk.example/api/v2/tickets",
        "headers": {
          "accept": "application/json",
          "authorization": "***",
          "content-type": "multipart/form-data"
        },
        "form": [
          {
            "name": "subject",
            "text": "Printer"
          },
          {
            "name": "file",
            "file_name": "a.png",
            "content_type": "application/octet-stream",
            "base64": "/w=="
          }
        ]
      },
      "answer": {
        "status": 400,
        "text": "<p>No</p>"
      }
    },
    {
      "request": {
        "method": "GET",
        "url": "https://helpdesk.example/api/v2/tickets/13",
        "headers": {
          "accept": "application/json",
          "authorization": "***"
        }
      },
      "failure": {
        "kind": "Timeout",
        "message": "the script says so"
      }
    }
  ]
}
"#;

#[tokio::test]
async fn it_is_written_to_be_read() {
    let body = r#"{ "data": [ {"id": 13, "blob_auth": "ABC", "n": 1.50} ], "meta": {} }"#;
    let listed = with_header(with_header(response(200, body), "x-two", "1"), "x-two", "2");
    let transport = Script::new()
        .on("GET /tickets", with_header(listed, "content-type", "application/json"))
        .on("PUT /tickets", response(400, "<p>No</p>"))
        .on("/tickets/13", TransportErrorKind::Timeout)
        .into_transport();
    // The same each time.
    for name in ["written.json", "written_again.json"] {
        let path = shelf(name);
        let cassette = Cassette::record(&path, transport.clone());
        let cassette = cassette.hide("blob_auth").host("helpdesk.example").open().unwrap();
        let client = client(&cassette);
        let file = create(&client).file("file", ("a.png", Bytes::from_static(b"\xFF")));
        for request in [list(&client).query("count", &50), file, get(&client, 13)] {
            let _ = request.send::<Response, TicketError>().await;
        }
        cassette.save().unwrap();
        assert_eq!(text(&path), EXPECTED);
    }
}

fn answering() -> MemoryTransport {
    MemoryTransport::new(|_| response(200, r#"{"data": {"id": 13}}"#))
}

async fn ask(client: &Client) -> Result<Envelope<Ticket>, crate::helpdesk::Failed> {
    get(client, 13).send().await
}

#[tokio::test]
async fn it_is_written_when_the_last_that_uses_it_is_gone() {
    let path = shelf("dropped.json");
    let cassette = recorder(&path, &answering());
    let client = client(&cassette);
    ask(&client).await.unwrap();
    drop(cassette);
    assert!(!path.exists());
    drop(client);
    assert!(path.exists());
    let folder = fs::read_dir(path.parent().unwrap()).unwrap();
    let drafts = folder.filter(|file| {
        file.as_ref().unwrap().file_name().to_string_lossy().starts_with(".dropped")
    });
    assert_eq!(drafts.count(), 0);
}

#[test]
fn a_test_that_fails_writes_nothing() {
    let path = shelf("panics.json");
    let failing = AssertUnwindSafe(|| {
        let client = client(&recorder(&path, &answering()));
        get(&client, 13).send::<Envelope<Ticket>, TicketError>().wait().unwrap();
        panic!("the test fails");
    });
    std::panic::catch_unwind(failing).unwrap_err();
    assert!(!path.exists());
}

#[tokio::test]
async fn what_cannot_be_written_leaves_what_was_there() {
    let path = shelf("folder.json");
    fs::create_dir_all(path.join("in the way")).unwrap();
    let cassette = recorder(&path, &answering());
    let error = cassette.save().unwrap_err();
    assert!(matches!(&error, CassetteError::Write { .. }), "{error}");
    assert!(error.to_string().contains("folder.json cannot be written: "), "{error}");
    assert!(path.join("in the way").exists());
    fs::remove_dir_all(path).unwrap();
}

#[tokio::test]
async fn what_is_no_cassette_is_refused_with_the_place() {
    let path = shelf("broken.json");
    let error = Cassette::replay(&path).open().unwrap_err();
    assert!(matches!(&error, CassetteError::Read { .. }), "{error}");
    for (text, fault) in [
        ("", "expected an object, found the end of the text (byte 0)"),
        ("{}", "expected a cassette of version 1, found something else (byte 2)"),
        (r#"{"cassette": 2}"#, "expected a cassette of version 1, found something else (byte 15)"),
        (
            r#"{"cassette": 1, "recordings": [{"request": {"method": "GET"}}]}"#,
            "recordings[0].request: expected a request's method and url, found nothing (byte 60)",
        ),
        (
            r#"{"cassette": 1, "recordings": [{"request": {"method": "GET", "url": "/a"}}]}"#,
            "recordings[0]: expected an answer or a failure, found none (byte 74)",
        ),
        (
            r#"{"cassette": 1, "recordings": [{"answer": {"status": 7}}]}"#,
            "recordings[0].answer: expected a status of HTTP, found none (byte 55)",
        ),
        (
            r#"{"cassette": 1, "recordings": [{"answer": {"status": 200, "base64": "?"}}]}"#,
            "recordings[0].answer: expected base64, found something else (byte 72)",
        ),
    ] {
        fs::write(&path, text).unwrap();
        let error = Cassette::replay(&path).open().unwrap_err();
        let CassetteError::Malformed { fault: found, .. } = &error else { panic!("{error}") };
        assert_eq!(found.to_string(), fault, "{text}");
        assert!(error.to_string().contains("broken.json is no cassette: "), "{error}");
    }
}

#[tokio::test]
async fn one_that_is_not_there_is_recorded_and_one_that_is_there_replayed() {
    let path = shelf("auto.json");
    for records in [true, false] {
        let transport = answering();
        let cassette = Cassette::auto(&path, transport.clone()).open().unwrap();
        assert_eq!(cassette.is_recording(), records);
        let client: Client = builder().transport(cassette.clone()).build().unwrap();
        ask(&client).await.unwrap();
        cassette.assert_all_used().unwrap();
        assert_eq!(transport.requests().len(), usize::from(records));
    }
    // Recorded once more, in the place of what was there.
    let cassette = recorder(&path, &answering());
    cassette.save().unwrap();
    ask(&client(&player(&path))).await.unwrap_err();
}
