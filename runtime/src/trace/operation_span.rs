//! The span around a request with its retries, redirects and waits.

use crate::{Failure, Request, Response};

/// The span of an operation; closes when it is dropped.
#[derive(Default)]
pub(crate) struct OperationSpan(#[cfg(feature = "tracing")] Option<Box<tracing::Span>>);

#[cfg(feature = "tracing")]
impl OperationSpan {
    /// A span for this request, if anybody wants it, within the one that is entered now.
    pub(crate) fn new(request: &Request) -> Self {
        use tracing::field::Empty;

        let parts = request.parts();
        let operation = parts.operation;
        let span = tracing::info_span!(
            "operation",
            otel.name = operation.name,
            // What goes over the network, and counts as such, are the HTTP requests within.
            otel.kind = "internal",
            otel.status_code = Empty,
            deskpro.operation = operation.name,
            url.template = operation.path,
            server.address = Empty,
            server.port = Empty,
            http.response.status_code = Empty,
            "http.response.header.x-request-id" = Empty,
            error.type = Empty,
        );
        if span.is_disabled() {
            return Self(None);
        }
        if let Ok(uri) = parts.client.settings().address.parse() {
            let (address, port) = super::server::server(&uri);
            span.record("server.address", address);
            span.record("server.port", port);
        }
        Self(Some(Box::new(span)))
    }

    /// The same future, which is polled within the span.
    pub(crate) fn around<T>(&self, future: impl Future<Output = T>) -> impl Future<Output = T> {
        use tracing::{Instrument, Span};

        future.instrument(self.0.as_deref().map_or_else(Span::none, Span::clone))
    }

    /// Takes note of what came of the operation. The span stays with an answer until that is read.
    pub(crate) fn ended(self, outcome: Result<Response, Failure>) -> Result<Response, Failure> {
        let Some(span) = &self.0 else {
            return outcome;
        };
        match outcome {
            Ok(response) => {
                span.record("http.response.status_code", response.status());
                if let Some(id) = response.head().request_id() {
                    span.record("http.response.header.x-request-id", id);
                }
                if !response.is_success() {
                    self.failed(&tracing::field::display(response.status()));
                }
                Ok(response.within(self))
            }
            Err(failure) => {
                match &failure {
                    Failure::Request(_) => self.failed(&"RequestError"),
                    Failure::Unanswered(error) => {
                        self.failed(&tracing::field::debug(error.error().kind()));
                    }
                }
                Err(failure)
            }
        }
    }

    /// Takes note that the answer, a success, could not be read.
    pub(crate) fn unreadable(&self, response: &Response) {
        self.in_scope(|| super::unreadable(response));
        self.failed(&"DecodeError");
    }

    /// Does this within the span.
    pub(crate) fn in_scope<T>(&self, work: impl FnOnce() -> T) -> T {
        let _entered = self.0.as_ref().map(|span| span.enter());
        work()
    }

    fn failed(&self, kind: &dyn tracing::Value) {
        if let Some(span) = &self.0 {
            span.record("error.type", kind);
            span.record("otel.status_code", "ERROR");
        }
    }
}

#[cfg(not(feature = "tracing"))]
impl OperationSpan {
    pub(crate) fn new(_: &Request) -> Self {
        Self()
    }

    pub(crate) fn around<T>(&self, future: impl Future<Output = T>) -> impl Future<Output = T> {
        future
    }

    pub(crate) fn ended(self, outcome: Result<Response, Failure>) -> Result<Response, Failure> {
        outcome.map(|response| response.within(self))
    }

    pub(crate) fn unreadable(&self, response: &Response) {
        super::unreadable(response);
    }

    pub(crate) fn in_scope<T>(&self, work: impl FnOnce() -> T) -> T {
        work()
    }
}

/// A copy of an answer is none of the operation any more: whoever keeps it does not keep the span open.
impl Clone for OperationSpan {
    fn clone(&self) -> Self {
        Self::default()
    }
}
