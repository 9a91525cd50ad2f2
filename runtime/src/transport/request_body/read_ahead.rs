//! A reader that blocks to pieces that are waited for.
//!
//! A thread of its own reads, since that works within any runtime and without one, and since nobody
//! knows for how long a pipe or a network drive blocks. It is never more than two pieces ahead.

use std::{
    future::poll_fn,
    io::{self, Read},
    thread,
};

use bytes::Bytes;
use futures_channel::mpsc::{self, Sender};

use super::part::Pieces;
use crate::blocking::block_on;

/// How many bytes are read at a time.
pub(super) const PIECE: usize = 64 * 1024;

/// What `open` leads to, piece by piece. The thread ends with it, or when the pieces are dropped and
/// the read that it is in returns.
pub(super) fn read_ahead<R: Read>(
    open: impl FnOnce() -> io::Result<R> + Send + 'static,
) -> io::Result<Pieces> {
    // A sender has a place of its own besides: one piece waits there while the next is read.
    let (sender, receiver) = mpsc::channel(0);
    thread::Builder::new().name("deskpro-upload".to_owned()).spawn(move || read(open, sender))?;
    Ok(Box::pin(receiver))
}

fn read<R: Read>(open: impl FnOnce() -> io::Result<R>, mut pieces: Sender<io::Result<Bytes>>) {
    let end = open().and_then(|mut reader| {
        loop {
            let piece = next_piece(&mut reader)?;
            // Nobody listens any more where it cannot be handed over.
            if piece.is_empty() || !hand_over(&mut pieces, Ok(piece)) {
                return Ok(());
            }
        }
    });
    if let Err(error) = end {
        hand_over(&mut pieces, Err(error));
    }
}

/// As many bytes as a piece has; fewer before the end, and none at it.
fn next_piece(reader: &mut impl Read) -> io::Result<Bytes> {
    let mut piece = Vec::with_capacity(PIECE);
    reader.take(PIECE as u64).read_to_end(&mut piece)?;
    Ok(piece.into())
}

fn hand_over(pieces: &mut Sender<io::Result<Bytes>>, piece: io::Result<Bytes>) -> bool {
    let is_heard = block_on(poll_fn(|context| pieces.poll_ready(context))).is_ok();
    is_heard && pieces.start_send(piece).is_ok()
}
