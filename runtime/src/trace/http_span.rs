//! The span around one HTTP request.

use crate::{
    Exchange,
    drive::Answer,
    transport::{TransportError, TransportRequest},
};

/// The span of an HTTP request; closes when it is dropped.
pub(crate) struct HttpSpan(#[cfg(feature = "tracing")] tracing::Span);

#[cfg(feature = "tracing")]
impl HttpSpan {
    /// A span for the next HTTP request of this exchange, if anybody wants it.
    pub(crate) fn new(exchange: &Exchange, request: &TransportRequest) -> Self {
        use tracing::field::Empty;

        let span = tracing::info_span!(
            "http_request",
            otel.name = Empty,
            otel.kind = "client",
            otel.status_code = Empty,
            deskpro.operation = exchange.operation().name,
            http.request.method = request.http.method().as_str(),
            http.request.resend_count = Empty,
            http.request.body.size = request.http.body().len(),
            url.scheme = request.http.uri().scheme_str(),
            url.template = exchange.template(),
            url.path = Empty,
            server.address = Empty,
            server.port = Empty,
            http.response.status_code = Empty,
            http.response.body.size = Empty,
            "http.response.header.x-request-id" = Empty,
            network.protocol.version = Empty,
            error.type = Empty,
        );
        if span.is_disabled() {
            return Self(span);
        }
        let (method, uri) = (request.http.method(), request.http.uri());
        match exchange.template() {
            Some(template) => span.record("otel.name", format_args!("{method} {template}")),
            None => span.record("otel.name", method.as_str()),
        };
        let (address, port) = super::server::server(uri);
        span.record("server.address", address);
        span.record("server.port", port);
        if exchange.resends() > 0 {
            span.record("http.request.resend_count", exchange.resends());
        }
        if exchange.client().settings().traces_paths {
            span.record("url.path", uri.path());
        }
        Self(span)
    }

    /// The same future, which is polled within the span.
    pub(crate) fn around<T>(&self, future: impl Future<Output = T>) -> impl Future<Output = T> {
        tracing::Instrument::instrument(future, self.0.clone())
    }

    /// Takes note of what came.
    pub(crate) fn ended(self, outcome: &Result<Answer, TransportError>) {
        if self.0.is_disabled() {
            return;
        }
        match outcome {
            Ok(answer) => self.answered(answer),
            Err(error) => self.failed(&tracing::field::debug(error.kind())),
        }
    }

    fn answered(&self, answer: &Answer) {
        use crate::transport::BodyEnd;

        let status = answer.status().as_u16();
        self.0.record("http.response.status_code", status);
        if let Some(id) = crate::request_id::request_id(answer.headers()) {
            self.0.record("http.response.header.x-request-id", id);
        }
        let whole = answer.whole();
        if let Some(raw) = whole {
            self.0.record("http.response.body.size", raw.body.len());
        }
        match whole.map_or(&BodyEnd::Complete, |raw| &raw.ended) {
            _ if status >= 400 => self.failed(&tracing::field::display(status)),
            BodyEnd::Complete => {}
            BodyEnd::TooLarge => self.failed(&"TooLarge"),
            BodyEnd::Broken(error) => self.failed(&tracing::field::debug(error.kind())),
        }
    }

    fn failed(&self, kind: &dyn tracing::Value) {
        self.0.record("error.type", kind);
        self.0.record("otel.status_code", "ERROR");
    }
}

#[cfg(not(feature = "tracing"))]
impl HttpSpan {
    pub(crate) fn new(_: &Exchange, _: &TransportRequest) -> Self {
        Self()
    }

    pub(crate) fn around<T>(&self, future: impl Future<Output = T>) -> impl Future<Output = T> {
        future
    }

    pub(crate) fn ended(self, _: &Result<Answer, TransportError>) {}
}

/// Takes note of the version of HTTP, in the span of the request that is being sent.
#[cfg(any(feature = "blocking", feature = "hyper", feature = "reqwest", feature = "tower"))]
pub(crate) fn protocol_version(version: http::Version) {
    #[cfg(feature = "tracing")]
    {
        use http::Version;

        let version = match version {
            Version::HTTP_10 => "1.0",
            Version::HTTP_11 => "1.1",
            Version::HTTP_2 => "2",
            Version::HTTP_3 => "3",
            _ => return,
        };
        tracing::Span::current().record("network.protocol.version", version);
    }
    #[cfg(not(feature = "tracing"))]
    let _ = version;
}
