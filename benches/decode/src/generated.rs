//! The generated client, asked for the page through a transport without a network.

use std::error::Error;
use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use bytes::Bytes;
use deskpro_client::tickets::Ticket;
use deskpro_client::transport::MemoryTransport;
use deskpro_client::{Auth, Client, ClientBuilder, Drift, Page};

/// A client that is always answered with the same body.
pub(crate) struct Asker(Client);

impl Asker {
    pub(crate) fn new(body: Vec<u8>) -> Result<Self, Box<dyn Error>> {
        Ok(Self(builder(body).build()?))
    }

    /// The same, with somebody who looks for what is not described.
    pub(crate) fn observed(body: Vec<u8>, drift: &Drift) -> Result<Self, Box<dyn Error>> {
        Ok(Self(builder(body).observe(drift).build()?))
    }

    /// Asks for the page, in the way of a user of the client.
    pub(crate) fn page(&self) -> Result<Page<Ticket>, Box<dyn Error>> {
        Ok(ready(self.0.tickets().list().send())??)
    }
}

fn builder(body: Vec<u8>) -> ClientBuilder<Client> {
    let body = Bytes::from(body);
    let transport = MemoryTransport::new(move |_| http::Response::new(body.clone()));
    Client::builder("https://support.example.com", Auth::none()).transport(transport)
}

/// What a future that never waits yields.
fn ready<T>(future: impl Future<Output = T>) -> Result<T, &'static str> {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => Ok(value),
        Poll::Pending => Err("a transport without a network has to wait"),
    }
}
