//! What comes of a file, counted: against its length, a limit, and whoever wants to know.

use std::task::{Context, Poll, ready};

use bytes::Bytes;

use crate::{
    DecodeFault,
    transport::{BodyEnd, BodyStream, TransportError, TransportErrorKind},
};

pub(super) struct Inflow {
    /// None after the end.
    body: Option<BodyStream>,
    received: u64,
    /// How many bytes there are, where that was said.
    length: Option<u64>,
    limit: Option<u64>,
    tell: Option<Tell>,
}

pub(super) type Tell = Box<dyn FnMut(u64, Option<u64>) + Send>;

/// Why there is nothing more, though there should be.
pub(super) enum Fault {
    TooLarge { limit: u64 },
    Interrupted { received: u64, length: Option<u64>, error: TransportError },
}

impl Inflow {
    pub(super) fn new(body: Option<BodyStream>, length: Option<u64>) -> Self {
        Self { body, received: 0, length, limit: None, tell: None }
    }

    pub(super) fn received(&self) -> u64 {
        self.received
    }

    pub(super) fn length(&self) -> Option<u64> {
        self.length
    }

    pub(super) fn has_ended(&self) -> bool {
        self.body.is_none()
    }

    pub(super) fn set_limit(&mut self, limit: u64) {
        self.limit = Some(limit);
    }

    /// The limit of what is kept in memory, unless another one was set.
    pub(super) fn limit_memory(&mut self, limit: usize) {
        self.limit.get_or_insert(limit as u64);
    }

    pub(super) fn set_tell(&mut self, tell: Tell) {
        self.tell = Some(tell);
    }

    /// The next piece, which is not empty; nothing at the end, and after an error.
    pub(super) fn poll_piece(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Result<Option<Bytes>, Fault>> {
        let Some(body) = &mut self.body else {
            return Poll::Ready(Ok(None));
        };
        // What is too long by its own account is not read in vain.
        if let (Some(length), Some(limit)) = (self.length, self.limit)
            && length > limit
        {
            self.body = None;
            return Poll::Ready(Err(Fault::TooLarge { limit }));
        }
        let piece = loop {
            match ready!(body.as_mut().poll_next(context)) {
                Some(Ok(piece)) if piece.is_empty() => {}
                next => break next.transpose(),
            }
        };
        let piece =
            piece.map_err(|error| self.interrupted(error)).and_then(|piece| self.count(piece));
        if !matches!(piece, Ok(Some(_))) {
            self.body = None;
        }
        Poll::Ready(piece)
    }

    fn count(&mut self, piece: Option<Bytes>) -> Result<Option<Bytes>, Fault> {
        let Some(piece) = piece else {
            return match self.length {
                Some(length) if length != self.received => Err(self.interrupted(ended_early())),
                _ => Ok(None),
            };
        };
        let received = self.received.saturating_add(piece.len() as u64);
        match (self.limit, self.length) {
            (Some(limit), _) if received > limit => return Err(Fault::TooLarge { limit }),
            (_, Some(length)) if received > length => return Err(self.interrupted(too_much())),
            _ => self.received = received,
        }
        if let Some(tell) = &mut self.tell {
            tell(received, self.length);
        }
        Ok(Some(piece))
    }

    fn interrupted(&self, error: TransportError) -> Fault {
        Fault::Interrupted { received: self.received, length: self.length, error }
    }
}

impl Fault {
    /// How the body ended, and what is wrong with that.
    pub(super) fn into_parts(self) -> (BodyEnd, DecodeFault) {
        match self {
            Self::TooLarge { limit } => {
                let limit = usize::try_from(limit).unwrap_or(usize::MAX);
                (BodyEnd::TooLarge, DecodeFault::TooLarge { limit })
            }
            Self::Interrupted { received, length, error } => {
                let fault = DecodeFault::Interrupted { received, length, error: error.clone() };
                (BodyEnd::Broken(error), fault)
            }
        }
    }
}

fn ended_early() -> TransportError {
    TransportError::new(TransportErrorKind::Closed, "that was all")
}

fn too_much() -> TransportError {
    TransportError::new(TransportErrorKind::Other, "more came than it was said to have")
}
