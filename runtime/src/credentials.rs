//! Credentials that do not last.

use std::{error::Error, pin::Pin};

use http::{StatusCode, header};

use crate::{
    Auth, Exchange,
    clock::{Elapsed, within},
    transport::{RawResponse, TransportError, TransportErrorKind, TransportRequest},
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
    exchange: &Exchange,
    request: TransportRequest,
) -> Result<RawResponse, TransportError> {
    let settings = exchange.client().settings();
    let Some(credentials) = &settings.credentials else {
        return settings.transport.call(request).await;
    };
    if !exchange.takes_credentials() {
        return settings.transport.call(request).await;
    }
    let timeout = request.timeout;
    let current = async |refused: Option<&Auth>| {
        let current = within(&*settings.clock, timeout, credentials.current(refused)).await;
        current.map_err(|Elapsed| too_late())?.map_err(missing)
    };
    let auth = current(None).await?;
    let again = request.try_clone();
    let answer = settings.transport.call(authorized(request, &auth)?).await?;
    let Some(again) = again.filter(|_| answer.status == StatusCode::UNAUTHORIZED) else {
        return Ok(answer);
    };
    let renewed = current(Some(&auth)).await?;
    if renewed == auth {
        return Ok(answer);
    }
    settings.transport.call(authorized(again, &renewed)?).await
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
