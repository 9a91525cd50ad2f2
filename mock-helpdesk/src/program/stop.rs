//! When to stop.

use std::io;

/// Returns when the program is asked to stop: by Ctrl-C, or as services are.
#[cfg(unix)]
pub(crate) async fn asked() -> io::Result<()> {
    use std::future::poll_fn;
    use std::task::Poll;
    use tokio::signal::unix::{SignalKind, signal};

    let mut signals = [signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?];
    poll_fn(|context| match signals.iter_mut().any(|it| it.poll_recv(context).is_ready()) {
        true => Poll::Ready(()),
        false => Poll::Pending,
    })
    .await;
    Ok(())
}

/// Returns when the program is asked to stop by Ctrl-C.
#[cfg(not(unix))]
pub(crate) async fn asked() -> io::Result<()> {
    tokio::signal::ctrl_c().await
}
