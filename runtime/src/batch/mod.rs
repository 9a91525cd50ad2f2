//! Several requests in one.

mod answers;
mod future;
mod queued;
mod results;

use std::{fmt, marker::PhantomData, sync::Arc};

use self::future::Batched;
pub use self::{
    future::BatchFuture,
    queued::{IntoBatch, Queued},
    results::BatchResults,
};
use crate::{
    Client, Encode, Error, Operation, Refused, Request, RequestError, RequestFault, RequestLine,
    Writer, request::Parts,
};

/// Several requests that are sent as one, each of which is answered or refused for itself.
///
/// `E` is the error of the batch as a whole.
///
/// What cannot be part of a batch is a fault, and then nothing is sent: files and other bodies that
/// are no JSON, [`Request::follow_location`], [`Request::query_in_body`], headers and requests of
/// another client. Time-outs of the parts mean nothing; that of the batch counts.
///
/// Creates and updates are sent with the verb that the client knows to work: the one that is set, or
/// that an earlier request has found ([`VerbRule`](crate::VerbRule)). Within a batch no other verb is
/// tried: a part that is answered 405 is refused so.
///
/// A batch must not be sent again when its answer is lost, unless all of its parts may be.
///
/// # Examples
///
/// ```
/// use deskpro_runtime::{Batch, Call, Envelope, Error, Json, Operation, Undocumented};
///
/// type Failed = Box<Undocumented>;
///
/// /// Asks for two things at once.
/// async fn both(
///     mut batch: Batch<Failed>,
///     one: Call<Envelope<Json>, Failed>,
///     other: Call<Envelope<Json>, Failed>,
/// ) -> Result<(Json, Json), Error<Failed>> {
///     let one = batch.add(one);
///     let other = batch.add(other);
///     let results = batch.send().await?;
///     Ok((results.take(one)?.data, results.take(other)?.data))
/// }
/// ```
#[must_use = "a batch does nothing until it is sent"]
pub struct Batch<E> {
    /// The request that carries the others.
    request: Request,
    parts: Vec<Request>,
    /// Tells this batch from others.
    identity: Arc<()>,
    error: PhantomData<fn() -> E>,
}

impl<E> Batch<E> {
    /// A batch without requests, to be sent with this operation.
    pub fn new(client: &impl AsRef<Client>, operation: &'static Operation) -> Self {
        Self {
            request: Request::of(client.as_ref(), operation),
            parts: Vec::new(),
            identity: Arc::default(),
            error: PhantomData,
        }
    }

    /// Adds a request; what is returned takes its answer out of the results.
    pub fn add<R: IntoBatch>(&mut self, request: R) -> Queued<R::Answer, R::Error> {
        let request = request.into_request();
        let line = request.line();
        self.parts.push(request);
        Queued::new(self.identity.clone(), self.parts.len() - 1, line)
    }

    /// Changes the request that carries the others by what has no method here: a header, a time-out.
    /// How an answer is read is said by each of the others, as with [`Request::keep_unknown`].
    pub fn with(mut self, change: impl FnOnce(Request) -> Request) -> Self {
        self.request = change(self.request);
        self
    }

    /// How many requests were added.
    pub fn len(&self) -> usize {
        self.parts.len()
    }

    /// Whether no request was added.
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }
}

impl<E: Refused> Batch<E> {
    /// Sends the batch; one without requests is answered without being sent.
    ///
    /// # Errors
    ///
    /// When the batch as a whole is refused, is not answered or cannot be read, or when a request
    /// cannot be part of it: then that one is named by the error, and nothing was sent. What happens
    /// to a single request is in the results.
    pub fn send(self) -> BatchFuture<E> {
        if self.parts.is_empty() {
            return BatchFuture::known(Ok(BatchResults::empty(self.identity)));
        }
        match self.into_one() {
            Ok((request, batched)) => BatchFuture::asked(request.send(), batched),
            Err(error) => BatchFuture::known(Err(Error::Request(Box::new(error)))),
        }
    }

    /// The request that carries the others.
    fn into_one(self) -> Result<(Request, Batched), RequestError> {
        let Self { request, parts, identity, .. } = self;
        let client = request.parts().client.clone();
        let mut sent = Vec::with_capacity(parts.len());
        let mut members = Vec::with_capacity(parts.len());
        for (place, part) in parts.into_iter().enumerate() {
            let line = part.line();
            let (line, member) = Part::of(part.into_parts(), &client)
                .map_err(|fault| RequestError::new(line, fault))?;
            sent.push(line);
            members.push((answers::key(place), member));
        }
        Ok((request.body_json(&Requests(members)), Batched { identity, sent }))
    }
}

/// What errors call a request within a batch, and whether unknown members of its answer are kept.
struct Sent {
    line: RequestLine,
    keeps_unknown: bool,
}

/// A request as it is written into a batch.
struct Part {
    url: String,
    method: &'static str,
    payload: Option<String>,
}

impl Part {
    fn of(parts: Parts, client: &Client) -> Result<(Sent, Self), RequestFault> {
        parts.check()?;
        let fault = |fault| Err(RequestFault::Batch { fault });
        if !parts.client.is(client) {
            return fault("it was made with another client");
        }
        if parts.follow_location {
            return fault("it may take a second request, for the resource at its `Location`");
        }
        if parts.query_in_body {
            return fault("its query would be in its body");
        }
        if !parts.headers.is_empty() {
            return fault("it has headers of its own");
        }
        let method = client.method(parts.operation);
        let sent = Sent { line: parts.line(method), keeps_unknown: parts.keeps_unknown };
        let url = client.settings().base_url.below_helpdesk(&parts.path_and_query());
        let payload = parts.body.payload(method).map_err(|fault| RequestFault::Batch { fault })?;
        Ok((sent, Self { url, method: method.as_str(), payload }))
    }
}

impl Encode for Part {
    fn encode(&self, json: &mut Writer) {
        let payload = self.payload.as_deref().map(Raw);
        json.object(&[("url", &self.url), ("method", &self.method), ("payload", &payload)]);
    }
}

/// JSON that is written already.
struct Raw<'t>(&'t str);

impl Encode for Raw<'_> {
    fn encode(&self, json: &mut Writer) {
        json.raw(self.0);
    }
}

/// The body of a batch.
struct Requests(Vec<(String, Part)>);

impl Encode for Requests {
    fn encode(&self, json: &mut Writer) {
        json.object(&[("requests", &Keyed(&self.0))]);
    }
}

struct Keyed<'p>(&'p [(String, Part)]);

impl Encode for Keyed<'_> {
    fn encode(&self, json: &mut Writer) {
        json.members(&mut self.0.iter().map(|(key, part)| (key.as_str(), part as &dyn Encode)));
    }
}

impl<E> fmt::Debug for Batch<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Batch").field("request", &self.request).field("parts", &self.parts).finish()
    }
}
