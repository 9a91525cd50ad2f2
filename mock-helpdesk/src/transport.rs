//! Requests of a client, taken to a helpdesk without a port.

use std::fmt;
use std::sync::Arc;

use bytes::Bytes;
use deskpro_runtime::clock::{Clock, SimulatedClock};
use deskpro_runtime::transport::{
    BodyEnd, OpenFuture, OpenResponse, RawResponse, Transport, TransportError, TransportErrorKind,
    TransportFuture, TransportRequest,
};
use http::{Request, Response};

use crate::Helpdesk;
use crate::delivery::{Delivery, Ending};

/// Takes requests of a client to a [`Helpdesk`] in the same process.
///
/// Clones share the helpdesk. Time is simulated: a late answer and the pause before a retry take none,
/// and a stalled answer ends when the client's time-out says so. Nothing has to be awaited, so that it
/// also serves clients that block.
///
/// # Examples
///
/// ```
/// use deskpro_mock::{Failure, HelpdeskTransport, MockHelpdesk};
/// use deskpro_runtime::{Auth, Client};
///
/// let transport = HelpdeskTransport::new(MockHelpdesk::builder().seed("tickets", 3).build()?);
/// let client = Client::builder("https://support.example.com", Auth::key(MockHelpdesk::KEY))
///     .transport(transport.clone())
///     .build()?;
/// transport.helpdesk().fail_next(Failure::status(429).with_retry_after(30));
/// # let _ = client;
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct HelpdeskTransport {
    helpdesk: Arc<Helpdesk>,
    clock: SimulatedClock,
}

impl HelpdeskTransport {
    /// A transport to this helpdesk, or to one that is shared.
    pub fn new(helpdesk: impl Into<Arc<Helpdesk>>) -> Self {
        Self { helpdesk: helpdesk.into(), clock: SimulatedClock::new() }
    }

    /// The helpdesk.
    pub fn helpdesk(&self) -> &Helpdesk {
        &self.helpdesk
    }

    /// The clock that waits are told by.
    pub fn simulated_clock(&self) -> &SimulatedClock {
        &self.clock
    }

    async fn carry(self, request: TransportRequest) -> Result<RawResponse, TransportError> {
        let TransportRequest { http, timeout, body_limit, .. } = request;
        let (parts, body) = http.into_parts();
        let body = body.read().await.map_err(TransportError::of_request_body)?;
        let answer = self.helpdesk.answer(Request::from_parts(parts, body));
        let delivery = Delivery::of(&answer);
        if delivery.delay > timeout {
            self.clock.sleep(timeout).await;
            return Err(timed_out());
        }
        if !delivery.delay.is_zero() {
            self.clock.sleep(delivery.delay).await;
        }
        if delivery.ending == Ending::Reset {
            return Err(closed("the connection was reset"));
        }
        let mut raw = arrived(answer, delivery);
        if delivery.ending == Ending::Stalled && !matches!(raw.ended, BodyEnd::Complete) {
            self.clock.sleep(timeout.saturating_sub(delivery.delay)).await;
        }
        if raw.body.len() > body_limit {
            raw.body.truncate(body_limit);
            raw.ended = BodyEnd::TooLarge;
        }
        Ok(raw)
    }
}

/// What arrives of an answer.
fn arrived(answer: Response<Bytes>, delivery: Delivery) -> RawResponse {
    let sent = delivery.sent(answer.body());
    let ended = match delivery.ending {
        _ if answer.body().is_empty() => BodyEnd::Complete,
        Ending::Stalled => BodyEnd::Broken(timed_out()),
        Ending::Truncated => BodyEnd::Broken(closed("the connection was closed within the body")),
        Ending::Whole | Ending::Reset => BodyEnd::Complete,
    };
    RawResponse { body: sent, ended, ..RawResponse::from(answer) }
}

fn timed_out() -> TransportError {
    TransportError::new(TransportErrorKind::Timeout, "time was up")
}

fn closed(message: &str) -> TransportError {
    TransportError::new(TransportErrorKind::Closed, message)
}

impl Transport for HelpdeskTransport {
    fn call(&self, request: TransportRequest) -> TransportFuture {
        Box::pin(self.clone().carry(request))
    }

    fn open(&self, mut request: TransportRequest) -> OpenFuture {
        // Whoever reads the body limits it.
        request.body_limit = usize::MAX;
        let answer = self.clone().carry(request);
        Box::pin(async { answer.await.map(OpenResponse::from) })
    }

    fn clock(&self) -> Arc<dyn Clock> {
        Arc::new(self.clock.clone())
    }

    fn is_blocking(&self) -> bool {
        true
    }
}

impl fmt::Debug for HelpdeskTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HelpdeskTransport")
            .field("helpdesk", &self.helpdesk)
            .finish_non_exhaustive()
    }
}
