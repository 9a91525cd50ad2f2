//! A transport as a service.

use std::{
    fmt,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
};

use bytes::Bytes;
use http_body::{Body, Frame};
use tower_service::Service;

use super::Allowed;
use crate::transport::{
    BodyStream, OutgoingBody, Transport, TransportError, TransportErrorKind as Kind,
    TransportRequest,
};

/// Any transport as a service of tower, so that layers can be put around it: with a
/// [`TowerTransport`](super::TowerTransport) around these it is a transport again.
///
/// # Examples
///
/// ```
/// use deskpro_runtime::{
///     Auth, Client,
///     transport::{MemoryTransport, TowerTransport, TransportService},
/// };
/// # fn layered<S>(service: S) -> S { service }
///
/// let transport = MemoryTransport::new(|_| http::Response::default());
/// // What `tower::ServiceBuilder` makes of a service.
/// let service = layered(TransportService::new(transport));
/// let client = Client::builder("https://support.example.com", Auth::none())
///     .transport(TowerTransport::new(service))
///     .build()?;
/// # Ok::<_, deskpro_runtime::BuildError>(())
/// ```
pub struct TransportService<T>(Arc<T>);

impl<T> TransportService<T> {
    /// A service that sends with this transport.
    #[must_use]
    pub fn new(transport: T) -> Self {
        Self(Arc::new(transport))
    }
}

impl<T: Transport> Service<http::Request<OutgoingBody>> for TransportService<T> {
    type Response = http::Response<IncomingBody>;
    type Error = TransportError;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, TransportError>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), TransportError>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: http::Request<OutgoingBody>) -> Self::Future {
        let transport = self.0.clone();
        Box::pin(async move {
            let (parts, body) = request.into_parts();
            let allowed = parts.extensions.get().copied();
            let body = body.into_inner().ok_or_else(|| {
                TransportError::new(Kind::RequestBody, "somebody has read the request's body")
            })?;
            let http = http::Request::from_parts(parts, body);
            let mut request = TransportRequest::new(http);
            if let Some(Allowed { timeout, connect_timeout }) = allowed {
                (request.timeout, request.connect_timeout) = (timeout, connect_timeout);
            }
            let answer = transport.open(request).await?;
            let mut response = http::Response::new(IncomingBody(answer.body));
            (*response.status_mut(), *response.headers_mut()) = (answer.status, answer.headers);
            Ok(response)
        })
    }
}

/// The body of an answer, as the `Body` of the crate `http-body`.
#[must_use = "a body that nobody reads does not come"]
pub struct IncomingBody(BodyStream);

impl Body for IncomingBody {
    type Data = Bytes;
    type Error = TransportError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
        self.0.as_mut().poll_next(context).map_ok(Frame::data)
    }
}

impl<T> Clone for TransportService<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> fmt::Debug for TransportService<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TransportService").finish_non_exhaustive()
    }
}

impl fmt::Debug for IncomingBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("IncomingBody").finish_non_exhaustive()
    }
}
