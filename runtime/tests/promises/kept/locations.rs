//! Wherever an answer leads, the key stays at home.

use deskpro_runtime::{Client, Envelope, Json, Request, transport::MemoryTransport};
use http::Uri;

use super::{
    answer::{Answer, CREATE, Failed, GET, HOME, now},
    errors,
};

/// A helpdesk on this machine, at another port than the usual one.
const NEAR: &str = "http://localhost:8080/desk";

/// How many redirects are followed.
const REDIRECTS: usize = 10;

/// How many requests one may become: itself, the other verb, the resource, and the redirects.
const MOST: usize = REDIRECTS + 3;

/// Checks where a client goes when it is answered so, again and again.
pub(crate) fn check(answer: &Answer) {
    for home in [HOME, NEAR] {
        let (get, sent) = ask(answer, home, |client| Request::new(client, &GET, &[&13]).send());
        check_sent(&sent, home);
        let redirects = sent.requests().len() - 1;
        assert!(redirects <= REDIRECTS && (redirects == 0 || answer.status.is_redirection()));
        check_read(get, answer);

        let (made, sent) = ask(answer, home, |client| {
            let request = Request::new(client, &CREATE, &[&13]).field("message", &"It burns");
            request.follow_location().send()
        });
        check_sent(&sent, home);
        let written = sent.requests().iter().filter(|it| it.method() != "GET").count();
        let may_be = match answer.status.as_u16() {
            405 => 1..=2,
            // The same request at another place of the same server.
            307 | 308 => 1..=1 + REDIRECTS,
            _ => 1..=1,
        };
        assert!(may_be.contains(&written), "{written} were sent");
        check_read(made, answer);
        check_pages(answer, home);
    }
}

type Got = Result<Envelope<Json>, Failed>;

fn ask<F: Future<Output = Got>>(
    answer: &Answer,
    home: &str,
    send: impl FnOnce(&Client) -> F,
) -> (Got, MemoryTransport) {
    let (builder, sent) = answer.builder(home);
    let client: Client = builder.build().expect("valid settings");
    (now(send(&client)), sent)
}

fn check_read(got: Got, answer: &Answer) {
    if let Err(error) = got {
        errors::check(&error, answer);
    }
}

/// Wherever `links` lead, the next page is asked for at home.
fn check_pages(answer: &Answer, home: &str) {
    let (builder, sent) = answer.builder(home);
    let client: Client = builder.build().expect("valid settings");
    let mut pages = Request::new(&client, &GET, &[&13]).pages::<Json, Box<_>>();
    let mut count = 0;
    while let Some(page) = now(pages.next()) {
        count += usize::from(page.is_ok());
        assert!(count < MOST, "the same page came {count} times");
    }
    check_sent(&sent, home);
}

fn check_sent(sent: &MemoryTransport, home: &str) {
    let mut was_abroad = false;
    for request in sent.requests() {
        let is_abroad = !is_at(request.uri(), home);
        was_abroad |= is_abroad;
        match request.headers().get("authorization") {
            Some(key) => assert!(key.is_sensitive() && !is_abroad, "{}", request.uri()),
            None => assert!(was_abroad, "{}", request.uri()),
        }
        if is_abroad {
            assert!(request.method() == "GET" && request.body().is_empty(), "{}", request.uri());
            let is_as_safe = home == NEAR || request.uri().scheme_str() == Some("https");
            assert!(is_as_safe, "{}", request.uri());
        }
    }
    assert!(sent.requests().len() <= MOST * 6);
}

/// Whether an address is one of this server, told by its text alone.
fn is_at(uri: &Uri, home: &str) -> bool {
    let (scheme, server) = home.split_once("://").expect("an address");
    let server = server.split('/').next().unwrap_or_default();
    let (host, port) = server.split_once(':').unwrap_or((server, "443"));
    let text = uri.to_string();
    let Some((its_scheme, rest)) = text.split_once("://") else { return false };
    let its_server = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let (its_host, its_port) = its_server.split_once(':').unwrap_or((its_server, ""));
    let is_port = match its_port {
        "" => port == "443",
        digits => digits.parse::<u16>().ok() == port.parse().ok(),
    };
    its_scheme.eq_ignore_ascii_case(scheme) && its_host.eq_ignore_ascii_case(host) && is_port
}
