//! Sending, and waiting for the answer.

use std::{
    fmt,
    marker::PhantomData,
    pin::Pin,
    task::{Context, Poll, ready},
};

use crate::{
    Content, DecodeError, DownloadFuture, DryRun, Error, Failure, FromResponse, Operation, Refusal,
    Refused, Request, RequestError, RequestFault, RequestLine, Response,
    blocking::{block_on, wait_for},
    drift::note_refusal,
    drive::{Until, drive},
};

/// The answer to a request, some time later.
///
/// One type for all operations: what is specific to one happens when the answer is there. Nothing is
/// sent before it is awaited, and dropping it ends the request: what was not sent then never is, and
/// what was sent may have been done.
///
/// # Examples
///
/// ```
/// use deskpro_runtime::{Envelope, Error, Json, Request, ResponseFuture, Undocumented};
///
/// type Asked = ResponseFuture<Envelope<Json>, Box<Undocumented>>;
///
/// async fn size(asked: Asked) -> Result<usize, Error<Box<Undocumented>>> {
///     let (envelope, response) = asked.with_response().await?;
///     println!("{}: {:?}", envelope.data["id"], response.head().elapsed());
///     Ok(response.body().len())
/// }
/// ```
#[must_use = "nothing is sent before a future is awaited"]
pub struct ResponseFuture<T, E> {
    state: State<Response>,
    operation: &'static Operation,
    outcome: PhantomData<fn() -> (T, E)>,
}

/// How far a request has come that is answered with an `A`.
pub(crate) enum State<A> {
    /// Not begun. None where it is over.
    Asking(Option<Request>),
    Waiting(Pending<A>),
}

/// An answer of some kind, some time later.
pub(crate) type Pending<A> = Pin<Box<dyn Future<Output = Result<A, Failure>> + Send>>;

/// The answer to a request, whatever is to be made of it.
pub(crate) type Answer = Pending<Response>;

impl<T, E> ResponseFuture<T, E> {
    pub(crate) fn new(request: Request) -> Self {
        let operation = request.parts().operation;
        Self { state: State::Asking(Some(request)), operation, outcome: PhantomData }
    }

    /// The answer as it came, beside what is made of it: raw body, headers, attempts and their times.
    pub fn with_response(self) -> ResponseFuture<(T, Response), E> {
        let Self { state, operation, .. } = self;
        ResponseFuture { state, operation, outcome: PhantomData }
    }

    /// What would be sent first, without sending anything: see [`DryRun`].
    ///
    /// # Errors
    ///
    /// When the request holds something that cannot be sent, or was begun already.
    pub fn dry_run(&self) -> Result<DryRun, RequestError> {
        match &self.state {
            State::Asking(Some(request)) => request.dry_run(),
            _ => Err(begun(self.operation)),
        }
    }
}

impl<E> ResponseFuture<Content, E> {
    /// The file as it comes, piece by piece, instead of all of it in memory.
    ///
    /// Whatever is decided by status and headers is decided before: retries, redirects, refusals.
    ///
    /// # Examples
    ///
    /// ```
    /// use deskpro_runtime::{Call, Content, Refused, SaveError};
    ///
    /// async fn save<E: Refused>(call: Call<Content, E>) -> Result<u64, SaveError<E>> {
    ///     call.send().stream().await?.save("photo.png").await
    /// }
    /// ```
    pub fn stream(self) -> DownloadFuture<E> {
        DownloadFuture::new(self.state)
    }
}

impl<T: FromResponse, E: Refused> ResponseFuture<T, E> {
    /// Waits for the answer without a runtime: what `.await` is where nothing is `async`.
    ///
    /// The client must have been built with a transport that blocks.
    ///
    /// # Errors
    ///
    /// Those of the request, and [`RequestFault::NotBlocking`](crate::RequestFault::NotBlocking) where the
    /// client cannot be used so. Nothing was sent then.
    ///
    /// # Examples
    ///
    /// ```
    /// use deskpro_runtime::{Call, Envelope, Error, Json, Undocumented};
    ///
    /// fn get(call: Call<Envelope<Json>, Box<Undocumented>>) -> Result<Json, Error<Box<Undocumented>>> {
    ///     Ok(call.send().wait()?.data)
    /// }
    /// ```
    pub fn wait(self) -> Result<T, Error<E>> {
        match self {
            Self { state: State::Asking(Some(request)), .. } => conclude(&wait_for(request)?),
            begun => block_on(begun),
        }
    }
}

impl<T: FromResponse, E: Refused> Future for ResponseFuture<T, E> {
    type Output = Result<T, Error<E>>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let response = ready!(self.state.poll(context, answer))?;
        Poll::Ready(conclude(&response))
    }
}

impl<A> State<A> {
    /// Begins where that was not done, and waits.
    pub(crate) fn poll(
        &mut self,
        context: &mut Context<'_>,
        begin: fn(Request) -> Pending<A>,
    ) -> Poll<Result<A, Failure>> {
        loop {
            match self {
                Self::Waiting(answer) => {
                    let answer = ready!(answer.as_mut().poll(context));
                    *self = Self::Asking(None);
                    return Poll::Ready(answer);
                }
                Self::Asking(request) => match request.take() {
                    Some(request) => *self = Self::Waiting(begin(request)),
                    // Polled after it was over: there is nothing that would ever come.
                    None => return Poll::Pending,
                },
            }
        }
    }
}

/// The error for a request of which nobody knows any more what it was.
fn begun(operation: &'static Operation) -> RequestError {
    let line = RequestLine::new(operation, operation.method, operation.path, "");
    RequestError::new(line, RequestFault::Begun)
}

/// Starts an exchange; nothing is sent before the future is polled.
pub(crate) fn answer(request: Request) -> Answer {
    Box::pin(async { drive(request, Until::End).await.map(|(response, _)| response) })
}

/// What an answer means for an operation.
pub(crate) fn conclude<T: FromResponse, E: Refused>(response: &Response) -> Result<T, Error<E>> {
    if !response.is_success() {
        return Err(refused(response.clone()));
    }
    let read = T::from_response(response);
    if let Some(watch) = response.watch() {
        watch.tell(response.body(), "", read.as_ref().err());
    }
    read.map_err(|fault| {
        response.span().unreadable(response);
        Error::Decode(Box::new(DecodeError::new(response.clone(), fault)))
    })
}

pub(crate) fn refused<E: Refused>(response: Response) -> Error<E> {
    if response.follows_location() {
        return Error::Undocumented(Box::new(Refusal::new(response)));
    }
    if let Some(watch) = response.watch() {
        note_refusal::<E>(watch, &response);
    }
    match E::sort(Box::new(Refusal::new(response))) {
        Ok(error) => Error::Api(error),
        Err(refusal) => Error::Undocumented(Box::new(refusal.recoded())),
    }
}

impl<T, E> fmt::Debug for ResponseFuture<T, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ResponseFuture").finish_non_exhaustive()
    }
}
