//! The transport that records or replays.

use std::{
    fmt,
    path::PathBuf,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    thread,
};

use bytes::Bytes;

use super::{
    error::{CassetteError, Closest, NotRecorded},
    file,
    host::OwnHost,
    outcome::Outcome,
    request::Request,
    tape::{Recording, Tape},
};
use crate::{
    clock::{Clock, SimulatedClock},
    mask::Mask,
    transport::{
        BodyEnd, OpenFuture, OpenResponse, RawResponse, Transport, TransportError,
        TransportErrorKind, TransportFuture, TransportRequest,
    },
};

/// Records what another transport does, or replays it: see [`Cassette`](super::Cassette).
///
/// Clones share the recordings. When the last of them is dropped, what was recorded is saved, unless the
/// thread panics.
#[derive(Clone)]
pub struct CassetteTransport(Arc<Shared>);

struct Shared {
    path: PathBuf,
    mask: Mask,
    /// What does the work while it is recorded; none where it is replayed.
    recorded: Option<Arc<dyn Transport>>,
    clock: SimulatedClock,
    state: Mutex<State>,
}

struct State {
    tape: Tape,
    is_saved: bool,
}

impl CassetteTransport {
    pub(super) fn new(
        path: PathBuf,
        tape: Tape,
        mask: Mask,
        recorded: Option<Arc<dyn Transport>>,
    ) -> Self {
        let state = Mutex::new(State { tape, is_saved: true });
        Self(Arc::new(Shared { path, mask, recorded, clock: SimulatedClock::new(), state }))
    }

    /// Whether it records.
    pub fn is_recording(&self) -> bool {
        self.0.recorded.is_some()
    }

    /// Writes what was recorded so far, all of it or nothing; does nothing where it replays.
    ///
    /// # Errors
    ///
    /// When the file cannot be written. What was there before still is.
    pub fn save(&self) -> Result<(), CassetteError> {
        self.0.save()
    }

    /// Whether everything that was recorded was replayed; always so while it records.
    ///
    /// # Errors
    ///
    /// When something was not asked for: [`CassetteError::Unused`] names it.
    pub fn assert_all_used(&self) -> Result<(), CassetteError> {
        let state = self.0.state();
        let unused = state.tape.recordings.iter().filter(|recording| !recording.is_used);
        let requests: Vec<String> = unused.map(|recording| recording.request.to_string()).collect();
        match requests.is_empty() || self.is_recording() {
            true => Ok(()),
            false => Err(CassetteError::Unused { path: self.0.path.clone(), requests }),
        }
    }

    /// Has the work done by the transport, and writes it down.
    async fn record(
        self,
        transport: &dyn Transport,
        mut request: TransportRequest,
        opens: bool,
    ) -> Result<RawResponse, TransportError> {
        let seen = read(&mut request).await?;
        let mask = self.0.mask_for(&seen);
        let place = self.0.begin(Request::of(&seen, &mask));
        let outcome = match opens {
            false => transport.call(request).await,
            true => match transport.open(request).await {
                // A cassette has to have all of it.
                Ok(open) => Ok(open.read(usize::MAX).await),
                Err(error) => Err(error),
            },
        };
        self.0.end(place, Outcome::of(&outcome, &mask));
        outcome
    }

    async fn replay(
        self,
        mut request: TransportRequest,
        limit: usize,
    ) -> Result<RawResponse, TransportError> {
        let seen = read(&mut request).await?;
        let mut answer = self.0.replay(&seen)?;
        if answer.body.len() > limit {
            answer.body.truncate(limit);
            answer.ended = BodyEnd::TooLarge;
        }
        Ok(answer)
    }

    async fn exchange(
        self,
        request: TransportRequest,
        opens: bool,
    ) -> Result<RawResponse, TransportError> {
        match self.0.recorded.clone() {
            Some(transport) => self.record(&*transport, request, opens).await,
            None => {
                let limit = if opens { usize::MAX } else { request.body_limit };
                self.replay(request, limit).await
            }
        }
    }
}

