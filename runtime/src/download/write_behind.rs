//! Pieces that are waited for to a file, which a thread of its own writes.
//!
//! The counterpart of how files are read that are sent: it works within any runtime and without one.

use std::{
    future::poll_fn,
    io::{self, Write},
    path::{Path, PathBuf},
    pin::Pin,
    thread,
};

use bytes::Bytes;
use futures_channel::{
    mpsc::{self, Receiver, Sender},
    oneshot,
};
use futures_core::Stream;

use super::partial_file::PartialFile;
use crate::blocking::block_on;

/// A file that is written. Dropping it removes what was written, soon.
pub(super) struct WriteBehind {
    orders: Sender<Order>,
    outcome: oneshot::Receiver<io::Result<()>>,
}

enum Order {
    Write(Bytes),
    Keep,
}

impl WriteBehind {
    pub(super) fn begin(path: PathBuf) -> io::Result<Self> {
        // A sender has a place of its own besides: one piece waits there while another is written.
        let (orders, receiver) = mpsc::channel(0);
        let (sender, outcome) = oneshot::channel();
        thread::Builder::new().name("deskpro-download".to_owned()).spawn(move || {
            // Who does not listen does not want to know.
            let _ = sender.send(write(&path, receiver));
        })?;
        Ok(Self { orders, outcome })
    }

    /// Hands over a piece; false where the file takes no more.
    pub(super) async fn write(&mut self, piece: Bytes) -> bool {
        self.order(Order::Write(piece)).await
    }

    /// Gives the file its name.
    pub(super) async fn finish(mut self) -> io::Result<()> {
        self.order(Order::Keep).await;
        let gone = |_| io::Error::other("the thread that writes the file is gone");
        self.outcome.await.map_err(gone)?
    }

    /// Removes the file.
    pub(super) async fn give_up(self) {
        drop(self.orders);
        let _ = self.outcome.await;
    }

    async fn order(&mut self, order: Order) -> bool {
        let is_heard = poll_fn(|context| self.orders.poll_ready(context)).await.is_ok();
        is_heard && self.orders.start_send(order).is_ok()
    }
}

fn write(path: &Path, mut orders: Receiver<Order>) -> io::Result<()> {
    let mut file = PartialFile::create(path)?;
    loop {
        match block_on(poll_fn(|context| Pin::new(&mut orders).poll_next(context))) {
            Some(Order::Write(piece)) => file.write_all(&piece)?,
            Some(Order::Keep) => return file.keep(),
            None => return Ok(()),
        }
    }
}
