//! Spans and events for `tracing`; nothing without that feature.
//!
//! A span for the operation, one within it for each HTTP request, and events in both. They name the
//! operation, methods, the template of the path, the server and statuses. Never a parameter, a query, a
//! header of the request or a body. Names follow OpenTelemetry's conventions for HTTP clients, so that
//! `tracing-opentelemetry` makes of them what is expected.

mod events;
mod http_span;
mod operation_span;
#[cfg(feature = "tracing")]
mod server;

#[cfg(any(feature = "blocking", feature = "hyper", feature = "reqwest", feature = "tower"))]
pub(crate) use self::http_span::protocol_version;
pub(crate) use self::{
    events::{
        answered, credentials_came, credentials_refused, held_back, long_list, opened, other_verb,
        retrying, unanswered, unreadable,
    },
    http_span::HttpSpan,
    operation_span::OperationSpan,
};
