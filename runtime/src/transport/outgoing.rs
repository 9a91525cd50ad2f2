//! The body of a request, for HTTP libraries.

use std::{
    fmt,
    pin::Pin,
    task::{Context, Poll, ready},
};

use bytes::Bytes;
use futures_core::Stream;
use http_body::{Body, Frame, SizeHint};

use super::{RequestBody, RequestStream, TransportError};

/// A [`RequestBody`] as the `Body` of the crate `http-body`: of a length that is known, and read while
/// it is sent.
#[must_use = "a body does nothing until it is sent"]
pub struct OutgoingBody(State);

enum State {
    InMemory(Bytes),
    /// With how many bytes are still to come.
    Streamed(RequestStream, u64),
}

impl From<RequestBody> for OutgoingBody {
    fn from(body: RequestBody) -> Self {
        Self(match body.as_bytes() {
            Some(bytes) => State::InMemory(bytes.clone()),
            None => {
                let length = body.len();
                State::Streamed(body.into_stream(), length)
            }
        })
    }
}

impl Body for OutgoingBody {
    type Data = Bytes;
    type Error = TransportError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
        let piece = match &mut self.0 {
            State::InMemory(bytes) if bytes.is_empty() => None,
            State::InMemory(bytes) => Some(Ok(std::mem::take(bytes))),
            State::Streamed(stream, left) => match ready!(Pin::new(stream).poll_next(context)) {
                Some(Ok(piece)) => {
                    *left = left.saturating_sub(piece.len() as u64);
                    Some(Ok(piece))
                }
                Some(Err(error)) => Some(Err(TransportError::of_request_body(error))),
                None => None,
            },
        };
        Poll::Ready(piece.map(|piece| piece.map(Frame::data)))
    }

    fn is_end_stream(&self) -> bool {
        self.left() == 0
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.left())
    }
}

impl OutgoingBody {
    fn left(&self) -> u64 {
        match &self.0 {
            State::InMemory(bytes) => bytes.len() as u64,
            State::Streamed(_, left) => *left,
        }
    }
}

/// Shows the length, not what is in it.
impl fmt::Debug for OutgoingBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} bytes", self.left())
    }
}

#[cfg(test)]
mod tests {
    use std::task::{Context, Waker};

    use super::{Body, Bytes, OutgoingBody, Pin, Poll, RequestBody, State};

    fn pieces(mut body: OutgoingBody) -> Vec<Bytes> {
        let mut pieces = Vec::new();
        let context = &mut Context::from_waker(Waker::noop());
        while let Poll::Ready(Some(frame)) = Pin::new(&mut body).poll_frame(context) {
            pieces.push(frame.unwrap().into_data().unwrap());
        }
        assert!(body.is_end_stream());
        pieces
    }

    #[test]
    fn the_length_is_known_before_and_what_is_in_memory_is_not_copied() {
        let bytes = Bytes::from("It burns.".to_owned());
        let in_memory = OutgoingBody::from(RequestBody::from(bytes.clone()));
        let stream = RequestBody::from(bytes.clone()).into_stream();
        for body in [in_memory, OutgoingBody(State::Streamed(stream, 9))] {
            assert_eq!(body.size_hint().exact(), Some(9));
            assert!(!body.is_end_stream());
            assert_eq!(format!("{body:?}"), "9 bytes");
            let [piece] = pieces(body).try_into().unwrap();
            assert_eq!(piece.as_ptr(), bytes.as_ptr());
        }
        assert!(pieces(OutgoingBody::from(RequestBody::default())).is_empty());
    }
}
