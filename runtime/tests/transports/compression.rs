//! Answers that come compressed, with every transport of this crate's own.

use std::io::Write;

use deskpro_runtime::transport::{BodyEnd, TransportErrorKind as Kind};
use flate2::{Compression, write::GzEncoder};

use crate::{
    requests::{Made, broken, get, piece, request, whole},
    server::Server,
};

/// Tests of compressed answers, for one transport.
macro_rules! compression {
    ($made:expr) => {
        tests_of! { compression, $made;
            answers_may_come_compressed,
            the_limit_is_that_of_the_plain_body,
            what_is_no_gzip_is_no_whole_body,
            an_open_body_is_plain_too,
            whoever_asks_for_an_encoding_gets_it,
            answers_without_a_body_stay_so,
        }
    };
}

fn gzip(plain: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(plain).unwrap();
    encoder.finish().unwrap()
}

fn compressed(encoding: &str, body: &[u8]) -> Vec<u8> {
    let head = format!(
        "HTTP/1.1 200 OK\r\ncontent-encoding: {encoding}\r\ncontent-length: {}\r\nx-a: b\r\n\r\n",
        body.len()
    );
    [head.as_bytes(), body].concat()
}

pub(crate) async fn answers_may_come_compressed(made: Made) {
    let long: Vec<u8> = (0..400_000_u32).flat_map(|n| n.wrapping_mul(n).to_le_bytes()).collect();
    // Several members are one body.
    let twice = [gzip(b"so "), gzip(b"so")].concat();
    for (encoding, body, plain) in [
        ("gzip", gzip(br#"{"data": []}"#), br#"{"data": []}"#.as_slice()),
        ("X-GZip", gzip(&long), &long),
        ("gzip", gzip(b""), b""),
        ("gzip", twice, b"so so"),
        ("identity", b"plain".to_vec(), b"plain"),
    ] {
        let server = Server::answering(move |_| compressed(encoding, &body));
        let answer = whole(&(made.plain)(), get(&server.url("/"))).await;
        assert!(answer.body == plain, "{encoding}: {} bytes", answer.body.len());
        let is_encoded = encoding == "identity";
        assert_eq!(answer.headers.contains_key("content-encoding"), is_encoded);
        assert_eq!(answer.headers.contains_key("content-length"), is_encoded);
        assert_eq!(answer.headers["x-a"], "b");
        let request = &server.requests()[0];
        assert!(request.contains("\r\naccept-encoding: gzip\r\n"), "{request}");
    }
}

pub(crate) async fn the_limit_is_that_of_the_plain_body(made: Made) {
    // 200 MB in 200 KB.
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    for _ in 0..200 {
        encoder.write_all(&vec![b'x'; 1_000_000]).unwrap();
    }
    let bomb = encoder.finish().unwrap();
    assert!(bomb.len() < 1_000_000, "{}", bomb.len());
    let server = Server::answering(move |_| compressed("gzip", &bomb));
    let mut request = get(&server.url("/"));
    request.body_limit = 300_000;
    let answer = (made.plain)().call(request).await.unwrap();
    assert!(matches!(answer.ended, BodyEnd::TooLarge), "{answer:?}");
    assert_eq!(answer.body, "x".repeat(300_000));
}

pub(crate) async fn what_is_no_gzip_is_no_whole_body(made: Made) {
    let whole = gzip(&b"It burns. ".repeat(1_000));
    let cut = whole[..whole.len() - 9].to_vec();
    let mut changed = whole.clone();
    let checksum = changed.len() - 8;
    changed[checksum] ^= 1;
    for (body, kept) in [
        (b"{\"data\": []}".to_vec(), 0),
        (b"\x1f\x8b".to_vec(), 0),
        (whole[..20].to_vec(), 0),
        (cut, 10_000),
        (changed, 10_000),
        ([whole, b"garbage".to_vec()].concat(), 10_000),
    ] {
        let server = Server::answering(move |_| compressed("gzip", &body));
        let answer = (made.plain)().call(get(&server.url("/"))).await.unwrap();
        let error = broken(&answer);
        assert_eq!(error.kind(), Kind::Other);
        assert_eq!(error.to_string(), "the body is not the gzip that it says it is");
        assert!(answer.body.len() <= kept, "{answer:?}");
    }
}

pub(crate) async fn an_open_body_is_plain_too(made: Made) {
    let server = Server::answering(|_| compressed("gzip", &gzip(b"It burns.")));
    let mut answer = (made.plain)().open(get(&server.url("/"))).await.unwrap();
    assert!(!answer.headers.contains_key("content-encoding"));
    assert_eq!(piece(&mut answer).await, Some(Ok("It burns.".to_owned())));
    assert_eq!(piece(&mut answer).await, None);

    let server = Server::answering(|_| compressed("gzip", b"It burns."));
    let mut answer = (made.plain)().open(get(&server.url("/"))).await.unwrap();
    assert_eq!(piece(&mut answer).await, Some(Err(Kind::Other)));
    assert_eq!(piece(&mut answer).await, None);
}

pub(crate) async fn whoever_asks_for_an_encoding_gets_it(made: Made) {
    let body = gzip(b"It burns.");
    let sent = body.clone();
    let server = Server::answering(move |_| compressed("gzip", &sent));
    for (name, value) in [("accept-encoding", "gzip, br"), ("range", "bytes=0-")] {
        let mut request = get(&server.url("/"));
        request.http.headers_mut().insert(name, value.parse().unwrap());
        let answer = whole(&(made.plain)(), request).await;
        assert_eq!(answer.body, body);
        assert_eq!(answer.headers["content-encoding"], "gzip");
        let request = server.requests().pop().unwrap();
        assert!(request.contains(&format!("\r\n{name}: {value}\r\n")), "{request}");
        assert_eq!(request.matches("gzip").count(), usize::from(name != "range"), "{request}");
    }
}

pub(crate) async fn answers_without_a_body_stay_so(made: Made) {
    let server = Server::answering(|request| match request.starts_with("HEAD ") {
        true => "HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: 7\r\n\r\n",
        false => "HTTP/1.1 204 No Content\r\ncontent-encoding: gzip\r\n\r\n",
    });
    let transport = (made.plain)();
    let head = whole(&transport, request("HEAD", &server.url("/"))).await;
    assert_eq!((&*head.body, &head.headers["content-length"]), (&b""[..], &"7".parse().unwrap()));
    assert!(!server.requests()[0].contains("accept-encoding"));
    assert_eq!(whole(&transport, get(&server.url("/"))).await.body, "");
}
