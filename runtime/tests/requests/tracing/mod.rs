//! What is told to `tracing`.

mod events;
mod http_spans;
mod log;
mod operation_spans;
mod places;
