//! The transport of browsers in a window.

#![cfg(target_arch = "wasm32")]

use std::time::Duration;

use deskpro_client::{
    Auth, Client, Error,
    clock::{BrowserClock, Clock},
    tickets::GetTicketError,
    transport::{
        BodyEnd, FetchTransport, RawResponse, Transport, TransportErrorKind as Kind,
        TransportRequest,
    },
};
use futures_util::{FutureExt, StreamExt};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// The address of the helpdesk in `src`.
const HELPDESK: &str = env!("HELPDESK");

const SOON: Duration = Duration::from_millis(100);

fn client() -> Client {
    // Without `transport` it is the browser's that is taken.
    Client::builder(HELPDESK, Auth::key("2:ABC")).build().unwrap()
}

fn request(method: &str, path: &str, body: &'static str) -> TransportRequest {
    let http = http::Request::builder().method(method).uri(format!("{HELPDESK}{path}"));
    TransportRequest::new(http.header("user-agent", "test").body(body).unwrap())
}

fn get(path: &str) -> TransportRequest {
    request("GET", path, "")
}

async fn whole(request: TransportRequest) -> RawResponse {
    let answer = FetchTransport::new().call(request).await.unwrap();
    assert!(matches!(answer.ended, BodyEnd::Complete), "{answer:?}");
    answer
}

/// Waits until the helpdesk has seen so many more requests end before they were answered.
async fn aborted(before: usize, more: usize) {
    for _ in 0..100 {
        if count().await == before + more {
            return;
        }
        BrowserClock.sleep(SOON).await;
    }
    panic!("nothing was aborted");
}

async fn count() -> usize {
    String::from_utf8(whole(get("/aborted")).await.body.to_vec()).unwrap().parse().unwrap()
}

#[wasm_bindgen_test]
async fn a_client_asks_and_is_answered() {
    let ticket = client().tickets().get(13).send().await.unwrap().data;
    assert_eq!((ticket.id.get(), &*ticket.subject), (13, "asked with key 2:ABC"));
    let failed = client().tickets().get(14).send().await.unwrap_err();
    assert!(matches!(failed, Error::Api(GetTicketError::NotFound(_))), "{failed}");
}

#[wasm_bindgen_test]
async fn bodies_go_and_come() {
    let mut request = request("PUT", "/echo", r#"{"subject": "Printer"}"#);
    request.http.headers_mut().insert("content-type", "application/json".parse().unwrap());
    let answer = whole(request).await;
    assert_eq!(answer.status, 201);
    assert_eq!(answer.body, r#"PUT application/json {"subject": "Printer"} no cookie"#);
    assert_eq!(answer.headers["x-shown"], "7");
    assert!(!answer.headers.contains_key("x-hidden"));
    assert_eq!(whole(get("/long")).await.body.len(), 1_000_000);
}

#[wasm_bindgen_test]
async fn no_more_than_the_limit_is_kept() {
    let mut request = get("/long");
    request.body_limit = 1_000;
    let answer = FetchTransport::new().call(request).await.unwrap();
    assert!(matches!(answer.ended, BodyEnd::TooLarge), "{answer:?}");
    assert_eq!(answer.body.len(), 1_000);
}

#[wasm_bindgen_test]
async fn what_nobody_waits_for_is_aborted() {
    let before = count().await;
    let mut late = get("/silent?late");
    late.timeout = SOON;
    assert_eq!(FetchTransport::new().call(late).await.unwrap_err().kind(), Kind::Timeout);
    aborted(before, 1).await;

    let mut dropped = FetchTransport::new().call(get("/silent?dropped"));
    assert!((&mut dropped).now_or_never().is_none());
    BrowserClock.sleep(SOON).await;
    assert!((&mut dropped).now_or_never().is_none());
    drop(dropped);
    aborted(before, 2).await;

    let mut answer = FetchTransport::new().open(get("/first")).await.unwrap();
    assert_eq!(answer.body.next().await.unwrap().unwrap(), "first");
    drop(answer);
    aborted(before, 3).await;
}

#[wasm_bindgen_test]
async fn an_open_body_comes_piece_by_piece() {
    let mut answer = FetchTransport::new().open(get("/halves")).await.unwrap();
    assert_eq!(answer.body.next().await.unwrap().unwrap(), "first");
    whole(get("/go-on")).await;
    assert_eq!(answer.body.next().await.unwrap().unwrap(), "again");
    assert!(answer.body.next().await.is_none());
}

#[wasm_bindgen_test]
async fn what_breaks_says_little() {
    let answer = FetchTransport::new().call(get("/cut")).await.unwrap();
    let BodyEnd::Broken(error) = &answer.ended else { panic!("{answer:?}") };
    assert_eq!((error.kind(), &*answer.body), (Kind::Closed, &b"first"[..]));

    let nowhere = http::Request::get("http://127.0.0.1:9/").body("").unwrap();
    let error = FetchTransport::new().call(TransportRequest::new(nowhere)).await.unwrap_err();
    assert_eq!(error.kind(), Kind::Io);
    assert_eq!(error.to_string(), "the browser could not fetch: Failed to fetch");
}

#[wasm_bindgen_test]
async fn redirects_are_an_error_unless_the_browser_may_follow_them() {
    let error = FetchTransport::new().call(get("/there")).await.unwrap_err();
    let expected = "the helpdesk redirects, which a browser does not show: let it follow redirects";
    assert_eq!((error.kind(), &*error.to_string()), (Kind::Other, expected));
    let following = FetchTransport::new().follow_redirects();
    let answer = following.call(get("/there")).await.unwrap();
    assert_eq!(answer.body, r#"{"data": {"id": 13, "subject": "asked with nothing"}}"#);
}

#[wasm_bindgen_test]
async fn a_retry_waits_by_the_browsers_clock() {
    use deskpro_client::runtime::{Envelope, Json, Method, Operation, Request, Undocumented};

    static FLAKY: Operation = Operation {
        name: "flaky",
        method: Method::Get,
        path: "/flaky",
        negotiable: false,
        repeatable: true,
        success: &[200],
    };
    let client: deskpro_client::runtime::Client =
        deskpro_client::runtime::Client::builder(HELPDESK, Auth::none()).build().unwrap();
    let asked = Request::new(&client, &FLAKY, &[]).send::<Envelope<Json>, Box<Undocumented>>();
    let (answer, response) = asked.with_response().await.unwrap();
    assert_eq!(answer.data["id"], 13);
    assert_eq!(response.head().attempts().len(), 2);
}

#[wasm_bindgen_test]
async fn the_clock_moves_while_somebody_waits() {
    let before = BrowserClock.now();
    BrowserClock.sleep(Duration::from_millis(20)).await;
    assert!(BrowserClock.now() - before >= Duration::from_millis(20));
    // One that nobody waits for ends without harm.
    assert!(BrowserClock.sleep(Duration::MAX).now_or_never().is_none());
}
