//! The transport on a client of reqwest.

use std::{sync::Arc, time::Duration};

use deskpro_runtime::transport::{ReqwestTransport, Transport, TransportErrorKind as Kind};
use futures_util::FutureExt;
use reqwest::{Client, ClientBuilder, Proxy, redirect::Policy};

use crate::{
    proxies::address,
    requests::{Made, SOON, failed, get, whole},
    server::{Server, ok, read_request, until_closed},
};

fn builder() -> ClientBuilder {
    Client::builder().redirect(Policy::none()).no_proxy()
}

const REQWEST: Made = Made {
    plain: || Arc::new(ReqwestTransport::new(builder().build().unwrap())),
    through: |proxy| {
        let proxy = Proxy::all(proxy).unwrap();
        Ok(Arc::new(ReqwestTransport::new(builder().proxy(proxy).build().unwrap())))
    },
    #[cfg(any(feature = "_tls", feature = "blocking"))]
    trusting: |_| unreachable!("whom reqwest trusts is said to reqwest"),
};

mod all {
    behaviours!(super::REQWEST);
    files!(super::REQWEST);
    open_bodies!(super::REQWEST);
    waiting!(super::REQWEST);
}

#[tokio::test]
async fn time_outs_of_the_client_are_kept_too() {
    let server = Server::start(|mut stream, _| async move {
        read_request(&mut stream).await;
        until_closed(stream).await;
    });
    let transport = ReqwestTransport::new(builder().timeout(SOON).build().unwrap());
    let mut request = get(&server.url("/?q=secret"));
    request.timeout = Duration::from_secs(30);
    let error = transport.call(request).await.unwrap_err();
    assert_eq!(error.kind(), Kind::Timeout);
    let text = format!("{error} {error:?}");
    assert!(text.starts_with("time was up: ") && !text.contains("secret"), "{text}");
}

#[tokio::test]
async fn what_the_client_follows_nobody_else_sees() {
    let server = Server::answering(|request| match request.starts_with("GET /there ") {
        true => ok("there"),
        false => "HTTP/1.1 302 Found\r\nlocation: /there\r\ncontent-length: 0\r\n\r\n".to_owned(),
    });
    let following = ReqwestTransport::new(Client::builder().no_proxy().build().unwrap());
    assert_eq!(whole(&following, get(&server.url("/here"))).await.body, "there");
    let asking = ReqwestTransport::new(builder().build().unwrap());
    assert_eq!(whole(&asking, get(&server.url("/here"))).await.status, 302);
}

#[tokio::test]
async fn the_proxy_is_the_clients() {
    let proxy = Server::answering(|_| ok("through"));
    let transport = (REQWEST.through)(&address(&proxy)).unwrap();
    assert_eq!(whole(&transport, get("http://support.example.com/")).await.body, "through");
    let [request] = proxy.requests().try_into().unwrap();
    assert!(request.starts_with("GET http://support.example.com/ HTTP/1.1\r\n"), "{request}");
}

#[tokio::test]
async fn without_tls_nothing_is_sent() {
    let transport = (REQWEST.plain)();
    let kind = failed(&transport, get("https://127.0.0.1:9/")).await;
    assert_eq!(kind, Kind::Connect);
}

#[test]
fn outside_of_a_runtime_it_fails_without_a_panic() {
    let transport = (REQWEST.plain)();
    for error in [
        transport.call(get("http://127.0.0.1:9")).now_or_never().unwrap().map(drop).unwrap_err(),
        transport.open(get("http://127.0.0.1:9")).now_or_never().unwrap().map(drop).unwrap_err(),
    ] {
        assert_eq!(error.to_string(), "this needs a tokio runtime");
    }
}
