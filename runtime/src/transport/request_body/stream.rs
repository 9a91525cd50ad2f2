//! The pieces of a body, counted: a part is as long as it was said to be, or an error.

use std::{
    fmt, io,
    pin::Pin,
    task::{Context, Poll, ready},
    vec,
};

use bytes::Bytes;
use futures_core::Stream;

use super::{
    part::{Opened, Part, Tell},
    read_ahead::PIECE,
};
use crate::transport::TransportError;

/// The pieces of a body that is sent. None of them is empty; after an error there are none.
pub struct RequestStream {
    whole: Bytes,
    parts: vec::IntoIter<Part>,
    current: Option<Flow>,
}

/// What is left of a part.
struct Flow {
    opened: Opened,
    length: u64,
    sent: u64,
    tell: Option<Tell>,
}

impl RequestStream {
    pub(super) fn whole(bytes: Bytes) -> Self {
        Self { whole: bytes, parts: Vec::new().into_iter(), current: None }
    }

    pub(super) fn of_parts(parts: Vec<Part>) -> Self {
        Self { whole: Bytes::new(), parts: parts.into_iter(), current: None }
    }

    /// There is nothing more after an error.
    fn fail(&mut self, error: io::Error) -> io::Error {
        *self = Self::whole(Bytes::new());
        TransportError::of_request_body(error).into_io()
    }
}

impl Stream for RequestStream {
    type Item = io::Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        if !this.whole.is_empty() {
            return Poll::Ready(Some(Ok(std::mem::take(&mut this.whole))));
        }
        loop {
            let Some(flow) = &mut this.current else {
                match this.parts.next().map(Flow::begin) {
                    None => return Poll::Ready(None),
                    Some(Ok(flow)) => this.current = Some(flow),
                    Some(Err(error)) => return Poll::Ready(Some(Err(this.fail(error)))),
                }
                continue;
            };
            match ready!(flow.poll_piece(context)) {
                Ok(Some(piece)) => return Poll::Ready(Some(Ok(piece))),
                Ok(None) => this.current = None,
                Err(error) => return Poll::Ready(Some(Err(this.fail(error)))),
            }
        }
    }
}

impl Flow {
    fn begin(part: Part) -> io::Result<Self> {
        Ok(Self { opened: part.open()?, length: part.len(), sent: 0, tell: part.into_tell() })
    }

    fn poll_piece(&mut self, context: &mut Context<'_>) -> Poll<io::Result<Option<Bytes>>> {
        let next = match &mut self.opened {
            Opened::Bytes(bytes) => next_of(bytes, self.tell.is_some()),
            Opened::Pieces(pieces) => ready!(pieces.as_mut().poll_next(context)).transpose()?,
        };
        Poll::Ready(match next {
            None if self.sent < self.length => Err(self.too_short()),
            None => Ok(None),
            Some(piece) if piece.is_empty() => {
                // Whoever makes nothing but empty pieces must not keep others from their turn.
                context.waker().wake_by_ref();
                return Poll::Pending;
            }
            Some(piece) => self.count(piece).map(Some),
        })
    }

    /// Lets a piece through that is not beyond the end.
    fn count(&mut self, piece: Bytes) -> io::Result<Bytes> {
        self.sent = self.sent.saturating_add(piece.len() as u64);
        if self.sent > self.length {
            let Self { length, .. } = self;
            let fault = format!("a file of the request has more than its {length} bytes");
            return Err(TransportError::request_body(fault).into_io());
        }
        self.tell.iter().for_each(|tell| tell(self.sent, self.length));
        Ok(piece)
    }

    fn too_short(&self) -> io::Error {
        let Self { sent, length, .. } = self;
        let fault = format!("a file of the request ended after {sent} of its {length} bytes");
        TransportError::request_body(fault).into_io()
    }
}

/// What comes next of bytes that are all there: all of it, unless somebody counts.
fn next_of(bytes: &mut Bytes, is_counted: bool) -> Option<Bytes> {
    let longest = if is_counted { PIECE } else { usize::MAX };
    let piece = bytes.split_to(longest.min(bytes.len()));
    (!piece.is_empty()).then_some(piece)
}

/// Shows nothing of what is in it.
impl fmt::Debug for RequestStream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RequestStream").finish_non_exhaustive()
    }
}
