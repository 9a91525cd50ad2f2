//! The bytes of a body, for those who block.

use std::{
    future::poll_fn,
    io::{self, Read},
    pin::Pin,
};

use bytes::{Buf, Bytes};
use futures_core::Stream;

use super::RequestStream;
use crate::blocking::block_on;

pub(super) struct RequestReader {
    pieces: RequestStream,
    /// What is left of the last piece.
    piece: Bytes,
}

impl RequestReader {
    pub(super) fn new(pieces: RequestStream) -> Self {
        Self { pieces, piece: Bytes::new() }
    }
}

impl Read for RequestReader {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.piece.is_empty() {
            let next = poll_fn(|context| Pin::new(&mut self.pieces).poll_next(context));
            match block_on(next) {
                None => return Ok(0),
                Some(piece) => self.piece = piece?,
            }
        }
        let length = self.piece.len().min(buffer.len());
        self.piece.split_to(length).copy_to_slice(buffer.get_mut(..length).unwrap_or_default());
        Ok(length)
    }
}
