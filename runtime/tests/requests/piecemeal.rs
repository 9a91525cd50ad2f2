//! A transport whose answers come in pieces.

use std::{
    pin::Pin,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering::SeqCst},
    },
    task::{Context, Poll},
};

use bytes::Bytes;
use deskpro_runtime::{
    Client,
    clock::{Clock, SimulatedClock},
    transport::{
        BodyStream, OpenFuture, OpenResponse, Transport, TransportError, TransportErrorKind,
        TransportFuture, TransportRequest,
    },
};
use futures_util::{Stream, StreamExt, stream};

use crate::helpdesk::builder;

/// Opens this answer, once.
#[derive(Clone)]
pub(crate) struct Piecemeal {
    answer: Arc<Mutex<Option<OpenResponse>>>,
    taken: Arc<AtomicUsize>,
}

pub(crate) type Piece = Result<Bytes, TransportError>;

impl Piecemeal {
    pub(crate) fn new(
        status: u16,
        headers: &[(&'static str, &str)],
        body: impl Stream<Item = Piece> + Send + 'static,
    ) -> Self {
        let taken = Arc::new(AtomicUsize::new(0));
        let body: BodyStream = Box::pin(Counted(Box::pin(body), taken.clone()));
        let headers = headers
            .iter()
            .map(|(name, value)| (http::HeaderName::from_static(name), value.parse().unwrap()));
        let status = http::StatusCode::from_u16(status).unwrap();
        let answer = OpenResponse::new(status, headers.collect(), body);
        Self { answer: Arc::new(Mutex::new(Some(answer))), taken }
    }

    /// A file in these pieces.
    pub(crate) fn file(
        headers: &[(&'static str, &str)],
        pieces: &[&'static str],
        end: Option<TransportErrorKind>,
    ) -> Self {
        let pieces: Vec<Piece> =
            pieces.iter().map(|piece| Ok(Bytes::from_static(piece.as_bytes()))).collect();
        let end = end.map(|kind| Err(TransportError::new(kind, "it went wrong")));
        Self::new(200, headers, stream::iter(pieces.into_iter().chain(end)))
    }

    pub(crate) fn client(&self) -> Client {
        builder().transport(self.clone()).build().unwrap()
    }

    /// How many pieces were taken.
    pub(crate) fn taken(&self) -> usize {
        self.taken.load(SeqCst)
    }
}

impl Transport for Piecemeal {
    fn call(&self, _: TransportRequest) -> TransportFuture {
        panic!("the body is wanted as it comes")
    }

    fn open(&self, _: TransportRequest) -> OpenFuture {
        let answer = self.answer.lock().unwrap().take().unwrap();
        Box::pin(std::future::ready(Ok(answer)))
    }

    fn clock(&self) -> Arc<dyn Clock> {
        Arc::new(SimulatedClock::new())
    }

    fn is_blocking(&self) -> bool {
        true
    }
}

struct Counted(BodyStream, Arc<AtomicUsize>);

impl Stream for Counted {
    type Item = Piece;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Piece>> {
        let piece = self.0.poll_next_unpin(context);
        if matches!(piece, Poll::Ready(Some(_))) {
            self.1.fetch_add(1, SeqCst);
        }
        piece
    }
}
