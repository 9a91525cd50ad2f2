//! Drives an exchange: sends what it says, and waits as long as it says.

use std::time::Duration;

use http::StatusCode;

use crate::{
    Client, Exchange, Failure, Request, Response, Step, credentials,
    trace::OperationSpan,
    transport::{
        BodyStream, OpenResponse, RawResponse, Transport, TransportError, TransportRequest,
    },
};

/// What of an answer to wait for. A refusal is read to its end in any case.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Until {
    /// The end of its body.
    End,
    /// The beginning of its body.
    Body,
}

/// What a transport gave.
pub(crate) enum Answer {
    Whole(RawResponse),
    Open(OpenResponse),
}

/// The answer to a request, and its body where that is still to come.
pub(crate) async fn drive(
    request: Request,
    until: Until,
) -> Result<(Response, Option<BodyStream>), Failure> {
    let span = OperationSpan::new(&request);
    let (response, body) = match span.around(exchange(request, until)).await {
        Ok((response, body)) => (Ok(response), body),
        Err(failure) => (Err(failure), None),
    };
    Ok((span.ended(response)?, body))
}

async fn exchange(
    request: Request,
    until: Until,
) -> Result<(Response, Option<BodyStream>), Failure> {
    let (mut exchange, mut step) = Exchange::start(request).map_err(Failure::Request)?;
    let mut body = None;
    loop {
        step = match step {
            Step::Send(request) => {
                let deadline = exchange.client().now().saturating_add(request.timeout);
                match credentials::send(&mut exchange, request, until).await {
                    Ok(Answer::Open(open)) if exchange.means_success(open.status) => {
                        let OpenResponse { status, headers, body: pieces } = open;
                        body = Some(pieces);
                        exchange.opened(status, headers)
                    }
                    Ok(Answer::Open(open)) => {
                        let raw = whole(open, exchange.client(), deadline).await;
                        exchange.answered(Ok(raw))
                    }
                    Ok(Answer::Whole(raw)) => exchange.answered(Ok(raw)),
                    Err(error) => exchange.answered(Err(error)),
                }
            }
            Step::Wait(pause) => {
                exchange.client().settings().clock.sleep(pause).await;
                exchange.resume()
            }
            Step::Done(response) => return Ok((response, body)),
            Step::Failed(failure) => return Err(failure),
        };
    }
}

/// A refusal, as far as the limits of the client allow.
async fn whole(open: OpenResponse, client: &Client, deadline: Duration) -> RawResponse {
    let settings = client.settings();
    let left = deadline.saturating_sub(client.now());
    open.read_within(settings.body_limit, &*settings.clock, left).await
}

impl Until {
    /// Sends one HTTP request.
    pub(crate) async fn ask(
        self,
        transport: &dyn Transport,
        request: TransportRequest,
    ) -> Result<Answer, TransportError> {
        match self {
            Self::End => transport.call(request).await.map(Answer::Whole),
            Self::Body => transport.open(request).await.map(Answer::Open),
        }
    }
}

impl Answer {
    pub(crate) fn status(&self) -> StatusCode {
        match self {
            Self::Whole(raw) => raw.status,
            Self::Open(open) => open.status,
        }
    }

    #[cfg(feature = "tracing")]
    pub(crate) fn headers(&self) -> &http::HeaderMap {
        match self {
            Self::Whole(raw) => &raw.headers,
            Self::Open(open) => &open.headers,
        }
    }

    /// The whole, where the body is not still to come.
    #[cfg(feature = "tracing")]
    pub(crate) fn whole(&self) -> Option<&RawResponse> {
        match self {
            Self::Whole(raw) => Some(raw),
            Self::Open(_) => None,
        }
    }
}
