//! The transport on ureq.

use std::{sync::Arc, time::Duration};

use deskpro_runtime::{
    Auth, Client, Envelope, Json, Method, Operation, Request, Undocumented,
    transport::{BlockingTransport, Transport, TransportErrorKind as Kind},
};

use crate::{
    encryption::{Authority, acceptor, encrypted, reluctant, url},
    proxies::{CREDENTIALS, address, is_inner, run_inner},
    requests::{Made, SOON, failed, get, whole},
    server::{Server, ok, read_request},
};

const BLOCKING: Made = Made {
    plain: || Arc::new(BlockingTransport::builder().without_proxy().build().unwrap()),
    through: |proxy| Ok(Arc::new(BlockingTransport::builder().proxy(proxy).build()?)),
    trusting: |pem| {
        let builder = BlockingTransport::builder().without_proxy();
        Arc::new(builder.only_root_certificates(pem).build().unwrap())
    },
};

mod all {
    behaviours!(super::BLOCKING);
    files!(super::BLOCKING);
    open_bodies!(super::BLOCKING);
    proxies!(super::BLOCKING);
    tunnels!(super::BLOCKING);
    encryption!(super::BLOCKING);
    #[cfg(feature = "gzip")]
    compression!(super::BLOCKING);
}

static GET: Operation = Operation {
    name: "tickets.get",
    method: Method::Get,
    path: "/tickets/{id}",
    negotiable: false,
    repeatable: true,
    success: &[200],
};

fn ask(server: &Server) {
    let client: Client =
        Client::builder(server.url(""), Auth::key("2:ABC")).blocking().build().unwrap();
    let ticket: Envelope<Json> =
        Request::new(&client, &GET, &[&13]).send::<_, Box<Undocumented>>().wait().unwrap();
    assert_eq!(ticket.data["id"], 13);
    let [request] = server.requests().try_into().unwrap();
    assert!(request.starts_with("GET /tickets/13 HTTP/1.1\r\n"), "{request}");
    assert!(request.contains("\r\nauthorization: key 2:ABC\r\n"), "{request}");
}

