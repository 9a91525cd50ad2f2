//! One operation, called with as little as it takes.

use std::fmt;
use std::pin::Pin;

use deskpro_client::{Client, Envelope, Refused, ResponseFuture};
use deskpro_runtime::FromResponse;

use crate::outcome::{Answered, Outcome, outcome};

/// An operation of the generated client, called with nothing but what it must be given.
///
/// Calls of all operations are alike, so a test can go through them.
pub struct Call {
    /// The operation as the description calls it, such as `tickets.list`.
    pub name: &'static str,
    pub(crate) send: fn(&Client) -> Sent,
}

/// The outcome of a call, some time later.
pub(crate) type Sent = Pin<Box<dyn Future<Output = Outcome> + Send>>;

impl Call {
    /// Sends the request and says what came of it.
    pub async fn send(&self, client: &Client) -> Outcome {
        (self.send)(client).await
    }
}

impl fmt::Debug for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Call").field(&self.name).finish()
    }
}

/// The outcome of a request, with its types forgotten.
pub(crate) fn sent<T, E>(answer: ResponseFuture<T, E>) -> Sent
where
    T: FromResponse + Answered + 'static,
    E: Refused + std::error::Error + 'static,
{
    Box::pin(async move { outcome(answer.await) })
}

/// The outcome of a request for the whole resource, with its types forgotten.
pub(crate) fn followed<T, E>(request: deskpro_client::Call<Envelope<T>, E>) -> Sent
where
    T: deskpro_runtime::Decode + Default + 'static,
    E: Refused + std::error::Error + 'static,
{
    sent(request.send())
}
