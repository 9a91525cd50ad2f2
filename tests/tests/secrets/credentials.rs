//! The key, token or header that a client was given.

use std::time::Duration;

use deskpro_client::runtime::transport::{MemoryTransport, TransportError, TransportErrorKind};
use deskpro_client::{Auth, Client, ClientBuilder};
use deskpro_tests::{
    CALLS, Call, KEY, Part, RawServer, SECRET, answering, json_response, without_proxy,
};

use crate::{assert_debug_hides, assert_hidden};

fn builder() -> ClientBuilder<Client> {
    let builder = Client::builder("https://support.example.com", Auth::key(KEY));
    builder.header("X-Deskpro-Agent-Password", format!("{SECRET}-of-the-header"))
}

#[test]
fn credentials_builders_and_clients() {
    for auth in [Auth::key(KEY), Auth::token(KEY), Auth::bearer(SECRET)] {
        assert_debug_hides(SECRET, &auth);
        let builder = Client::builder("https://support.example.com", auth);
        assert_debug_hides(SECRET, &builder);
        assert_debug_hides(SECRET, &builder.build().unwrap());
    }
    assert_debug_hides(SECRET, &builder());
    let client = builder().build().unwrap();
    assert_debug_hides(SECRET, &client);
    assert_debug_hides(SECRET, client.as_ref());
    assert_debug_hides(SECRET, &client.tickets());
}

#[test]
fn why_a_client_cannot_be_built() {
    let address = format!("https://someone:{SECRET}@support.example.com");
    for builder in [
        Client::builder("https://support.example.com", Auth::key(format!("2:{SECRET}\n3"))),
        Client::builder("https://support.example.com", Auth::token(format!("2 {SECRET} "))),
        Client::builder(address, Auth::none()),
        Client::builder("http://support.example.com", Auth::key(KEY)),
        Client::builder("https://support.example.com", Auth::key(KEY)).version(SECRET),
        builder().header("X-Secret", format!("{SECRET}\r\nX-Other: 1")),
        builder().header("X Secret", SECRET),
        builder().timeout(Duration::ZERO),
    ] {
        let error = builder.build().unwrap_err();
        assert_debug_hides(SECRET, &error);
        assert_hidden(SECRET, &error.to_string());
    }
}

#[test]
fn requests_and_what_comes_of_them_later() {
    let client = builder().build().unwrap();
    let list = client.tickets().list().count(5);
    assert_debug_hides(SECRET, &list);
    assert_debug_hides(SECRET, &list.clone().pages());
    assert_debug_hides(SECRET, &list.clone().items());
    assert_debug_hides(SECRET, &list.send());
    let create = client.tickets().create("Printer on fire", 4);
    assert_debug_hides(SECRET, &create);
    assert_debug_hides(SECRET, &create.clone().follow_location());
    assert_debug_hides(SECRET, &create.follow_location().send());
}

/// Calls every operation and goes through all that can be printed of its error, which has to be
/// of this kind.
async fn assert_errors_hide(client: &Client, kind: &str) {
    assert_errors_of_hide(CALLS, client, kind).await;
}

async fn assert_errors_of_hide(
    calls: impl IntoIterator<Item = &Call>,
    client: &Client,
    kind: &str,
) {
    for call in calls {
        let failed = match call.send(client).await {
            Ok(answer) => panic!("{}: {answer:?}", call.name),
            Err(failed) => failed,
        };
        assert_eq!(failed.kind, kind, "{}: {}", call.name, failed.display);
        assert!(failed.display.contains(call.name), "{}", failed.display);
        assert!(failed.printed.len() >= 3);
        for text in &failed.printed {
            assert_hidden(SECRET, text);
        }
        assert_debug_hides(SECRET, &failed);
    }
}

#[tokio::test]
async fn refusals() {
    for status in [400, 401, 403, 404, 405, 423, 429] {
        let body =
            format!(r#"{{"status": {status}, "code": "c", "message": "m", "key": "{SECRET}"}}"#);
        assert_errors_hide(&answering(status, body), "Api").await;
    }
    assert_errors_hide(&answering(500, format!("<html>{SECRET}</html>")), "Undocumented").await;
}

#[tokio::test]
async fn answers_that_cannot_be_read() {
    for body in [format!("<html>{SECRET}</html>"), format!(r#"{{"data": {{"auth": "{SECRET}"#)] {
        let json = CALLS.iter().filter(|call| call.is_json);
        assert_errors_of_hide(json, &answering(200, body), "Decode").await;
    }
}

#[tokio::test]
async fn cookies_of_answers() {
    let (client, _) = deskpro_tests::client(|_| {
        let mut response = json_response(500, "{}");
        let cookie = format!("session={SECRET}").parse().expect("a header");
        response.headers_mut().insert("set-cookie", cookie);
        response
    });
    assert_errors_hide(&client, "Undocumented").await;
}

#[tokio::test]
async fn redirects_to_somewhere_else() {
    let (client, sent) = deskpro_tests::client(|_| {
        let mut response = json_response(302, "");
        let location = format!("https://elsewhere.example.org/login?key={SECRET}");
        response.headers_mut().insert("location", location.parse().expect("a header"));
        response
    });
    let error = client.tickets().get(1).send().await.unwrap_err();
    assert_hidden(SECRET, &error.to_string());
    let [first, others @ ..] = &sent.requests()[..] else { panic!("nothing was sent") };
    assert!(first.headers().contains_key("authorization") && !others.is_empty());
    for other in others {
        assert_eq!(other.uri().host(), Some("elsewhere.example.org"));
        assert_hidden(SECRET, &format!("{:?}", other.headers()));
        assert!(!other.headers().contains_key("authorization"), "the key stays at home");
    }
}

#[tokio::test]
async fn no_answer() {
    let transport = MemoryTransport::fallible(|_| {
        let error = TransportError::new(TransportErrorKind::Connect, "nobody listens");
        Err(error.with_source(std::io::Error::other("refused")))
    });
    let client = builder().transport(transport).build().unwrap();
    assert_errors_hide(&client, "Transport").await;

    let unused = RawServer::start([]).await.unwrap().url();
    tokio::task::yield_now().await;
    let client = without_proxy(unused, KEY).build().unwrap();
    assert_errors_hide(&client, "Transport").await;
}

#[tokio::test]
async fn no_answer_in_time() {
    let server = RawServer::start([Part::Wait]).await.unwrap();
    let client = without_proxy(server.url(), KEY).timeout(Duration::from_millis(20)).build();
    assert_errors_hide(&client.unwrap(), "Timeout").await;
}

#[tokio::test]
async fn requests_that_are_not_sent() {
    let client = builder().build().unwrap();
    let error = client.tickets().list().ids([0_u64; 0]).send().await.unwrap_err();
    assert!(matches!(error, deskpro_client::Error::Request(_)), "{error}");
    assert_hidden(SECRET, &error.to_string());
    assert_debug_hides(SECRET, &error);
}
