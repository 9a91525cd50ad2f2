//! HTTP/2 of the transport on hyper.

use bytes::Bytes;
use deskpro_runtime::transport::{BodyEnd, HyperTransport, Transport};
use h2::server::{SendResponse, handshake};

use crate::{
    encryption::{Authority, acceptor, url},
    requests::{get, whole, with_body},
    server::{Seen, Server},
};

/// A server that speaks nothing but HTTP/2, and who vouches for it.
fn http2() -> (Server, Authority) {
    let authority = Authority::new();
    let acceptor = acceptor(&authority.certify("localhost"), None, &["h2"]);
    let server = Server::start(move |stream, seen| {
        let acceptor = acceptor.clone();
        async move {
            let mut connection = handshake(acceptor.accept(stream).await.unwrap()).await.unwrap();
            while let Some(Ok((request, answer))) = connection.accept().await {
                tokio::spawn(serve(request, answer, seen.clone()));
            }
        }
    });
    (server, authority)
}

async fn serve(
    mut request: http::Request<h2::RecvStream>,
    mut answer: SendResponse<Bytes>,
    seen: Seen,
) {
    let mut length = 0;
    while let Some(data) = request.body_mut().data().await {
        let data = data.unwrap();
        request.body_mut().flow_control().release_capacity(data.len()).unwrap();
        length += data.len();
    }
    let line = format!("{} {} {length}", request.method(), request.uri());
    seen.lock().unwrap().push(line);
    let mut body = answer.send_response(http::Response::new(()), false).unwrap();
    // What nobody reads is not taken.
    let _ = body.send_data("x".repeat(200_000).into(), true);
}

fn transport(authority: &Authority) -> HyperTransport {
    let builder = HyperTransport::builder().without_proxy();
    builder.root_certificates(authority.pem()).build().unwrap()
}

#[tokio::test]
async fn requests_share_a_connection_where_the_server_offers_it() {
    let (server, authority) = http2();
    let (transport, url) = (transport(&authority), url(&server, "localhost"));
    assert_eq!(whole(&transport, get(&url)).await.body.len(), 200_000);
    let upload = "x".repeat(300_000);
    let (one, other) = tokio::join!(
        whole(&transport, get(&url)),
        whole(&transport, with_body("PUT", &url, upload)),
    );
    assert_eq!((one.body.len(), other.body.len()), (200_000, 200_000));
    let mut requests = server.requests();
    requests.sort();
    assert_eq!(
        requests,
        [format!("GET {url} 0"), format!("GET {url} 0"), format!("PUT {url} 300000")]
    );
    assert_eq!(server.connections(), 1);
}

#[tokio::test]
async fn what_is_too_long_ends_the_request_and_not_the_connection() {
    let (server, authority) = http2();
    let (transport, url) = (transport(&authority), url(&server, "localhost"));
    for _ in 0..2 {
        let mut request = get(&url);
        request.body_limit = 1_000;
        let answer = transport.call(request).await.unwrap();
        assert!(matches!(answer.ended, BodyEnd::TooLarge), "{answer:?}");
        assert_eq!(answer.body.len(), 1_000);
    }
    assert_eq!(server.connections(), 1);
}
