//! One request with its time-outs, as ureq takes them.

use std::time::Duration;

use http::Request;
use ureq::{
    Agent, AsSendBody, Body, Proxy, SendBody, config::ConfigBuilder, typestate::HttpCrateScope,
};

use super::failure::meaning;
use crate::transport::{RequestBody, TransportError};

/// What a time-out counts for.
#[derive(Debug, Clone, Copy)]
pub(super) enum Span {
    /// Everything until the end of the answer.
    Whole(Duration),
    /// Each step: the connection, the head, the body, the wait for an answer, and every piece of that.
    Steps(Duration),
}

/// A request that is about to be sent.
pub(super) struct Sending<'t> {
    pub(super) agent: &'t Agent,
    pub(super) proxy: Option<Proxy>,
    pub(super) connect_timeout: Option<Duration>,
    pub(super) span: Span,
}

impl Sending<'_> {
    pub(super) fn send(
        self,
        request: Request<RequestBody>,
    ) -> Result<http::Response<Body>, TransportError> {
        let (parts, body) = request.into_parts();
        match body.as_bytes() {
            Some(bytes) if bytes.is_empty() => {
                self.run(Request::from_parts(parts, SendBody::none()))
            }
            Some(bytes) => self.run(Request::from_parts(parts, &**bytes)),
            None => {
                let body = SendBody::from_owned_reader(body.into_reader());
                self.run(Request::from_parts(parts, body))
            }
        }
    }

    fn run<S: AsSendBody>(
        self,
        request: Request<S>,
    ) -> Result<http::Response<Body>, TransportError> {
        let settings = self.agent.configure_request(request).proxy(self.proxy.clone());
        let request = self.timed(settings).build();
        self.agent.run(request).map_err(|error| meaning(error, self.proxy.is_some()))
    }

    fn timed<S: AsSendBody>(
        &self,
        settings: ConfigBuilder<HttpCrateScope<S>>,
    ) -> ConfigBuilder<HttpCrateScope<S>> {
        let connect = self.connect_timeout.and_then(bounded);
        match self.span {
            Span::Whole(timeout) => settings
                .timeout_global(bounded(timeout))
                .timeout_resolve(connect)
                .timeout_connect(connect),
            Span::Steps(timeout) => {
                let timeout = bounded(timeout);
                let connect = connect.into_iter().chain(timeout).min();
                settings
                    .timeout_resolve(connect)
                    .timeout_connect(connect)
                    .timeout_send_request(timeout)
                    .timeout_send_body(timeout)
                    .timeout_recv_response(timeout)
                    .timeout_per_read(timeout)
            }
        }
    }
}

/// ureq panics where a time-out leads beyond the end of time; one that nobody lives to see is none.
fn bounded(timeout: Duration) -> Option<Duration> {
    const CENTURY: Duration = Duration::from_secs(100 * 365 * 24 * 60 * 60);
    (timeout < CENTURY).then_some(timeout)
}

#[cfg(test)]
mod tests {
    use super::{Duration, bounded};

    #[test]
    fn a_time_out_without_end_is_none() {
        assert_eq!(bounded(Duration::MAX), None);
        assert_eq!(bounded(Duration::from_secs(60)), Some(Duration::from_secs(60)));
    }
}
