//! Credentials that are renewed when the helpdesk refuses them, by one request for all.

use std::{
    error::Error,
    fmt,
    pin::Pin,
    sync::{Arc, Mutex, PoisonError},
};

use crate::{Auth, Credentials, CredentialsFuture, turn::Turns};

/// [`Credentials`] that are made when they are first needed, and made anew when the helpdesk refuses
/// them.
///
/// Requests that run at the same time wait for one renewal together: a refresh token that works only
/// once is not spent twice. A renewal that fails is an error of those who waited for it, and tried
/// again by the next request; one that is dropped half-way is begun again by another.
///
/// # Examples
///
/// ```
/// use deskpro_runtime::{Auth, Client, Renewing};
/// # let transport = deskpro_runtime::transport::MemoryTransport::new(|_| Default::default());
///
/// # async fn log_in() -> Result<String, std::io::Error> { Ok(String::new()) }
/// let session = Renewing::new(|| async { Ok(Auth::bearer(log_in().await?)) });
/// let client = Client::builder("https://support.example.com", Auth::none())
///     .credentials(session)
/// #   .transport(transport)
///     .build()?;
/// # Ok::<_, deskpro_runtime::BuildError>(())
/// ```
#[derive(Clone)]
pub struct Renewing(Arc<Shared>);

struct Shared {
    current: Mutex<Option<Auth>>,
    turns: Turns,
    renew: Box<dyn Fn() -> Renewal + Send + Sync>,
}

type Renewal = Pin<Box<dyn Future<Output = Result<Auth, BoxError>> + Send>>;
type BoxError = Box<dyn Error + Send + Sync>;

impl Renewing {
    /// Credentials that come from this.
    pub fn new<R>(renew: impl Fn() -> R + Send + Sync + 'static) -> Self
    where
        R: Future<Output = Result<Auth, BoxError>> + Send + 'static,
    {
        Self(Arc::new(Shared {
            current: Mutex::new(None),
            turns: Turns::default(),
            renew: Box::new(move || Box::pin(renew())),
        }))
    }

    /// The same, with credentials to begin with.
    #[must_use]
    pub fn beginning_with(self, auth: Auth) -> Self {
        self.0.set(auth);
        self
    }
}

impl Shared {
    /// What is known not to be refused.
    fn usable(&self, refused: Option<&Auth>) -> Option<Auth> {
        let current = self.current.lock().unwrap_or_else(PoisonError::into_inner);
        current.as_ref().filter(|current| Some(*current) != refused).cloned()
    }

    fn set(&self, auth: Auth) {
        *self.current.lock().unwrap_or_else(PoisonError::into_inner) = Some(auth);
    }
}

impl Credentials for Renewing {
    fn current(&self, refused: Option<&Auth>) -> CredentialsFuture {
        if let Some(auth) = self.0.usable(refused) {
            return Box::pin(std::future::ready(Ok(auth)));
        }
        let (shared, refused) = (Arc::clone(&self.0), refused.cloned());
        Box::pin(async move {
            let _turn = shared.turns.next().await;
            // Whoever had the turn before may have renewed them.
            if let Some(auth) = shared.usable(refused.as_ref()) {
                return Ok(auth);
            }
            let renewed = (shared.renew)().await?;
            shared.set(renewed.clone());
            Ok(renewed)
        })
    }
}

impl fmt::Debug for Renewing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Renewing").finish_non_exhaustive()
    }
}
