//! How long a request may take, how often it is sent, and when again.

use std::time::Duration;

use http::StatusCode;

use super::{Exchange, Step};
use crate::{
    Attempt, Method, Response, Retry, RetryCause, RetryPolicy, trace,
    transport::{TransportError, TransportErrorKind},
};

/// What a request may take.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Allowance {
    /// For one HTTP request.
    pub(crate) timeout: Duration,
    /// Until there is a connection.
    pub(crate) connect_timeout: Option<Duration>,
    /// For all of it, waits included.
    pub(crate) total_timeout: Option<Duration>,
    pub(crate) retries: RetryPolicy,
}

/// What a request has taken so far.
#[derive(Debug)]
pub(super) struct Pace {
    allowance: Allowance,
    began: Duration,
    /// When the last HTTP request was sent.
    sent: Duration,
    /// How often it was sent to where it goes now.
    sends: u32,
    /// How long it was held back since the last HTTP request.
    waited: Duration,
    attempts: Vec<Attempt>,
}

impl Pace {
    pub(super) fn begin(allowance: Allowance, now: Duration) -> Self {
        Self {
            allowance,
            began: now,
            sent: now,
            sends: 0,
            waited: Duration::ZERO,
            attempts: Vec::new(),
        }
    }

    /// How long the next HTTP request may take; `None` when there is no time left.
    pub(super) fn timeout(&self, now: Duration) -> Option<Duration> {
        let left = self.left(now);
        (!left.is_zero()).then(|| self.allowance.timeout.min(left))
    }

    pub(super) fn connect_timeout(&self) -> Option<Duration> {
        self.allowance.connect_timeout
    }

    /// Whether there is time left after a wait.
    pub(super) fn has_time_for(&self, wait: Duration, now: Duration) -> bool {
        wait < self.left(now)
    }

    fn left(&self, now: Duration) -> Duration {
        match self.allowance.total_timeout {
            Some(total) => total.saturating_sub(now.saturating_sub(self.began)),
            None => Duration::MAX,
        }
    }

    /// How long the next HTTP request was held back so far.
    pub(super) fn waited(&self) -> Duration {
        self.waited
    }

    pub(super) fn wait(&mut self, wait: Duration) {
        self.waited = self.waited.saturating_add(wait);
    }

    pub(super) fn sent(&mut self, now: Duration) {
        self.sent = now;
        self.sends = self.sends.saturating_add(1);
    }

    /// The last HTTP request is sent once more, with other credentials.
    pub(super) fn renewed(&mut self, now: Duration) {
        self.sent = now;
    }

    /// What comes next goes elsewhere, and may be tried as often.
    pub(super) fn start_over(&mut self) {
        self.sends = 0;
    }

    /// Notes what came of the last HTTP request.
    pub(super) fn note(
        &mut self,
        method: Method,
        outcome: Result<StatusCode, TransportErrorKind>,
        now: Duration,
    ) {
        self.attempts.push(Attempt {
            method,
            status: outcome.ok().map(|status| status.as_u16()),
            error: outcome.err(),
            waited: std::mem::take(&mut self.waited),
            took: now.saturating_sub(self.sent),
        });
    }

    /// The HTTP requests so far.
    pub(super) fn attempts(&self) -> &[Attempt] {
        &self.attempts
    }

    pub(super) fn take_attempts(&mut self) -> Vec<Attempt> {
        std::mem::take(&mut self.attempts)
    }
}

impl Exchange {
    /// Waits to send the request again, if it may be: no answer came.
    pub(super) fn retry_unanswered(&mut self, error: &TransportError) -> Option<Step> {
        self.retry(RetryCause::of_error(self.is_repeatable(), error)?, None)
    }

    /// Waits to send the request again, if it may be: this answer came.
    pub(super) fn retry_answered(&mut self, response: &Response) -> Option<Step> {
        let cause = RetryCause::of_answer(self.is_repeatable(), response);
        let settings = self.client.settings();
        let Some(cause) = cause else {
            if response.is_success() {
                settings.retry_tokens.succeeded();
                settings.gate.iter().for_each(|gate| gate.succeeded());
            }
            return None;
        };
        let asked = response.retry_after();
        if cause.is_rate_limit() {
            settings.gate.iter().for_each(|gate| gate.refused(self.client.now(), asked));
        }
        self.retry(cause, asked)
    }

    fn retry(&mut self, cause: RetryCause, asked: Option<Duration>) -> Option<Step> {
        let now = self.client.now();
        let elapsed = now.saturating_sub(self.pace.began);
        let wait = self.pace.allowance.retries.wait(self.pace.sends, elapsed, asked)?;
        let may = self.can_send_again()
            && self.pace.has_time_for(wait, now)
            && self.client.settings().retry_tokens.take();
        if !may {
            return None;
        }
        let attempt = self.pace.sends.saturating_add(1);
        let retry = Retry { request: self.line(), attempt, wait, cause };
        trace::retrying(&retry, self.pace.attempts().len());
        self.client.settings().on_retry.iter().for_each(|on_retry| on_retry.tell(&retry));
        self.pace.wait(wait);
        Some(Step::Wait(wait))
    }

    /// Whether sending the request twice does no more than sending it once.
    fn is_repeatable(&self) -> bool {
        self.operation.repeatable || self.is_turned
    }
}
