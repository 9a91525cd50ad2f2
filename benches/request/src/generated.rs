//! The generated client, up to the request that its transport gets.

use std::error::Error;
use std::future::{Future, pending};
use std::pin::pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Waker};

use deskpro_client::transport::{Transport, TransportFuture, TransportRequest};
use deskpro_client::{Auth, Client};

use crate::{HELPDESK, KEY, USER_AGENT};

/// A client whose requests get no further than to the transport.
pub(crate) struct Generated {
    client: Client,
    last: LastRequest,
}

impl Generated {
    pub(crate) fn new() -> Result<Self, Box<dyn Error>> {
        let last = LastRequest::default();
        let builder = Client::builder(HELPDESK, Auth::key(KEY)).user_agent(USER_AGENT);
        Ok(Self { client: builder.transport(last.clone()).build()?, last })
    }

    /// Tickets that are asked for by their ids.
    pub(crate) fn list(&self) -> Option<TransportRequest> {
        self.sent(self.client.tickets().list().count(50).ids([1, 2]).send())
    }

    /// A new ticket.
    pub(crate) fn create(&self) -> Option<TransportRequest> {
        self.sent(self.client.tickets().create("Printer on fire", 4).send())
    }

    /// What was handed to the transport.
    fn sent(&self, sending: impl Future) -> Option<TransportRequest> {
        // Waits for the answer that never comes.
        let _ = pin!(sending).poll(&mut Context::from_waker(Waker::noop()));
        self.last.0.lock().unwrap_or_else(PoisonError::into_inner).take()
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
