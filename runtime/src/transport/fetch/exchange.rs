//! One request in a task of the browser.

use std::{future::poll_fn, pin::pin, task::Poll};

use bytes::Bytes;
use futures_channel::{mpsc, oneshot};
use web_sys::AbortController;

use super::{body::Piece, js};
use crate::transport::TransportError;

/// An answer whose body comes through a channel.
type Begun = Result<http::Response<mpsc::Receiver<Piece>>, TransportError>;

/// Sends a request and its answer's pieces, until nobody wants them any more.
pub(super) async fn exchange(
    request: http::Request<Bytes>,
    follows_redirects: bool,
    answer: oneshot::Sender<Begun>,
    mut unwanted: oneshot::Receiver<()>,
) {
    let mut working = pin!(work(request, follows_redirects, answer));
    poll_fn(|context| match Future::poll(pin!(&mut unwanted), context) {
        // Nobody sends anything: it is ready when the other side is gone.
        Poll::Ready(_) => Poll::Ready(()),
        Poll::Pending => working.as_mut().poll(context),
    })
    .await;
}

async fn work(
    request: http::Request<Bytes>,
    follows_redirects: bool,
    answer: oneshot::Sender<Begun>,
) {
    let begun = begin(&request, follows_redirects).await;
    let (response, _aborting) = match begun {
        Ok(begun) => begun,
        Err(error) => {
            // Whoever does not wait any more needs no error either.
            let _ = answer.send(Err(error));
            return;
        }
    };
    let (mut sender, pieces) = mpsc::channel(0);
    let (head, body) = response.into_parts();
    if answer.send(Ok(http::Response::from_parts(head, pieces))).is_err() {
        return;
    }
    let Some(reader) = body else { return };
    loop {
        if poll_fn(|context| sender.poll_ready(context)).await.is_err() {
            return;
        }
        let (piece, is_last) = match js::read(&reader).await {
            Ok(Some(bytes)) => (Ok(bytes), false),
            Ok(None) => return,
            Err(error) => (Err(error), true),
        };
        if sender.start_send(piece).is_err() || is_last {
            return;
        }
    }
}

/// Aborts a request when it is dropped; one that has ended does not mind.
struct Aborting(AbortController);

impl Drop for Aborting {
    fn drop(&mut self) {
        self.0.abort();
    }
}

async fn begin(
    request: &http::Request<Bytes>,
    follows_redirects: bool,
) -> Result<(http::Response<Option<js::Reader>>, Aborting), TransportError> {
    let aborting = Aborting(js::abort_controller()?);
    let request = js::request(request, follows_redirects, &aborting.0)?;
    let response = js::fetch(&request).await?;
    Ok((js::response(&response)?, aborting))
}
