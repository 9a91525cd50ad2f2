//! When to stop.

use std::future::poll_fn;
use std::io;
use std::task::Poll;

use tokio::signal::unix::{Signal, SignalKind, signal};

/// What asks the program to stop: Ctrl-C, or the signal by which services are stopped. Whoever greets first
/// may be asked before it listens.
pub(crate) struct Stop([Signal; 2]);

impl Stop {
    /// Listens from now on.
    pub(crate) fn listen() -> io::Result<Self> {
        Ok(Self([signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?]))
    }

    /// Returns when the program is asked to stop.
    pub(crate) async fn asked(mut self) {
        poll_fn(|context| match self.0.iter_mut().any(|it| it.poll_recv(context).is_ready()) {
            true => Poll::Ready(()),
            false => Poll::Pending,
        })
        .await;
    }
}
