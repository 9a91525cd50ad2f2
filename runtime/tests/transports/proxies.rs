//! Proxies: what they get to see, and which of the environment's are used.

use std::process::Command;

use deskpro_runtime::transport::TransportErrorKind as Kind;

use crate::{
    requests::{Made, failed, get, whole},
    server::{Server, ok},
};

/// Tests of proxies, for one transport.
macro_rules! proxies {
    ($made:expr) => {
        tests_of! { proxies, $made;
            a_proxy_that_is_not_there_is_named_as_such,
            this_machine_is_reached_without_a_proxy,
            an_address_that_is_none_is_refused,
            a_socks_proxy_is_refused_with_a_reason,
        }
    };
}

/// The address of a proxy, with a password that is `p@ss`.
pub(crate) fn address(proxy: &Server) -> String {
    format!("http://user:p%40ss@{}", proxy.address)
}

/// The Base64 of `user:p@ss`.
pub(crate) const CREDENTIALS: &str = "Basic dXNlcjpwQHNz";

pub(crate) async fn a_proxy_that_is_not_there_is_named_as_such(made: Made) {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let transport = (made.through)(&address).unwrap();
    assert_eq!(failed(&transport, get("http://support.example.com")).await, Kind::Proxy);
}

pub(crate) async fn this_machine_is_reached_without_a_proxy(made: Made) {
    let proxy = Server::answering(|_| ok(""));
    let helpdesk = Server::answering(|_| ok(r#"{"data": []}"#));
    let transport = (made.through)(&address(&proxy)).unwrap();
    for host in ["127.0.0.1", "localhost"] {
        let url = format!("http://{host}:{}/", helpdesk.address.port());
        whole(&transport, get(&url)).await;
        let request = helpdesk.requests().pop().unwrap();
        assert!(request.starts_with("GET / HTTP/1.1\r\n"), "{request}");
        assert!(!request.contains("proxy-authorization"), "{request}");
    }
    assert_eq!(proxy.connections(), 0);
}

pub(crate) async fn an_address_that_is_none_is_refused(made: Made) {
    for address in ["", "ftp://proxy.example.com", "http://"] {
        let error = (made.through)(address).map(drop).unwrap_err();
        assert_eq!(error.kind(), Kind::Proxy, "{address}");
        assert_eq!(error.to_string(), "the proxy's address cannot be used");
    }
}

pub(crate) async fn a_socks_proxy_is_refused_with_a_reason(made: Made) {
    let transport = (made.through)("socks5://proxy.example.com:1080").unwrap();
    let error = transport.call(get("http://support.example.com")).await.unwrap_err();
    assert_eq!(error.kind(), Kind::Proxy);
    assert_eq!(error.to_string(), "SOCKS proxies are not supported");
}

/// The variable that tells a test's second process from its first.
const INNER: &str = "DESKPRO_RUNTIME_INNER_TEST";

/// Whether this is the second process, with the environment of the test.
pub(crate) fn is_inner() -> bool {
    std::env::var_os(INNER).is_some()
}

/// Runs a test in a second process: one cannot change its own environment safely.
pub(crate) async fn run_inner(test: &str, environment: &[(&str, &str)]) {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", test]).env(INNER, "1").env_remove("REQUEST_METHOD");
    for name in ["ALL_PROXY", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY"] {
        command.env_remove(name).env_remove(name.to_lowercase());
    }
    command.envs(environment.iter().copied());
    let output = tokio::task::spawn_blocking(move || command.output()).await.unwrap().unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && text.contains("1 passed"), "{text}");
}
