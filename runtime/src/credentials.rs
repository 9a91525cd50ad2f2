//! Credentials that do not last.

use std::{error::Error, pin::Pin};

use http::{StatusCode, header};

use crate::{
    Auth, Client,
    transport::{RawResponse, TransportError, TransportErrorKind, TransportRequest},
};

/// Where the credentials of a client come from while it lives, when they do not last: the short-lived
/// token of a session, or a key from a vault that changes it.
///
/// Set with [`ClientBuilder::credentials`](crate::ClientBuilder::credentials).
///
/// # Examples
///
/// A token that is renewed when the helpdesk refuses it. `renew` stands for what the user's own login
/// does; a real one also has to see to it that no two renewals run at the same time.
///
/// ```
/// use std::sync::{Arc, Mutex, PoisonError};
///
/// use deskpro_runtime::{Auth, Credentials, CredentialsFuture};
///
/// struct Session(Arc<Mutex<Auth>>);
///
/// impl Credentials for Session {
///     fn current(&self, refused: Option<&Auth>) -> CredentialsFuture {
///         let (session, refused) = (Arc::clone(&self.0), refused.cloned());
///         Box::pin(async move {
///             let current = session.lock().unwrap_or_else(PoisonError::into_inner).clone();
///             // Another request may have been refused with the same token and renewed it already.
///             if refused.as_ref() != Some(&current) {
///                 return Ok(current);
///             }
///             let renewed = Auth::bearer(renew().await?);
///             *session.lock().unwrap_or_else(PoisonError::into_inner) = renewed.clone();
///             Ok(renewed)
///         })
///     }
/// }
/// # async fn renew() -> Result<String, std::io::Error> { Ok(String::new()) }
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
    client: &Client,
    request: TransportRequest,
) -> Result<RawResponse, TransportError> {
    let settings = client.settings();
    let Some(credentials) = &settings.credentials else {
        return settings.transport.call(request).await;
    };
    let auth = credentials.current(None).await.map_err(missing)?;
    let answer = settings.transport.call(authorized(&request, &auth)?).await?;
    if answer.status != StatusCode::UNAUTHORIZED {
        return Ok(answer);
    }
    let renewed = credentials.current(Some(&auth)).await.map_err(missing)?;
    if renewed == auth {
        return Ok(answer);
    }
    settings.transport.call(authorized(&request, &renewed)?).await
}

/// The same request with these credentials.
fn authorized(request: &TransportRequest, auth: &Auth) -> Result<TransportRequest, TransportError> {
    let value = auth.header().map_err(|fault| missing(fault.into()))?;
    let mut http = request.http.clone();
    match value {
        Some(value) => http.headers_mut().insert(header::AUTHORIZATION, value),
        None => http.headers_mut().remove(header::AUTHORIZATION),
    };
    let TransportRequest { timeout, body_limit, .. } = *request;
    Ok(TransportRequest { http, timeout, body_limit })
}

fn missing(cause: Box<dyn Error + Send + Sync>) -> TransportError {
    TransportError::new(TransportErrorKind::Credentials, "there are no credentials to send")
        .with_source(cause)
}
