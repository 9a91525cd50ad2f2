//! How it looks, and what is not seen of it.

use bytes::Bytes;
use deskpro_runtime::{Client, Request, Upload};

use crate::helpdesk::{answering, builder, create, get, helpdesk, response};

const SECRETS: [&str; 6] = ["SECRET", "HEADER", "PASSWORD", "TOKEN", "FORM", "NESTED"];

fn shows_none(request: &Request) {
    let dry_run = request.dry_run().unwrap();
    let shown = format!("{dry_run} {dry_run:?} {}", dry_run.curl());
    for secret in SECRETS {
        assert!(!shown.contains(secret), "{secret} in {shown}");
    }
}

fn client() -> Client {
    let (_, transport) = helpdesk(|_| response(200, ""));
    builder().user_agent("test/1").header("x-brand", "HEADER").transport(transport).build().unwrap()
}

fn shown(request: Request) -> String {
    request.dry_run().unwrap().to_string()
}

const HEAD: &str = "\
PUT https://support.example.com/api/v2/tickets
accept: application/json
authorization: ***
content-type: ";

const TAIL: &str = "\nuser-agent: test/1\nx-brand: ***\n";

#[test]
fn it_is_written_as_http_is() {
    let client = client();
    assert_eq!(
        shown(get(&client, 13).query("include", &"person,agent")),
        "GET https://support.example.com/api/v2/tickets/13?include=person%2Cagent\n\
         accept: application/json\nauthorization: ***\nuser-agent: test/1\nx-brand: ***\n"
    );
    assert_eq!(
        shown(create(&client).field("count", &1.50)),
        format!("{HEAD}application/json{TAIL}\n{{\"subject\":\"Printer\",\"count\":1.5}}\n")
    );
    let csv = create(&client).body("text/csv", "a,b\n\u{e9},\t");
    assert_eq!(shown(csv), format!("{HEAD}text/csv{TAIL}\na,b\n\u{e9},\t\n"));
}

#[test]
fn what_is_no_text_is_said_to_be_there() {
    let client = client();
    for body in [&b"\x1b[31mred"[..], b"\xFF\xD8", b"a\0b", b"\x07"] {
        let image = create(&client).body("image/png", Bytes::from_static(body));
        assert_eq!(
            shown(image),
            format!("{HEAD}image/png{TAIL}\n({} bytes of image/png)\n", body.len())
        );
    }
}

#[test]
fn a_form_is_shown_part_by_part() {
    let photo = Upload::new("a\u{1b}.png", &b"\xFF\xD8"[..]).content_type("image/png");
    let request = create(&client()).field("ids", &vec![1_u64, 2]).file("file", photo);
    let shown = shown(request);
    let (_, body) = shown.split_once("\n\n").unwrap();
    assert_eq!(
        body,
        "subject: Printer\nids: [1,2]\nfile: (\"a\\u{1b}.png\", 2 bytes of image/png)\n"
    );
}

#[test]
fn files_that_are_not_in_memory_are_said_to_be_there_and_not_read() {
    let client = client();
    let silent = futures_util::stream::poll_fn(|_| -> std::task::Poll<Option<_>> {
        panic!("it was read");
    });
    let told = Upload::new("b.txt", "abc").on_progress(|_, _| panic!("it was told of"));
    let request = create(&client)
        .field("password", &"PASSWORD")
        .file("log", Upload::stream("a.log", 1_000_000, silent))
        .file("told", told);
    shows_none(&request);
    let shown = shown(request.clone());
    let (_, body) = shown.split_once("\n\n").unwrap();
    assert_eq!(
        body,
        "subject: Printer\npassword: ***\n\
         log: (\"a.log\", 1000000 bytes of application/octet-stream, read when they are sent)\n\
         told: (\"b.txt\", 3 bytes of application/octet-stream)\n"
    );
    let line = request.dry_run().unwrap().curl();
    assert!(
        line.ends_with(
            " --form-string 'subject=Printer' --form-string 'password=***' \
             -F 'log=@\"a.log\";type=application/octet-stream' \
             -F 'told=@\"b.txt\";type=application/octet-stream'"
        ),
        "{line}"
    );
}

#[test]
fn no_secret_is_seen() {
    let client = client();
    let request = create(&client)
        .field("password", &"PASSWORD")
        .field("agents", &vec![Some("x"), None])
        .query("api_token", &"TOKEN")
        .header("x-more", "HEADER");
    shows_none(&request);
    assert!(shown(request.clone()).contains(r#""agents":["x",null]"#));
    shows_none(&request.clone().file("file", ("a.txt", "FORM")));
    shows_none(&create(&client).field("secret", &"FORM").file("file", ("a.txt", "")));
    shows_none(&request.body_json(&vec!["https://example.com/?token=NESTED", "2:SECRET"]));
    let form = "application/x-www-form-urlencoded";
    shows_none(&create(&client).body(form, "a=b&password=PASSWORD"));
}

#[test]
fn they_are_there_for_those_who_ask_for_them() {
    let client = answering(200, "");
    let request = create(&client).field("password", &"PASSWORD").query("api_token", &"TOKEN");
    let line = request.dry_run().unwrap().curl_with_secrets();
    for secret in ["key 2:SECRET", "PASSWORD", "TOKEN"] {
        assert!(line.contains(secret), "{secret} is not in {line}");
    }
}
