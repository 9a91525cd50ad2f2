//! All methods of HTTP that operations have.

use deskpro_runtime::{Empty, Method, Operation, Request};

use crate::helpdesk::{TicketError, helpdesk, response, sent, with_header};

const fn proxy(method: Method) -> Operation {
    let (path, negotiable) = ("/apps/proxy-http/{instance}", true);
    Operation { name: "apps.proxy", method, path, negotiable, repeatable: false, success: &[200] }
}

static PATCH: Operation = proxy(Method::Patch);
static HEAD: Operation = proxy(Method::Head);
static OPTIONS: Operation = proxy(Method::Options);

const PROXY: &str = "https://support.example.com/api/v2/apps/proxy-http/7";

#[tokio::test]
async fn each_is_sent_as_it_is_and_only_once() {
    for (operation, expected) in [(&PATCH, "PATCH"), (&HEAD, "HEAD"), (&OPTIONS, "OPTIONS")] {
        let (client, transport) = helpdesk(|_| response(405, ""));
        let request = Request::new(&client, operation, &[&7]);
        assert_eq!(
            request.line().to_string(),
            format!("apps.proxy: {expected} /apps/proxy-http/7")
        );
        request.send::<Empty, TicketError>().await.unwrap_err();
        assert_eq!(sent(&transport), [format!("{expected} {PROXY}")]);
        assert!(transport.requests()[0].body().is_empty());
        assert_eq!(operation.method.swapped(), operation.method);
    }
}

#[tokio::test]
async fn a_patch_carries_what_it_says() {
    let (client, transport) = helpdesk(|_| response(200, ""));
    let request = Request::new(&client, &PATCH, &[&7]).field("a", &1_u64);
    request.send::<Empty, TicketError>().await.unwrap();
    assert_eq!(transport.requests()[0].body(), r#"{"a":1}"#);
}

#[tokio::test]
async fn a_head_follows_redirects_and_a_patch_does_not_become_one() {
    let moved = || {
        helpdesk(|request| match request.uri().path() {
            "/moved" => response(200, ""),
            _ => with_header(response(302, ""), "location", "/moved"),
        })
    };
    let (client, transport) = moved();
    Request::new(&client, &HEAD, &[&7]).send::<Empty, TicketError>().await.unwrap();
    let second = "HEAD https://support.example.com/moved".to_owned();
    assert_eq!(sent(&transport), [format!("HEAD {PROXY}"), second]);

    let (client, transport) = moved();
    Request::new(&client, &PATCH, &[&7]).send::<Empty, TicketError>().await.unwrap_err();
    assert_eq!(sent(&transport), [format!("PATCH {PROXY}")]);
}
