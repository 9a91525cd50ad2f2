//! One operation, called as its documentation shows.

use std::error::Error;
use std::fmt;
use std::pin::Pin;

use deskpro_client::{Client, Refused, ResponseFuture};
use deskpro_runtime::FromResponse;

use crate::outcome::{Answered, Outcome, outcome};

/// An operation of the generated client, called as the example of its documentation does.
///
/// Calls of all operations are alike, so a test can go through them.
pub struct Call {
    /// The operation as the description calls it, such as `tickets.list`.
    pub name: &'static str,
    /// Whether success is read as JSON, and not as text or a file.
    pub is_json: bool,
    pub(crate) send: fn(&Client) -> Result<Sent, Box<dyn Error>>,
}

/// The outcome of a call, some time later.
pub(crate) type Sent = Pin<Box<dyn Future<Output = Outcome> + Send>>;

impl Call {
    /// Sends the request and says what came of it.
    ///
    /// # Panics
    ///
    /// When the example holds a date that is none.
    pub async fn send(&self, client: &Client) -> Outcome {
        let sent = (self.send)(client);
        sent.unwrap_or_else(|error| panic!("{}: {error}", self.name)).await
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
    E: Refused + Error + 'static,
{
    Box::pin(async move { outcome(answer.await) })
}
