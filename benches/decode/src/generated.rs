//! The generated client, asked through a transport without a network.

use std::future::{Future, ready};
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use bytes::Bytes;
use clients::Failure;
use deskpro_client::runtime::{Refusal, Refused, Response};
use deskpro_client::tickets::{CreateTicketError, Ticket};
use deskpro_client::transport::{Transport, TransportFuture, TransportRequest};
use deskpro_client::{Auth, Client, ClientBuilder, Drift, Error, Page};
use http::StatusCode;

/// A client that is always answered with the same body.
pub(crate) struct Asker(Client);

impl Asker {
    pub(crate) fn new(body: Vec<u8>) -> Result<Self, Failure> {
        Ok(Self(builder(StatusCode::OK, body).build()?))
    }

    /// The same, with somebody who looks for what is not described.
    pub(crate) fn observed(body: Vec<u8>, drift: &Drift) -> Result<Self, Failure> {
        Ok(Self(builder(StatusCode::OK, body).observe(drift).build()?))
    }

    /// Asks for the page, in the way of a user of the client.
    pub(crate) fn page(&self) -> Result<Page<Ticket>, Failure> {
        Ok(at_once(self.0.tickets().list().send())??)
    }
}

/// What reads an answer that is a refusal.
pub(crate) struct Reader(Response);

impl Reader {
    /// Has a new ticket refused once, to have the answer.
    pub(crate) fn new(body: Vec<u8>) -> Result<Self, Failure> {
        let client: Client = builder(StatusCode::BAD_REQUEST, body).build()?;
        match at_once(client.tickets().create("Printer on fire", 4).send())? {
            Err(Error::Api(refused)) => Ok(Self(refused.refusal().response().clone())),
            other => Err(format!("a documented refusal was expected: {other:?}").into()),
        }
    }

    /// Reads it as the error of the operation.
    pub(crate) fn refused(&self) -> Result<CreateTicketError, Failure> {
        let refused = CreateTicketError::sort(Box::new(Refusal::new(self.0.clone())));
        Ok(refused.map_err(|refusal| refusal.to_string())?)
    }
}

fn builder(status: StatusCode, body: Vec<u8>) -> ClientBuilder<Client> {
    let transport = Answer { status, body: body.into() };
    Client::builder("https://support.example.com", Auth::none()).transport(transport)
}

/// A transport that gives the same answer to everything, and keeps nothing.
struct Answer {
    status: StatusCode,
    body: Bytes,
}

impl Transport for Answer {
    fn call(&self, _: TransportRequest) -> TransportFuture {
        let mut response = http::Response::new(self.body.clone());
        *response.status_mut() = self.status;
        Box::pin(ready(Ok(response.into())))
    }
}

/// What a future that never waits yields.
fn at_once<T>(future: impl Future<Output = T>) -> Result<T, Failure> {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => Ok(value),
        Poll::Pending => Err("a transport without a network has to wait".into()),
    }
}
