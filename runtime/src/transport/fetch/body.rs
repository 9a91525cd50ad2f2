//! A body that comes from the browser's task.

use std::{
    pin::Pin,
    task::{Context, Poll},
};

use bytes::Bytes;
use futures_channel::{mpsc, oneshot};
use futures_core::Stream;

use crate::transport::TransportError;

/// A piece of a body, or what kept it from coming.
pub(super) type Piece = Result<Bytes, TransportError>;

/// The pieces of a body. Dropping them ends the task that they come from.
pub(super) struct Arriving {
    pieces: mpsc::Receiver<Piece>,
    /// Tells that task when it is dropped.
    _wanted: oneshot::Sender<()>,
}

impl Arriving {
    pub(super) fn new(pieces: mpsc::Receiver<Piece>, wanted: oneshot::Sender<()>) -> Self {
        Self { pieces, _wanted: wanted }
    }
}

impl Stream for Arriving {
    type Item = Piece;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Piece>> {
        Pin::new(&mut self.pieces).poll_next(context)
    }
}
