//! The HTTP request that comes next.

use http::{HeaderMap, HeaderValue, header};

use super::{Exchange, Step};
use crate::{
    Failure, RequestError, RequestFault,
    limits::Closed,
    trace,
    transport::{RequestBody, TransportError, TransportErrorKind, TransportRequest},
};

impl Exchange {
    /// Sends the request, or waits for its turn.
    pub(super) fn send(&mut self) -> Step {
        let now = self.client.now();
        let Some(timeout) = self.pace.timeout(now) else {
            let error = TransportError::new(TransportErrorKind::Timeout, "time was up in all");
            return Step::Failed(Failure::Unanswered(self.unanswered(error)));
        };
        if let Some(gate) = &self.client.settings().gate
            && let Err(closed) = gate.pass(now, self.pace.waited())
        {
            return match closed {
                Closed::Wait(wait) if self.pace.has_time_for(wait, now) => {
                    trace::held_back(self, wait);
                    self.pace.wait(wait);
                    Step::Wait(wait)
                }
                Closed::Wait(wait) | Closed::TooLong(wait) => {
                    let error = RequestError::new(self.line(), RequestFault::Limit { wait });
                    let attempts = self.pace.take_attempts();
                    Step::Failed(Failure::Request(error.after(attempts)))
                }
            };
        }
        self.pace.sent(now);
        let http = self.http_request();
        Step::Send(TransportRequest {
            http,
            timeout,
            connect_timeout: self.pace.connect_timeout(),
            body_limit: self.client.settings().body_limit,
        })
    }

    /// The next HTTP request, whatever its turn.
    pub(crate) fn http_request(&mut self) -> http::Request<RequestBody> {
        let headers = self.http_headers();
        let mut http = http::Request::new(self.take_body());
        *http.method_mut() = self.method.into();
        *http.uri_mut() = self.uri.clone();
        *http.headers_mut() = headers;
        http
    }

    fn http_headers(&self) -> HeaderMap {
        let settings = self.client.settings();
        if self.is_abroad {
            // No credentials, and nothing else that is meant for the helpdesk.
            let kept = [header::ACCEPT, header::USER_AGENT].into_iter();
            let known = |name| Some((settings.headers.get(&name)?.clone(), name));
            return kept.filter_map(known).map(|(value, name)| (name, value)).collect();
        }
        // With room for what follows, so that nothing is moved to grow.
        let mut headers = HeaderMap::with_capacity(settings.headers.len() + self.headers.len() + 2);
        for (name, value) in settings.headers.iter().chain(&self.headers) {
            headers.insert(name.clone(), value.clone());
        }
        if let Some((content_type, _)) = &self.body {
            headers.insert(header::CONTENT_TYPE, content_type.clone());
        }
        if let (Some(_), Some(name)) = (&self.query_in_body, &settings.query_in_body) {
            headers.insert(name.clone(), HeaderValue::from_static("1"));
        }
        headers
    }

    /// The body; one that can be sent only once is gone then.
    fn take_body(&mut self) -> RequestBody {
        let Some((_, body)) = &mut self.body else {
            return RequestBody::default();
        };
        body.try_clone().unwrap_or_else(|| {
            self.body_is_spent = true;
            std::mem::take(body)
        })
    }

    /// Whether there is a body to send again, or none is needed.
    pub(super) fn can_send_again(&self) -> bool {
        !self.body_is_spent && self.body.as_ref().is_none_or(|(_, body)| body.is_repeatable())
    }
}
