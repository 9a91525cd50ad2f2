//! The transport on hyper.

use std::{sync::Arc, time::Duration};

use deskpro_runtime::{
    Auth, BuildError, Client,
    transport::{HyperTransport, Transport, TransportErrorKind as Kind},
};
use futures_util::FutureExt;

use crate::{
    requests::{Made, failed, get, whole},
    server::{Server, ok},
};

pub(crate) const HYPER: Made = Made {
    plain: || Arc::new(HyperTransport::without_proxy().unwrap()),
    through: |proxy| Ok(Arc::new(HyperTransport::with_proxy(proxy)?)),
    #[cfg(feature = "_tls")]
    trusting: |pem| {
        let builder = HyperTransport::builder().without_proxy();
        Arc::new(builder.root_certificates(pem).only_own_roots().build().unwrap())
    },
};

mod all {
    behaviours!(super::HYPER);
    files!(super::HYPER);
    open_bodies!(super::HYPER);
    waiting!(super::HYPER);
    proxies!(super::HYPER);
    #[cfg(feature = "gzip")]
    compression!(super::HYPER);
    #[cfg(feature = "_tls")]
    encryption!(super::HYPER);
    #[cfg(feature = "_tls")]
    tunnels!(super::HYPER);
}

#[tokio::test]
async fn an_idle_connection_is_kept_as_the_settings_say() {
    let server = Server::answering(|_| ok("{}"));
    let transport =
        HyperTransport::builder().without_proxy().pool_max_idle_per_host(0).build().unwrap();
    for _ in 0..2 {
        whole(&transport, get(&server.url("/"))).await;
    }
    assert_eq!(server.connections(), 2);

    let builder = HyperTransport::builder().without_proxy().tcp_keepalive(None);
    let transport = builder.pool_idle_timeout(Duration::ZERO).build().unwrap();
    for _ in 0..2 {
        whole(&transport, get(&server.url("/"))).await;
    }
    assert_eq!(server.connections(), 4);
}

#[test]
fn outside_of_a_runtime_it_fails_without_a_panic() {
    let transport = HyperTransport::without_proxy().unwrap();
    for error in [
        transport.call(get("http://127.0.0.1:9")).now_or_never().unwrap().map(drop).unwrap_err(),
        transport.open(get("http://127.0.0.1:9")).now_or_never().unwrap().map(drop).unwrap_err(),
    ] {
        assert_eq!(error.to_string(), "this needs a tokio runtime");
    }
}

#[tokio::test]
async fn without_tls_plain_http_is_all_there_is() {
    let transport = HyperTransport::without_proxy().unwrap();
    let client: Result<Client, _> = Client::builder("https://127.0.0.1:9", Auth::none()).build();
    let kind = failed(&transport, get("https://127.0.0.1:9")).await;
    match cfg!(feature = "_tls") {
        true => assert!(client.is_ok() && kind == Kind::Connect, "{kind:?}"),
        false => {
            let BuildError::Transport(error) = client.unwrap_err() else { panic!() };
            assert_eq!((error.kind(), kind), (Kind::Tls, Kind::Tls));
            assert_eq!(
                error.to_string(),
                "this build has no TLS: switch on the feature `rustls`, `rustls-aws-lc` or `native-tls`"
            );
        }
    }
}

#[test]
fn builders_show_nothing_that_is_confidential() {
    let builder = HyperTransport::builder().proxy("http://user:secret@proxy.example.com:3128");
    #[cfg(feature = "_tls")]
    let builder = builder.client_certificate("secret", "secret");
    let text = format!("{builder:?}");
    assert!(text.starts_with("HyperBuilder { tcp_keepalive: Some(15s), "), "{text}");
    assert!(!text.contains("secret"), "{text}");
}
