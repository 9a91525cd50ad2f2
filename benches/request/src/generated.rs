//! The generated client, up to the request that its transport gets.

use std::future::{Future, pending};
use std::pin::pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Waker};

use clients::Failure;
use deskpro_client::tickets::TicketStatus;
use deskpro_client::transport::{Transport, TransportFuture, TransportRequest};
use deskpro_client::{Auth, Client};

use crate::{HELPDESK, KEY, USER_AGENT, no_case};

/// A client whose requests get no further than to the transport.
pub(crate) struct Generated {
    client: Client,
    last: LastRequest,
}

impl Generated {
    pub(crate) fn new() -> Result<Self, Failure> {
        let last = LastRequest::default();
        let builder = Client::builder(HELPDESK, Auth::key(KEY)).user_agent(USER_AGENT);
        Ok(Self { client: builder.transport(last.clone()).build()?, last })
    }

    /// What builds this case.
    pub(crate) fn case(case: &str) -> Result<fn(&Self) -> Option<TransportRequest>, Failure> {
        match case {
            "list" => Ok(Self::list),
            "create" => Ok(Self::create),
            "update" => Ok(Self::update),
            _ => no_case(case),
        }
    }

    fn list(&self) -> Option<TransportRequest> {
        self.sent(self.client.tickets().list().count(50).ids([1, 2]).send())
    }

    fn create(&self) -> Option<TransportRequest> {
        self.sent(self.client.tickets().create("Printer on fire", 4).send())
    }

    fn update(&self) -> Option<TransportRequest> {
        let update = self.client.tickets().update(13).subject("Printer");
        let update = update.status(TicketStatus::Resolved).agent(2).department(3).urgency(5);
        self.sent(update.send())
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
