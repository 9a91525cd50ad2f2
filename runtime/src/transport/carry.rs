//! Time-outs and the limit, kept for transports that wait.

use std::{
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
    time::Duration,
};

use bytes::Bytes;
use futures_core::Stream;

use super::{
    BodyEnd, BodyStream, OpenResponse, RawResponse, TransportError, TransportErrorKind as Kind,
    gathered::Gathered,
};
use crate::clock::{Clock, Elapsed, Sleep, within};

/// The whole answer, of a request that `begin` sends; its body counts towards the time-out.
pub(super) async fn whole<S>(
    clock: &dyn Clock,
    timeout: Duration,
    limit: usize,
    begin: impl Future<Output = Result<http::Response<S>, TransportError>>,
) -> Result<RawResponse, TransportError>
where
    S: Stream<Item = Result<Bytes, TransportError>>,
{
    let began = clock.now();
    let response = within(clock, timeout, begin).await.map_err(time_was_up)??;
    let left = timeout.saturating_sub(clock.now().saturating_sub(began));
    let (parts, pieces) = response.into_parts();
    let mut gathered = Gathered::new(&parts.headers, limit);
    let filled = within(clock, left, gathered.fill(pieces)).await;
    let ended = filled.unwrap_or_else(|elapsed| BodyEnd::Broken(time_was_up(elapsed)));
    let body = gathered.into_bytes();
    Ok(RawResponse { status: parts.status, headers: parts.headers, body, ended })
}

/// The answer as it begins; the time-out counts anew for every piece of its body.
pub(super) async fn opened<S>(
    clock: Arc<dyn Clock>,
    timeout: Duration,
    begin: impl Future<Output = Result<http::Response<S>, TransportError>>,
) -> Result<OpenResponse, TransportError>
where
    S: Stream<Item = Result<Bytes, TransportError>> + Send + 'static,
{
    let response = within(&*clock, timeout, begin).await.map_err(time_was_up)??;
    let (parts, pieces) = response.into_parts();
    let body = Timed { pieces: Some(Box::pin(pieces)), clock, timeout, waiting: None };
    Ok(OpenResponse::new(parts.status, parts.headers, Box::pin(body)))
}

/// A body of which no piece may take longer than the time-out. It ends after an error.
struct Timed {
    pieces: Option<BodyStream>,
    clock: Arc<dyn Clock>,
    timeout: Duration,
    waiting: Option<Sleep>,
}

impl Stream for Timed {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        let Some(pieces) = &mut this.pieces else {
            return Poll::Ready(None);
        };
        let piece = match pieces.as_mut().poll_next(context) {
            Poll::Ready(piece) => piece,
            Poll::Pending => {
                let (clock, timeout) = (&this.clock, this.timeout);
                let waiting = this.waiting.get_or_insert_with(|| clock.sleep(timeout));
                match waiting.as_mut().poll(context) {
                    Poll::Ready(()) => Some(Err(time_was_up(Elapsed))),
                    Poll::Pending => return Poll::Pending,
                }
            }
        };
        this.waiting = None;
        if !matches!(piece, Some(Ok(_))) {
            // Nobody wants the rest: the connection need not be kept for it.
            this.pieces = None;
        }
        Poll::Ready(piece)
    }
}

fn time_was_up(_: Elapsed) -> TransportError {
    TransportError::new(Kind::Timeout, "time was up")
}
