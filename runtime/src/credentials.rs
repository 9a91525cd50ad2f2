//! Credentials that do not last.

use std::{error::Error, pin::Pin, time::Duration};

use http::{StatusCode, header};

use crate::{
    Auth, Exchange,
    clock::{Elapsed, within},
    drive::{Answer, Until},
    trace::{self, HttpSpan},
    transport::{TransportError, TransportErrorKind, TransportRequest},
};

/// Where the credentials of a client come from while it lives, when they do not last: the short-lived
/// token of a session, or a key from a vault that changes it.
///
/// Set with [`ClientBuilder::credentials`](crate::ClientBuilder::credentials). For credentials that are
/// renewed when they are refused there is [`Renewing`](crate::Renewing).
///
/// # Examples
///
/// A key that something else keeps up to date in a file:
///
/// ```
/// use std::path::PathBuf;
///
/// use deskpro_runtime::{Auth, Credentials, CredentialsFuture};
///
/// struct KeyFile(PathBuf);
///
/// impl Credentials for KeyFile {
///     fn current(&self, _refused: Option<&Auth>) -> CredentialsFuture {
///         let key = std::fs::read_to_string(&self.0);
///         Box::pin(async move { Ok(Auth::key(key?)) })
///     }
/// }
/// ```
pub trait Credentials: Send + Sync + 'static {
    /// The credentials for the next HTTP request, asked for before each.
    ///
    /// `refused` are those of a request that was just answered 401. When others come then, the
    /// request is sent once more with them: 401 means that nothing was done. When the same come, the
    /// refusal stands.
    ///
    /// Requests run at the same time, so several may be refused with the same credentials: renew only
    /// what `refused` still equals, or a refresh token that works only once is spent in vain.
    ///
    /// # Errors
    ///
    /// When there are none. The request fails as one that got no answer, with this as the cause.
    fn current(&self, refused: Option<&Auth>) -> CredentialsFuture;
}

/// Credentials, some time later.
pub type CredentialsFuture =
    Pin<Box<dyn Future<Output = Result<Auth, Box<dyn Error + Send + Sync>>> + Send + 'static>>;

/// Sends one HTTP request, and once more where its credentials are refused and there are others.
pub(crate) async fn send(
    exchange: &mut Exchange,
    request: TransportRequest,
    until: Until,
) -> Result<Answer, TransportError> {
    let client = exchange.client().clone();
    let credentials = client.settings().credentials.as_ref();
    let Some(credentials) = credentials.filter(|_| exchange.takes_credentials()) else {
        return ask(exchange, request, until).await;
    };
    let timeout = request.timeout;
    let auth = current(exchange, &**credentials, timeout, None).await?;
    let again = request.try_clone();
    let answer = ask(exchange, authorized(request, &auth)?, until).await?;
    let Some(again) = again.filter(|_| answer.status() == StatusCode::UNAUTHORIZED) else {
        return Ok(answer);
    };
    trace::credentials_refused(exchange);
    let renewed = current(exchange, &**credentials, timeout, Some(&auth)).await;
    if renewed.as_ref().is_ok_and(|renewed| *renewed == auth) {
        return Ok(answer);
    }
    exchange.refused(answer.status());
    ask(exchange, authorized(again, &renewed?)?, until).await
}

async fn ask(
    exchange: &Exchange,
    request: TransportRequest,
    until: Until,
) -> Result<Answer, TransportError> {
    let transport = &*exchange.client().settings().transport;
    let span = HttpSpan::new(exchange, &request);
    let outcome = span.around(until.ask(transport, request)).await;
    span.ended(&outcome);
    outcome
}

/// The credentials for the next HTTP request, if they come in time.
async fn current(
    exchange: &Exchange,
    credentials: &dyn Credentials,
    timeout: Duration,
    refused: Option<&Auth>,
) -> Result<Auth, TransportError> {
    let clock = &*exchange.client().settings().clock;
    let began = clock.now();
    let current = within(clock, timeout, credentials.current(refused)).await;
    let auth = current.map_err(|Elapsed| too_late())?.map_err(missing)?;
    trace::credentials_came(exchange, clock.now().saturating_sub(began));
    Ok(auth)
}

/// The same request with these credentials.
fn authorized(
    mut request: TransportRequest,
    auth: &Auth,
) -> Result<TransportRequest, TransportError> {
    let headers = request.http.headers_mut();
    match auth.header().map_err(|fault| missing(fault.into()))? {
        Some(value) => headers.insert(header::AUTHORIZATION, value),
        None => headers.remove(header::AUTHORIZATION),
    };
    Ok(request)
}

fn too_late() -> TransportError {
    TransportError::new(TransportErrorKind::Credentials, "the credentials did not come in time")
}

fn missing(cause: Box<dyn Error + Send + Sync>) -> TransportError {
    TransportError::new(TransportErrorKind::Credentials, "there are no credentials to send")
        .with_source(cause)
}
