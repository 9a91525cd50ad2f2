//! The client, asked through a transport without a network.

use std::future::{Future, ready};
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use bytes::Bytes;
use deskpro_client::runtime::{Refusal, Refused, Response};
use deskpro_client::tickets::{CreateTicketError, Ticket};
use deskpro_client::transport::{Transport, TransportFuture, TransportRequest};
use deskpro_client::{Auth, Client, Error, Page};
use http::StatusCode;

use crate::Failure;

/// A client that is always answered with the same body.
pub(super) struct Asker(Client);

impl Asker {
    pub(super) fn new(body: String) -> Result<Self, Failure> {
        Ok(Self(client(StatusCode::OK, body)?))
    }

    /// Asks for the page, in the way of a user of the client.
    pub(super) fn page(&self) -> Result<Page<Ticket>, Failure> {
        Ok(at_once(self.0.tickets().list().send())??)
    }

    /// Asks for one ticket.
    pub(super) fn ticket(&self) -> Result<Ticket, Failure> {
        Ok(at_once(self.0.tickets().get(13).send())??.data)
    }
}

/// An answer that is a refusal, to be read again and again.
pub(super) struct Reader(Response);

impl Reader {
    /// Has a new ticket refused once.
    pub(super) fn new(body: String) -> Result<Self, Failure> {
        let client = client(StatusCode::BAD_REQUEST, body)?;
        match at_once(client.tickets().create("Printer on fire", 4).send())? {
            Err(Error::Api(refused)) => Ok(Self(refused.refusal().response().clone())),
            other => Err(format!("a documented refusal was expected: {other:?}").into()),
        }
    }

    /// Reads it as the error of the operation, and says how many errors its tree has.
    pub(super) fn errors(&self) -> Result<usize, Failure> {
        let refused = CreateTicketError::sort(Box::new(Refusal::new(self.0.clone())));
        Ok(refused.map_err(|refusal| refusal.to_string())?.refusal().errors().count())
    }
}

fn client(status: StatusCode, body: String) -> Result<Client, Failure> {
    let transport = Answer { status, body: body.into() };
    let builder = Client::builder("https://support.example.com", Auth::none());
    Ok(builder.transport(transport).build()?)
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
