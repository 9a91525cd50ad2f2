//! The body of an answer, as far as it is sent.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use hyper::body::{Body, Frame, SizeHint};

use crate::delivery::{Delivery, Ending};

/// The body of an answer: in one piece, or the first half of it and then what its ending says.
pub(super) struct AnswerBody {
    sent: Option<Bytes>,
    /// What is promised in the head, in bytes.
    length: u64,
    ending: Ending,
    /// Whether what is sent had its turn to go out.
    is_flushed: bool,
}

impl AnswerBody {
    pub(super) fn new(whole: Bytes, delivery: Delivery) -> Self {
        let length = whole.len() as u64;
        let sent = Some(delivery.sent(&whole)).filter(|sent| !sent.is_empty());
        // Of nothing there is no half.
        let ending = if length == 0 { Ending::Whole } else { delivery.ending };
        Self { sent, length, ending, is_flushed: false }
    }
}

impl Body for AnswerBody {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, io::Error>>> {
        if let Some(sent) = self.sent.take() {
            return Poll::Ready(Some(Ok(Frame::data(sent))));
        }
        match self.ending {
            Ending::Whole => Poll::Ready(None),
            // Nobody wakes it: it goes when the connection does.
            Ending::Stalled => Poll::Pending,
            // An error now would take along what was not written yet.
            Ending::Truncated | Ending::Reset if !self.is_flushed => {
                self.is_flushed = true;
                context.waker().wake_by_ref();
                Poll::Pending
            }
            Ending::Truncated | Ending::Reset => {
                let message = "the answer is to end here";
                Poll::Ready(Some(Err(io::Error::new(io::ErrorKind::ConnectionAborted, message))))
            }
        }
    }

    fn is_end_stream(&self) -> bool {
        self.sent.is_none() && self.ending == Ending::Whole
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.length)
    }
}
