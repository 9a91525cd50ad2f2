//! A body that blocks, as pieces.

use std::{
    io::Read,
    pin::Pin,
    task::{Context, Poll},
};

use bytes::Bytes;
use futures_core::Stream;
use ureq::{Body, BodyReader};

use super::failure::meaning;
use crate::transport::TransportError;

/// The pieces of a body; each is read when it is asked for, and nothing is ever pending.
pub(super) struct Pieces {
    /// Gone after an error.
    reader: Option<BodyReader<'static>>,
    /// How long a piece may be.
    length: usize,
}

const SHORT: usize = 16 * 1024;
const LONG: usize = 64 * 1024;

impl Pieces {
    pub(super) fn new(body: Body) -> Self {
        // A short body whose length is known is one piece. One more byte, to see that it ends.
        let length = body.content_length().and_then(|length| usize::try_from(length).ok());
        let length = length.map_or(SHORT, |length| length.saturating_add(1).min(LONG));
        Self { reader: Some(body.into_reader()), length }
    }
}

impl Stream for Pieces {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let mut piece = vec![0; self.length];
        let read = self.reader.as_mut().map(|reader| reader.read(&mut piece));
        Poll::Ready(match read {
            None | Some(Ok(0)) => None,
            Some(Ok(length)) => {
                piece.truncate(length);
                Some(Ok(piece.into()))
            }
            Some(Err(error)) => {
                self.reader = None;
                // There was a connection, so that a proxy is out of it.
                Some(Err(meaning(error.into(), false)))
            }
        })
    }
}
