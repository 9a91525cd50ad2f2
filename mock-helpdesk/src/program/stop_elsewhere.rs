//! When to stop, on systems without signals.

use std::io;

/// What asks the program to stop: Ctrl-C.
pub(crate) struct Stop;

impl Stop {
    /// Listens from now on.
    pub(crate) fn listen() -> io::Result<Self> {
        Ok(Self)
    }

    /// Returns when the program is asked to stop.
    pub(crate) async fn asked(self) {
        // Where nobody can ask, the program is ended instead.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}
