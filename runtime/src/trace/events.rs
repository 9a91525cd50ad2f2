//! Events: what happened to a request, and why it takes its time.

use std::time::Duration;

use crate::{Exchange, Method, Operation, RequestLine, Response, Retry, transport::TransportError};

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

/// An HTTP request was answered with a body that is read as it comes.
pub(crate) fn opened(response: &Response) {
    #[cfg(feature = "tracing")]
    tracing::debug!(
        deskpro.operation = response.request().operation().name,
        http.request.method = response.request().method().as_str(),
        url.template = response.request().operation().path,
        http.response.status_code = response.status(),
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

/// A request is going to be sent again, after so many HTTP requests.
pub(crate) fn retrying(retry: &Retry, resends: usize) {
    #[cfg(feature = "tracing")]
    tracing::info!(
        deskpro.operation = retry.request.operation().name,
        http.request.method = retry.request.method().as_str(),
        url.template = retry.request.operation().path,
        http.request.resend_count = resends,
        wait_ms = milliseconds(retry.wait),
        cause = %retry.cause,
        "sending again"
    );
    #[cfg(not(feature = "tracing"))]
    let _ = (retry, resends);
}

/// A request waits for its turn, since the client keeps limits.
pub(crate) fn held_back(exchange: &Exchange, wait: Duration) {
    #[cfg(feature = "tracing")]
    tracing::info!(
        deskpro.operation = exchange.operation().name,
        url.template = exchange.operation().path,
        wait_ms = milliseconds(wait),
        "held back by the client's limit"
    );
    #[cfg(not(feature = "tracing"))]
    let _ = (exchange, wait);
}

/// The credentials for an HTTP request came after so long.
pub(crate) fn credentials_came(exchange: &Exchange, took: Duration) {
    #[cfg(feature = "tracing")]
    tracing::debug!(
        deskpro.operation = exchange.operation().name,
        wait_ms = milliseconds(took),
        "the credentials came"
    );
    #[cfg(not(feature = "tracing"))]
    let _ = (exchange, took);
}

/// The credentials were refused, so others are asked for.
pub(crate) fn credentials_refused(exchange: &Exchange) {
    #[cfg(feature = "tracing")]
    tracing::info!(
        deskpro.operation = exchange.operation().name,
        url.template = exchange.operation().path,
        "the credentials were refused: asking for others"
    );
    #[cfg(not(feature = "tracing"))]
    let _ = exchange;
}

/// An answer that means success is not as described.
pub(crate) fn unreadable(response: &Response) {
    #[cfg(feature = "tracing")]
    tracing::debug!(
        deskpro.operation = response.request().operation().name,
        url.template = response.request().operation().path,
        http.response.status_code = response.status(),
        "the answer is not as described"
    );
    #[cfg(not(feature = "tracing"))]
    let _ = response;
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

#[cfg(feature = "tracing")]
fn milliseconds(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}
