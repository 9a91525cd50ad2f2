//! The client, up to the request that its transport gets.

use std::future::{Future, pending};
use std::pin::pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Waker};

use deskpro_client::tickets::TicketStatus;
use deskpro_client::transport::{Transport, TransportFuture, TransportRequest};
use deskpro_client::{Auth, Client};
use http::Uri;

use crate::Failure;

/// A client whose requests get no further than to the transport. What it builds comes as its address.
pub(super) struct Builder {
    client: Client,
    last: LastRequest,
}

impl Builder {
    pub(super) fn new() -> Result<Self, Failure> {
        let last = LastRequest::default();
        let auth = Auth::key("2:YWK2PGCS8CNW62SR8TBTBKWMY");
        let builder = Client::builder("https://support.example.com", auth);
        let builder = builder.user_agent("example/1.0").transport(last.clone());
        Ok(Self { client: builder.build()?, last })
    }

    /// Tickets, asked for by their ids.
    pub(super) fn list(&self) -> Option<Uri> {
        self.sent(self.client.tickets().list().count(50).ids([1, 2]).send())
    }

    /// A new ticket.
    pub(super) fn create(&self) -> Option<Uri> {
        self.sent(self.client.tickets().create("Printer on fire", 4).send())
    }

    /// Five fields of a ticket.
    pub(super) fn update(&self) -> Option<Uri> {
        let update = self.client.tickets().update(13).subject("Printer");
        let update = update.status(TicketStatus::Resolved).agent(2).department(3).urgency(5);
        self.sent(update.send())
    }

    /// What was handed to the transport.
    fn sent(&self, sending: impl Future) -> Option<Uri> {
        // Waits for the answer that never comes.
        let _ = pin!(sending).poll(&mut Context::from_waker(Waker::noop()));
        let request = self.last.0.lock().unwrap_or_else(PoisonError::into_inner).take();
        request.map(|request| request.http.into_parts().0.uri)
    }
}

/// A transport that keeps what it gets and never answers, without an allocation of its own.
#[derive(Clone, Default)]
struct LastRequest(Arc<Mutex<Option<TransportRequest>>>);

impl Transport for LastRequest {
    fn call(&self, request: TransportRequest) -> TransportFuture {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(request);
        // Has no size, so that its box is not allocated.
        Box::pin(pending())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_those_of_the_operations() -> Result<(), Failure> {
        let builder = Builder::new()?;
        let built = [builder.list(), builder.create(), builder.update()];
        let paths = ["/tickets?count=50&ids=1,2", "/tickets", "/tickets/13"];
        for (built, path) in built.into_iter().zip(paths) {
            let built = built.map(|uri| uri.to_string());
            assert_eq!(built, Some(format!("https://support.example.com/api/v2{path}")));
        }
        Ok(())
    }
}
