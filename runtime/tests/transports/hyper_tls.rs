//! TLS of the transport on hyper.

use std::time::Duration;

use deskpro_runtime::transport::{HyperTransport, Transport, TransportErrorKind as Kind};

use crate::{
    encryption::{Authority, acceptor, encrypted, reluctant, url},
    requests::{failed, get, whole},
};

#[tokio::test]
async fn a_connection_has_as_long_as_the_request_that_needs_it_says() {
    let authority = Authority::new();
    let (server, go_on) = reluctant(acceptor(&authority.certify("localhost"), None, &[]));
    let builder = HyperTransport::builder().without_proxy();
    let transport = builder.root_certificates(authority.pem()).build().unwrap();

    let patient = {
        let (transport, request) = (transport.clone(), get(&url(&server, "localhost")));
        tokio::spawn(async move { whole(&transport, request).await })
    };
    let mut hasty = get(&url(&server, "localhost"));
    hasty.connect_timeout = Some(Duration::from_millis(50));
    let error = transport.call(hasty).await.unwrap_err();
    assert_eq!(error.kind(), Kind::ConnectTimeout);
    assert_eq!(error.to_string(), "no connection came about in time");

    for _ in 0..2 {
        go_on.send(()).unwrap();
    }
    assert_eq!(patient.await.unwrap().body, "{}");
    // The connection is there now, and as soon as it is idle nothing has to be waited for.
    let answer = loop {
        let mut hasty = get(&url(&server, "localhost"));
        hasty.connect_timeout = Some(Duration::from_nanos(1));
        match transport.call(hasty).await {
            Ok(answer) => break answer,
            Err(error) => assert_eq!(error.kind(), Kind::ConnectTimeout),
        }
    };
    assert_eq!(answer.body, "{}");
}

#[tokio::test]
async fn a_client_shows_its_certificate() {
    let (servers, clients) = (Authority::new(), Authority::new());
    let server = encrypted(acceptor(&servers.certify("localhost"), Some(&clients), &[]));
    let me = clients.certify("me");
    let builder = HyperTransport::builder().without_proxy().root_certificates(servers.pem());
    let known = builder.clone().client_certificate(me.chain, me.key).build().unwrap();
    assert_eq!(whole(&known, get(&url(&server, "localhost"))).await.body, "{}");
    let unknown = builder.build().unwrap();
    failed(&unknown, get(&url(&server, "localhost"))).await;
    assert_eq!(server.requests().len(), 1);
}

#[test]
fn certificates_that_are_none_are_refused_and_not_shown() {
    let (authority, other) = (Authority::new(), Authority::new());
    let (me, you) = (authority.certify("me"), other.certify("you"));
    let builder = || HyperTransport::builder().without_proxy();
    for (builder, start) in [
        (builder().root_certificates("secret"), "a root certificate cannot be used: "),
        (builder().only_own_roots(), "no root certificate is trusted"),
        (
            builder().client_certificate(me.chain.clone(), "secret"),
            "the client's certificate or its key cannot be used: ",
        ),
        (
            builder().client_certificate("secret", me.key.clone()),
            "the client's certificate or its key cannot be used: ",
        ),
        (
            builder().client_certificate(me.chain, you.key),
            "the client's certificate or its key cannot be used: ",
        ),
    ] {
        let error = builder.build().unwrap_err();
        assert_eq!(error.kind(), Kind::Tls);
        let text = format!("{error} {error:?}");
        assert!(text.starts_with(start) && !text.contains("secret"), "{text}");
    }
}
