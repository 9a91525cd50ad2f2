//! A file that is waited for.

use std::{
    fmt,
    marker::PhantomData,
    pin::Pin,
    task::{Context, Poll, ready},
};

use super::{BlockingDownload, Download, inflow::Inflow};
use crate::{
    Error, Method, Refused, Request, Response,
    blocking::{block_on, check},
    drive::{Until, drive},
    future::{Pending, State, refused},
    transport::{BodyStream, pieces},
};

/// A [`Download`], some time later: when the body of its answer begins.
///
/// Nothing is sent before it is awaited, and dropping it ends the request.
///
/// # Examples
///
/// ```
/// use deskpro_runtime::{Download, DownloadFuture, Error, Refused};
///
/// async fn begun<E: Refused>(asked: DownloadFuture<E>) -> Result<Download<E>, Error<E>> {
///     let download = asked.await?;
///     println!("{:?} bytes are to come", download.content_length());
///     Ok(download)
/// }
/// ```
#[must_use = "nothing is sent before a future is awaited"]
pub struct DownloadFuture<E> {
    state: State<Opened>,
    outcome: PhantomData<fn() -> E>,
}

/// An answer whose body is still to come, unless it is a refusal.
pub(crate) struct Opened {
    response: Response,
    body: Option<BodyStream>,
    body_limit: usize,
}

impl<E> DownloadFuture<E> {
    pub(crate) fn new(state: State<Response>) -> Self {
        let state = match state {
            State::Asking(request) => State::Asking(request),
            // Somebody polled it before, so all of it was asked for.
            State::Waiting(answer) => {
                State::Waiting(Box::pin(async { answer.await.map(Opened::whole) }))
            }
        };
        Self { state, outcome: PhantomData }
    }
}

impl<E: Refused> DownloadFuture<E> {
    /// Waits for the download without a runtime; what it gives blocks too.
    ///
    /// # Errors
    ///
    /// Those of the request, and [`RequestFault::NotBlocking`](crate::RequestFault::NotBlocking) where the
    /// client needs a runtime. Nothing was sent then.
    ///
    /// # Examples
    ///
    /// ```
    /// use std::io::{BufRead, BufReader};
    ///
    /// use deskpro_runtime::{Call, Content, Refused};
    ///
    /// fn first_line<E>(call: Call<Content, E>) -> Result<String, Box<dyn std::error::Error>>
    /// where
    ///     E: Refused + std::error::Error + Send + Sync + 'static,
    /// {
    ///     let mut line = String::new();
    ///     BufReader::new(call.send().stream().wait()?).read_line(&mut line)?;
    ///     Ok(line)
    /// }
    /// ```
    pub fn wait(self) -> Result<BlockingDownload<E>, Error<E>> {
        if let State::Asking(Some(request)) = &self.state {
            check(request)?;
        }
        block_on(self).map(BlockingDownload::new)
    }
}

impl<E: Refused> Future for DownloadFuture<E> {
    type Output = Result<Download<E>, Error<E>>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let Opened { response, body, body_limit } = ready!(self.state.poll(context, open))?;
        if !response.is_success() {
            return Poll::Ready(Err(refused(response)));
        }
        let inflow = Inflow::new(body, length_of(&response));
        Poll::Ready(Ok(Download { response, inflow, body_limit, outcome: PhantomData }))
    }
}

/// Starts an exchange; nothing is sent before the future is polled.
fn open(request: Request) -> Pending<Opened> {
    let body_limit = request.parts().client.settings().body_limit;
    Box::pin(async move {
        let (response, body) = drive(request, Until::Body).await?;
        Ok(Opened { response, body, body_limit })
    })
}

impl Opened {
    /// An answer of which everything is there.
    fn whole(response: Response) -> Self {
        let body = pieces(response.body().clone(), response.ended().clone());
        Self { response, body: Some(body), body_limit: usize::MAX }
    }
}

/// `Content-Length`, where it is that of a body.
fn length_of(response: &Response) -> Option<u64> {
    let has_body = response.request().method() != Method::Head;
    response.head().header("content-length").filter(|_| has_body)?.parse().ok()
}

impl<E> fmt::Debug for DownloadFuture<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DownloadFuture").finish_non_exhaustive()
    }
}
