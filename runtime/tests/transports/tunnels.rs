//! Encrypted requests through proxies.

use deskpro_runtime::transport::TransportErrorKind as Kind;
use tokio::io::{AsyncReadExt, AsyncWriteExt};

use crate::{
    proxies::{CREDENTIALS, address},
    requests::{Made, failed, get},
    server::{Server, read_request},
};

/// Tests of tunnels through proxies, for one transport.
macro_rules! tunnels {
    ($made:expr) => {
        tests_of! { tunnels, $made;
            encrypted_requests_go_through_a_tunnel_that_sees_no_key,
            a_proxy_that_refuses_is_named_as_such,
        }
    };
}

pub(crate) async fn encrypted_requests_go_through_a_tunnel_that_sees_no_key(made: Made) {
    let proxy = Server::start(|mut stream, seen| async move {
        let request = read_request(&mut stream).await.unwrap();
        seen.lock().unwrap().push(request);
        stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n").await.unwrap();
        let mut hello = [0; 4096];
        let length = stream.read(&mut hello).await.unwrap();
        // A record of a TLS handshake starts with 22.
        let text = format!("{} {}", hello[0], String::from_utf8_lossy(&hello[..length]));
        seen.lock().unwrap().push(text);
    });
    let mut request = get("https://support.example.com/");
    request.http.headers_mut().insert("authorization", "key 2:SECRET".parse().unwrap());
    let transport = (made.through)(&address(&proxy)).unwrap();
    failed(&transport, request).await;
    let [connect, hello] = proxy.requests().try_into().unwrap();
    assert!(connect.starts_with("CONNECT support.example.com:443 HTTP/1.1\r\n"), "{connect}");
    let authorization = format!("\r\nproxy-authorization: {CREDENTIALS}\r\n");
    assert!(connect.to_lowercase().contains(&authorization.to_lowercase()), "{connect}");
    assert!(!connect.contains("SECRET"), "{connect}");
    assert!(hello.starts_with("22 ") && hello.contains("support.example.com"), "{hello}");
}

pub(crate) async fn a_proxy_that_refuses_is_named_as_such(made: Made) {
    for answer in [
        "HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n",
        "HTTP/1.1 502 Bad Gateway\r\ncontent-length: 0\r\n\r\n",
        "",
    ] {
        let proxy = Server::start(move |mut stream, _| async move {
            read_request(&mut stream).await;
            stream.write_all(answer.as_bytes()).await.unwrap();
        });
        let transport = (made.through)(&address(&proxy)).unwrap();
        let error = transport.call(get("https://support.example.com")).await.unwrap_err();
        assert_eq!(error.kind(), Kind::Proxy, "{error}");
        let text = format!("{error} {error:?}");
        assert!(text.starts_with("the proxy could not be used: "), "{text}");
        assert!(!text.contains("p@ss") && !text.contains("p%40ss"), "{text}");
        assert!(!text.contains(CREDENTIALS), "{text}");
    }
}