#[test]
fn a_client_needs_no_runtime() {
    ask(&Server::answering(|_| ok(r#"{"data": {"id": 13}}"#)));
}

#[tokio::test]
async fn a_client_may_block_a_runtime() {
    ask(&Server::answering(|_| ok(r#"{"data": {"id": 13}}"#)));
}

#[tokio::test]
async fn a_connection_takes_no_longer_than_it_may() {
    let authority = Authority::new();
    let (server, _go_on) = reluctant(acceptor(&authority.certify("localhost"), None, &[]));
    let transport = BlockingTransport::builder().without_proxy().build().unwrap();
    let request = || {
        let mut request = get(&url(&server, "localhost"));
        request.connect_timeout = Some(SOON);
        request
    };
    let error = transport.call(request()).await.unwrap_err();
    assert_eq!(error.kind(), Kind::ConnectTimeout);
    assert_eq!(error.to_string(), "no connection came about in time");
    assert_eq!(transport.open(request()).await.unwrap_err().kind(), Kind::ConnectTimeout);
    // Until a body begins, its time-out counts for the connection too.
    let mut late = get(&url(&server, "localhost"));
    late.timeout = SOON;
    assert_eq!(transport.open(late).await.unwrap_err().kind(), Kind::ConnectTimeout);
    let mut endless = get("http://127.0.0.1:9");
    (endless.timeout, endless.connect_timeout) = (Duration::MAX, Some(Duration::MAX));
    assert_eq!(failed(&transport, endless).await, Kind::Connect);
}

#[tokio::test]
async fn a_client_shows_its_certificate() {
    let (servers, clients) = (Authority::new(), Authority::new());
    let server = encrypted(acceptor(&servers.certify("localhost"), Some(&clients), &[]));
    let me = clients.certify("me");
    let builder = BlockingTransport::builder().only_root_certificates(servers.pem());
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
    let builder = BlockingTransport::builder;
    for builder in [
        builder().only_root_certificates("secret"),
        builder().client_certificate(me.chain.clone(), "secret"),
        builder().client_certificate("secret", me.key),
        builder().client_certificate(me.chain, you.key),
    ] {
        let error = builder.build().unwrap_err();
        assert_eq!(error.kind(), Kind::Tls);
        let text = format!("{error} {error:?}");
        assert!(text.contains(" cannot be used: ") && !text.contains("secret"), "{text}");
    }
}

#[tokio::test]
async fn plain_requests_go_through_a_tunnel_too() {
    let proxy = Server::start(|mut stream, seen| async move {
        use tokio::io::AsyncWriteExt;
        for answer in ["HTTP/1.1 200 OK\r\n\r\n", "HTTP/1.1 204 No Content\r\n\r\n"] {
            let request = read_request(&mut stream).await.unwrap();
            seen.lock().unwrap().push(request);
            stream.write_all(answer.as_bytes()).await.unwrap();
        }
    });
    let transport = BlockingTransport::builder().proxy(address(&proxy)).build().unwrap();
    assert_eq!(whole(&transport, get("http://support.example.com/x")).await.status, 204);
    let [connect, request] = proxy.requests().try_into().unwrap();
    assert!(connect.starts_with("CONNECT support.example.com:80 HTTP/1.1\r\n"), "{connect}");
    assert!(connect.contains(CREDENTIALS), "{connect}");
    assert!(request.starts_with("GET /x HTTP/1.1\r\n"), "{request}");
}

#[tokio::test]
async fn the_environment_names_the_proxy() {
    if is_inner() {
        let transport = BlockingTransport::new().unwrap();
        assert_eq!(failed(&transport, get("http://proxied.invalid/")).await, Kind::Proxy);
        assert_eq!(failed(&transport, get("http://direct.invalid/")).await, Kind::Connect);
        return;
    }
    let proxy = Server::answering(|_| "HTTP/1.1 502 Bad Gateway\r\ncontent-length: 0\r\n\r\n");
    let address = format!("http://{}", proxy.address);
    let environment = [("HTTP_PROXY", &*address), ("NO_PROXY", "direct.invalid")];
    run_inner("blocking::the_environment_names_the_proxy", &environment).await;
    let [connect] = proxy.requests().try_into().unwrap();
    assert!(connect.starts_with("CONNECT proxied.invalid:80 "), "{connect}");
}

#[tokio::test]
async fn variables_that_name_no_proxy_are_named_without_their_value() {
    if is_inner() {
        let error = BlockingTransport::new().unwrap_err();
        assert_eq!(
            error.to_string(),
            "the environment's https_proxy is not the address of a proxy"
        );
        return;
    }
    let test = "blocking::variables_that_name_no_proxy_are_named_without_their_value";
    for bad in ["garbage://secret", "not a url"] {
        run_inner(test, &[("https_proxy", bad), ("HTTP_PROXY", "")]).await;
    }
}

#[test]
fn builders_show_nothing_that_is_confidential() {
    let builder = BlockingTransport::builder().proxy("http://user:secret@proxy.example.com:3128");
    let text = format!("{:?}", builder.client_certificate("secret", "secret"));
    assert!(text.starts_with("BlockingBuilder { pool_idle_timeout: 15s, "), "{text}");
    assert!(!text.contains("secret"), "{text}");
}

#[cfg(not(feature = "hyper"))]
#[test]
fn a_client_is_asked_to_say_that_it_blocks() {
    let client: Result<Client, _> =
        Client::builder("https://support.example.com", Auth::none()).build();
    let error = client.unwrap_err().to_string();
    assert!(error.starts_with("there is no transport: call `.blocking()` where "), "{error}");
}

#[cfg(feature = "hyper")]
#[test]
fn a_client_blocks_only_where_it_was_asked_to() {
    let client: Client = Client::builder("http://127.0.0.1:9", Auth::none()).build().unwrap();
    let asked = Request::new(&client, &GET, &[&13]).send::<Envelope<Json>, Box<Undocumented>>();
    let failed = asked.wait().unwrap_err();
    let deskpro_runtime::Error::Request(error) = failed else { panic!("{failed}") };
    assert_eq!(*error.fault(), deskpro_runtime::RequestFault::NotBlocking);
}
