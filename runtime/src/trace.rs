//! Events for `tracing`; nothing without that feature.
//!
//! An event names the operation, the method, the template of the path and the status. Never a
//! parameter, a query, a header or a body. Field names follow OpenTelemetry's conventions for HTTP.

use crate::{Method, Operation, RequestLine, Response, Retry, transport::TransportError};

/// An HTTP request was answered.
pub(crate) fn answered(response: &Response) {
    #[cfg(feature = "tracing")]
    tracing::debug!(
        deskpro.operation = response.request().operation().name,
        http.request.method = response.request().method().as_str(),
        url.template = response.request().operation().path,
        http.response.status_code = response.status(),
        http.response.body.size = response.body().len(),
        "answered"
    );
    #[cfg(not(feature = "tracing"))]
    let _ = response;
}

/// An HTTP request was not answered.
pub(crate) fn unanswered(request: &RequestLine, error: &TransportError) {
    #[cfg(feature = "tracing")]
    tracing::debug!(
        deskpro.operation = request.operation().name,
        http.request.method = request.method().as_str(),
        url.template = request.operation().path,
        error.kind = ?error.kind(),
        "not answered"
    );
    #[cfg(not(feature = "tracing"))]
    let _ = (request, error);
}

/// A request is going to be sent again.
pub(crate) fn retrying(retry: &Retry) {
    #[cfg(feature = "tracing")]
    tracing::info!(
        deskpro.operation = retry.request.operation().name,
        http.request.method = retry.request.method().as_str(),
        url.template = retry.request.operation().path,
        http.request.resend_count = retry.attempt.saturating_sub(1),
        wait_ms = u64::try_from(retry.wait.as_millis()).unwrap_or(u64::MAX),
        cause = %retry.cause,
        "sending again"
    );
    #[cfg(not(feature = "tracing"))]
    let _ = retry;
}

/// A list is so long that what comes next was seen to be unreliable.
pub(crate) fn long_list(operation: &Operation, resources: u64) {
    #[cfg(feature = "tracing")]
    tracing::warn!(
        deskpro.operation = operation.name,
        url.template = operation.path,
        resources,
        "helpdesks were seen to become unreliable this deep in a list: narrow it with filters"
    );
    #[cfg(not(feature = "tracing"))]
    let _ = (operation, resources);
}

/// The method was not allowed, so the other of `PUT` and `POST` is tried.
pub(crate) fn other_verb(operation: &Operation, method: Method) {
    #[cfg(feature = "tracing")]
    tracing::info!(
        deskpro.operation = operation.name,
        http.request.method = method.as_str(),
        url.template = operation.path,
        "the helpdesk does not take the described verb: trying the other one"
    );
    #[cfg(not(feature = "tracing"))]
    let _ = (operation, method);
}
