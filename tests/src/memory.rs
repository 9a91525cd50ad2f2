//! Clients without a network, or with one but without proxies.

use bytes::Bytes;
use deskpro_client::runtime::transport::{HyperTransport, MemoryTransport};
use deskpro_client::{Auth, Client, ClientBuilder};
use http::{Request, Response};

/// The guide's key.
pub const KEY: &str = "2:YWK2PGCS8CNW62SR8TBTBKWMY";

/// The part of [`KEY`] that nobody may see.
pub const SECRET: &str = "YWK2PGCS8CNW62SR8TBTBKWMY";

/// A client of `https://support.example.com` that is answered by a closure and sends nothing again, and
/// the record of what it sent.
///
/// # Panics
///
/// Never: its settings are valid.
pub fn client(
    answer: impl Fn(&Request<Bytes>) -> Response<Bytes> + Send + Sync + 'static,
) -> (Client, MemoryTransport) {
    let transport = MemoryTransport::new(answer);
    let builder = Client::builder("https://support.example.com", Auth::key(KEY));
    let client = builder.transport(transport.clone()).without_retries().build();
    (client.expect("valid settings"), transport)
}

/// A client whose every request is answered with this status and this JSON.
pub fn answering(status: u16, body: impl Into<Bytes>) -> Client {
    let body = body.into();
    client(move |_| json_response(status, body.clone())).0
}

/// An answer with this status and this JSON.
///
/// # Panics
///
/// When the status is none.
pub fn json_response(status: u16, body: impl Into<Bytes>) -> Response<Bytes> {
    let response = Response::builder()
        .status(status)
        .header("content-type", "application/json")
        .body(body.into());
    response.expect("a valid status")
}

/// A builder of clients that talk HTTP to a server of this machine, whatever proxies the environment
/// names, and send nothing again.
///
/// # Panics
///
/// When TLS cannot be set up.
pub fn without_proxy(url: impl Into<String>, key: &str) -> ClientBuilder<Client> {
    let transport = HyperTransport::without_proxy().expect("a transport");
    Client::builder(url, Auth::key(key)).transport(transport).without_retries()
}
