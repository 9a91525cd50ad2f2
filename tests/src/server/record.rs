//! What happened at the server.

use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use super::asked::{Asked, Head};

/// What happened so far, over all connections.
#[derive(Debug, Default)]
pub(super) struct Record {
    sent: AtomicU64,
    connections: AtomicUsize,
    closed: AtomicUsize,
    requests: Mutex<Vec<Asked>>,
}

/// A connection that is open as long as this is there.
pub(super) struct Open(Arc<Record>);

impl Record {
    pub(super) fn wrote(&self, bytes: usize) {
        self.sent.fetch_add(bytes as u64, Ordering::SeqCst);
    }

    pub(super) fn sent(&self) -> u64 {
        self.sent.load(Ordering::SeqCst)
    }

    pub(super) fn asked(&self, Head { method, path, headers, .. }: Head) -> Asked {
        let mut requests = self.requests.lock().unwrap_or_else(PoisonError::into_inner);
        let asked = Asked { number: requests.len(), method, path, headers };
        requests.push(asked.clone());
        asked
    }

    pub(super) fn requests(&self) -> Vec<Asked> {
        self.requests.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(super) fn opened(self: &Arc<Self>) -> Open {
        self.connections.fetch_add(1, Ordering::SeqCst);
        Open(Arc::clone(self))
    }

    pub(super) fn connections(&self) -> usize {
        self.connections.load(Ordering::SeqCst)
    }

    pub(super) async fn hung_up(&self) {
        while self.closed.load(Ordering::SeqCst) < self.connections() {
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        self.0.closed.fetch_add(1, Ordering::SeqCst);
    }
}
