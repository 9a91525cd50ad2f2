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
    /// Nobody has asked for it.
    Whole(RequestBody),
    /// With how many bytes are still to come.
    Streamed(RequestStream, u64),
}

impl From<RequestBody> for OutgoingBody {
    fn from(body: RequestBody) -> Self {
        Self(State::Whole(body))
    }
}

impl Body for OutgoingBody {
    type Data = Bytes;
    type Error = TransportError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
        loop {
            match &mut self.0 {
                State::Whole(body) => {
                    let body = std::mem::take(body);
                    let length = body.len();
                    self.0 = State::Streamed(body.into_stream(), length);
                }
                State::Streamed(stream, left) => {
                    let piece = ready!(Pin::new(stream).poll_next(context));
                    if let Some(Ok(piece)) = &piece {
                        *left = left.saturating_sub(piece.len() as u64);
                    }
                    let frame = piece.map(|piece| piece.map(Frame::data));
                    return Poll::Ready(
                        frame.map(|frame| frame.map_err(TransportError::of_request_body)),
                    );
                }
            }
        }
    }

    fn is_end_stream(&self) -> bool {
        self.left() == 0
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.left())
    }
}

impl OutgoingBody {
    /// What it was made of; `None` where somebody has begun to read it.
    #[must_use]
    pub fn into_inner(self) -> Option<RequestBody> {
        match self.0 {
            State::Whole(body) => Some(body),
            State::Streamed(..) => None,
        }
    }

    fn left(&self) -> u64 {
        match &self.0 {
            State::Whole(body) => body.len(),
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

    use super::{Body, Bytes, OutgoingBody, Pin, Poll, RequestBody};

    #[test]
    fn the_length_is_known_before_and_what_is_in_memory_is_not_copied() {
        let bytes = Bytes::from("It burns.".to_owned());
        let mut body = OutgoingBody::from(RequestBody::from(bytes.clone()));
        assert_eq!(body.size_hint().exact(), Some(9));
        assert!(!body.is_end_stream());
        assert_eq!(format!("{body:?}"), "9 bytes");
        let context = &mut Context::from_waker(Waker::noop());
        let Poll::Ready(Some(Ok(frame))) = Pin::new(&mut body).poll_frame(context) else {
            panic!("it is there")
        };
        assert_eq!(frame.into_data().unwrap().as_ptr(), bytes.as_ptr());
        assert!(body.is_end_stream());
        assert!(matches!(Pin::new(&mut body).poll_frame(context), Poll::Ready(None)));
        assert!(body.into_inner().is_none());
    }

    #[test]
    fn it_can_be_had_back_before_it_is_read() {
        let body = OutgoingBody::from(RequestBody::from("It burns."));
        assert_eq!(body.into_inner().unwrap().as_bytes().unwrap(), "It burns.");
        assert!(OutgoingBody::from(RequestBody::default()).is_end_stream());
    }
}
