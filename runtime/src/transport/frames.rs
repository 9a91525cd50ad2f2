//! The frames of an HTTP library's body, as pieces.

use std::{
    pin::Pin,
    task::{Context, Poll, ready},
};

use bytes::{Buf, Bytes};
use futures_core::Stream;
use http_body::Body;

use super::TransportError;

/// The data of a body; what else there is, trailers, is left out.
pub(super) struct Frames<B, E> {
    body: B,
    /// What an error of the library means.
    meaning: fn(E) -> TransportError,
}

impl<B, E> Frames<B, E> {
    pub(super) fn new(body: B, meaning: fn(E) -> TransportError) -> Self {
        Self { body, meaning }
    }
}

impl<B: Body + Unpin> Stream for Frames<B, B::Error> {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            match ready!(Pin::new(&mut self.body).poll_frame(context)) {
                None => return Poll::Ready(None),
                Some(Err(error)) => return Poll::Ready(Some(Err((self.meaning)(error)))),
                Some(Ok(frame)) => {
                    if let Ok(mut data) = frame.into_data() {
                        // No copy where it is `Bytes` already.
                        let piece = data.copy_to_bytes(data.remaining());
                        return Poll::Ready(Some(Ok(piece)));
                    }
                }
            }
        }
    }
}
