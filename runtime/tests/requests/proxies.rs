//! Proxies: what they get to see, and which of the environment's are used.

use std::process::Command;

use deskpro_runtime::{
    Auth, Client, ClientBuilder, Envelope,
    transport::{HyperTransport, TransportErrorKind as Kind},
};

use tokio::io::{AsyncReadExt, AsyncWriteExt};

use crate::{
    helpdesk::{API, Failed, Ticket, TicketError, get},
    server::{Server, ok, read_request},
};

fn through(proxy: &Server, url: &str) -> Client {
    let address = format!("http://user:p%40ss@{}", proxy.address);
    ClientBuilder::new(url, Auth::key("2:SECRET"), &API)
        .allow_plain_http()
        .without_retries()
        .transport(HyperTransport::with_proxy(&address).unwrap())
        .build()
        .unwrap()
}

#[tokio::test]
async fn plain_requests_are_forwarded_with_their_whole_address() {
    let proxy = Server::answering(|_| ok(r#"{"data": {"id": 13}}"#)).await;
    let client = through(&proxy, "http://support.example.com");
    let ticket: Envelope<Ticket> = get(&client, 13).send::<_, TicketError>().await.unwrap();
    assert_eq!(ticket.data.id.get(), 13);
    let [request] = proxy.requests().try_into().unwrap();
    let line = "GET http://support.example.com/api/v2/tickets/13 HTTP/1.1\r\n";
    assert!(request.starts_with(line), "{request}");
    assert!(request.contains("\r\nhost: support.example.com\r\n"), "{request}");
    // The Base64 of `user:p@ss`.
    assert!(request.contains("\r\nproxy-authorization: Basic dXNlcjpwQHNz\r\n"), "{request}");
}

#[tokio::test]
async fn encrypted_requests_go_through_a_tunnel_that_sees_no_key() {
    let proxy = Server::start(|mut stream, seen| async move {
        let request = read_request(&mut stream).await.unwrap();
        seen.lock().unwrap().push(request);
        stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n").await.unwrap();
        let mut hello = [0; 4096];
        let length = stream.read(&mut hello).await.unwrap();
        // A record of a TLS handshake starts with 22.
        let text = format!("{} {}", hello[0], String::from_utf8_lossy(&hello[..length]));
        seen.lock().unwrap().push(text);
    })
    .await;
    let client = through(&proxy, "https://support.example.com");
    let failed: Failed = get(&client, 13).send::<Envelope<Ticket>, _>().await.unwrap_err();
    assert!(matches!(failed, Failed::Transport(_)), "{failed}");
    let [connect, hello] = proxy.requests().try_into().unwrap();
    assert!(connect.starts_with("CONNECT support.example.com:443 HTTP/1.1\r\n"), "{connect}");
    assert!(connect.contains("Proxy-Authorization: Basic dXNlcjpwQHNz\r\n"), "{connect}");
    assert!(!connect.contains("SECRET"), "{connect}");
    assert!(hello.starts_with("22 ") && hello.contains("support.example.com"), "{hello}");
}

#[tokio::test]
async fn a_proxy_that_refuses_is_named_as_such() {
    for (answer, expected) in [
        ("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n", "proxy authorization required"),
        ("HTTP/1.1 502 Bad Gateway\r\n\r\n", "unsuccessful"),
    ] {
        let proxy = Server::answering(|_| answer.to_owned()).await;
        let client = through(&proxy, "https://support.example.com");
        let failed: Failed = get(&client, 13).send::<Envelope<Ticket>, _>().await.unwrap_err();
        let Failed::Transport(error) = &failed else { panic!("{failed}") };
        assert_eq!(error.error().kind(), Kind::Proxy);
        let text = format!("{failed} {failed:?}");
        assert!(failed.to_string().contains(expected), "{failed}");
        assert!(!text.contains("p@ss") && !text.contains("dXNlcjpwQHNz"), "{text}");
    }
}

#[tokio::test]
async fn this_machine_is_reached_without_a_proxy() {
    let proxy = Server::answering(|_| ok("")).await;
    let helpdesk = Server::answering(|_| ok(r#"{"data": {"id": 13}}"#)).await;
    let client = through(&proxy, &format!("http://{}", helpdesk.address));
    let _: Envelope<Ticket> = get(&client, 13).send::<_, TicketError>().await.unwrap();
    assert!(helpdesk.requests()[0].starts_with("GET /api/v2/tickets/13 HTTP/1.1\r\n"));
    assert!(!helpdesk.requests()[0].contains("proxy-authorization"));
    assert_eq!(proxy.connections(), 0);
}

#[test]
fn an_address_that_is_none_is_refused() {
    for address in ["", "ftp://proxy.example.com", "http://"] {
        assert_eq!(HyperTransport::with_proxy(address).unwrap_err().kind(), Kind::Proxy);
    }
}

#[tokio::test]
async fn a_socks_proxy_is_refused_with_a_reason() {
    let transport = HyperTransport::with_proxy("socks5://proxy.example.com:1080").unwrap();
    let client = Client::builder("https://support.example.com", Auth::none())
        .transport(transport)
        .build()
        .unwrap();
    let failed: Failed = get(&client, 13).send::<Envelope<Ticket>, _>().await.unwrap_err();
    assert!(failed.to_string().contains("SOCKS proxies are not supported"), "{failed}");
}

/// The variable that tells this test's second process from its first.
const INNER: &str = "DESKPRO_RUNTIME_INNER_TEST";

/// A process cannot change its own environment safely, so the test runs itself in a second one.
#[tokio::test]
async fn the_environment_names_the_proxy_and_what_is_reached_without_one() {
    if std::env::var_os(INNER).is_some() {
        return ask_with_the_environments_proxy().await;
    }
    let proxy = Server::answering(|_| ok(r#"{"data": {"id": 13}}"#)).await;
    let name = "proxies::the_environment_names_the_proxy_and_what_is_reached_without_one";
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .args(["--exact", name])
        .env(INNER, "1")
        .env_remove("REQUEST_METHOD")
        .env_remove("http_proxy")
        .env_remove("no_proxy")
        .env("HTTP_PROXY", format!("http://{}", proxy.address))
        .env("NO_PROXY", "direct.invalid");
    let output = tokio::task::spawn_blocking(move || command.output()).await.unwrap().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    let [request] = proxy.requests().try_into().unwrap();
    assert!(request.starts_with("GET http://proxied.invalid/"), "{request}");
}

async fn ask_with_the_environments_proxy() {
    let client =
        |url| -> Client { Client::builder(url, Auth::none()).allow_plain_http().build().unwrap() };
    let proxied = client("http://proxied.invalid");
    let _: Envelope<Ticket> = get(&proxied, 13).send::<_, TicketError>().await.unwrap();
    let direct = client("http://direct.invalid");
    let failed: Failed = get(&direct, 13).send::<Envelope<Ticket>, _>().await.unwrap_err();
    let Failed::Transport(error) = &failed else { panic!("{failed}") };
    assert_eq!(error.error().kind(), Kind::Connect, "{failed}");
}
