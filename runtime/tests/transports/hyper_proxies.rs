//! Proxies of the transport on hyper.

use deskpro_runtime::transport::{HyperTransport, TransportErrorKind as Kind};

use crate::{
    proxies::{CREDENTIALS, address, is_inner, run_inner},
    requests::{failed, get, whole},
    server::{Server, ok},
};

#[tokio::test]
async fn plain_requests_are_forwarded_with_their_whole_address() {
    let proxy = Server::answering(|_| ok(r#"{"data": []}"#));
    let transport = HyperTransport::with_proxy(&address(&proxy)).unwrap();
    let url = "http://support.example.com/api/v2/tickets/13";
    assert_eq!(whole(&transport, get(url)).await.body, r#"{"data": []}"#);
    let [request] = proxy.requests().try_into().unwrap();
    assert!(request.starts_with(&format!("GET {url} HTTP/1.1\r\n")), "{request}");
    assert!(request.contains("\r\nhost: support.example.com\r\n"), "{request}");
    let authorization = format!("\r\nproxy-authorization: {CREDENTIALS}\r\n");
    assert!(request.contains(&authorization), "{request}");
}

#[tokio::test]
async fn the_environment_names_the_proxy_and_what_is_reached_without_one() {
    if is_inner() {
        let transport = HyperTransport::new().unwrap();
        whole(&transport, get("http://proxied.invalid/")).await;
        let direct = failed(&transport, get("http://direct.invalid/")).await;
        assert_eq!(direct, Kind::Connect);
        return;
    }
    let proxy = Server::answering(|_| ok(r#"{"data": []}"#));
    let test = "hyper_proxies::the_environment_names_the_proxy_and_what_is_reached_without_one";
    let address = format!("http://{}", proxy.address);
    run_inner(test, &[("HTTP_PROXY", &address), ("NO_PROXY", "direct.invalid")]).await;
    let [request] = proxy.requests().try_into().unwrap();
    assert!(request.starts_with("GET http://proxied.invalid/ "), "{request}");
}

#[tokio::test]
async fn variables_that_name_no_proxy_are_named_without_their_value() {
    if is_inner() {
        let error = HyperTransport::new().unwrap_err();
        assert_eq!(error.kind(), Kind::Proxy);
        assert_eq!(
            error.to_string(),
            "the environment's https_proxy is not the address of a proxy"
        );
        assert!(HyperTransport::without_proxy().is_ok());
        return;
    }
    let test = "hyper_proxies::variables_that_name_no_proxy_are_named_without_their_value";
    for bad in ["garbage://secret", "not a url"] {
        run_inner(test, &[("https_proxy", bad), ("HTTP_PROXY", "")]).await;
    }
}