/// The request with its whole body, which is still in the one that is sent.
async fn read(request: &mut TransportRequest) -> Result<http::Request<Bytes>, TransportError> {
    let body = std::mem::take(request.http.body_mut()).read().await;
    let body = body.map_err(TransportError::of_request_body)?;
    *request.http.body_mut() = body.clone().into();
    let mut seen = http::Request::new(body);
    *seen.method_mut() = request.http.method().clone();
    *seen.uri_mut() = request.http.uri().clone();
    *seen.headers_mut() = request.http.headers().clone();
    Ok(seen)
}

impl Shared {
    /// What hides the secrets of this request, and of what comes for it.
    fn mask_for(&self, request: &http::Request<Bytes>) -> Mask {
        let mut mask = self.mask.knowing(request.headers());
        if let (Some(host), Some(own)) = (&self.state().tape.host, request.uri().authority()) {
            mask.replace(own.as_str(), host);
        }
        mask
    }

    /// What puts the helpdesk's own host back where it was replaced.
    fn host_of(&self, request: &http::Request<Bytes>) -> OwnHost {
        match (&self.state().tape.host, request.uri().authority()) {
            (Some(host), Some(own)) => OwnHost::new(host, own.as_str()),
            _ => OwnHost::default(),
        }
    }

    /// Notes a request in the order in which it is sent, whenever its answer comes.
    fn begin(&self, request: Request) -> usize {
        let recordings = &mut self.state().tape.recordings;
        recordings.push(Recording { request, outcome: None, is_used: false });
        recordings.len().saturating_sub(1)
    }

    fn end(&self, place: usize, outcome: Outcome) {
        let mut state = self.state();
        if let Some(recording) = state.tape.recordings.get_mut(place) {
            recording.outcome = Some(outcome);
            state.is_saved = false;
        }
    }

    fn replay(&self, seen: &http::Request<Bytes>) -> Result<RawResponse, TransportError> {
        let request = Request::of(seen, &self.mask_for(seen));
        let host = self.host_of(seen);
        let outcome = self.state().tape.replay(&request);
        outcome.map_err(|closest| self.not_recorded(&request, closest))?.replay(&host)
    }

    fn not_recorded(&self, request: &Request, closest: Option<Closest>) -> TransportError {
        let missing = NotRecorded::new(self.path.clone(), request.to_string(), closest);
        TransportError::new(TransportErrorKind::Other, missing.to_string())
            .with_source(CassetteError::NotRecorded(missing))
    }

    fn save(&self) -> Result<(), CassetteError> {
        if self.recorded.is_none() {
            return Ok(());
        }
        let mut state = self.state();
        file::write(&self.path, &state.tape)?;
        state.is_saved = true;
        Ok(())
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Shared {
    fn drop(&mut self) {
        // A test that failed has not recorded what it was to record.
        if !self.state().is_saved && !thread::panicking() {
            // Nobody is there to be told: `save` tells.
            let _ = self.save();
        }
    }
}

impl Transport for CassetteTransport {
    fn call(&self, request: TransportRequest) -> TransportFuture {
        Box::pin(self.clone().exchange(request, false))
    }

    fn open(&self, request: TransportRequest) -> OpenFuture {
        let answer = self.clone().exchange(request, true);
        Box::pin(async move { answer.await.map(OpenResponse::from) })
    }

    fn clock(&self) -> Arc<dyn Clock> {
        match &self.0.recorded {
            Some(transport) => transport.clock(),
            None => Arc::new(self.0.clock.clone()),
        }
    }

    fn is_blocking(&self) -> bool {
        self.0.recorded.as_ref().is_none_or(|transport| transport.is_blocking())
    }
}

impl fmt::Debug for CassetteTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CassetteTransport")
            .field("path", &self.0.path)
            .field("is_recording", &self.is_recording())
            .field("recordings", &self.0.state().tape.recordings.len())
            .finish()
    }
}
