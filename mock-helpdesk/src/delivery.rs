//! How an answer travels to the client.

use std::time::Duration;

use http::Response;

/// How an answer travels to the client: when, and how far.
///
/// It is an [extension](http::Extensions) of answers that a [`Failure`](crate::Failure) or the
/// helpdesk's [latency](crate::Builder::latency) touched. [`MockHelpdesk`](crate::MockHelpdesk) keeps to
/// it; whoever carries answers of a [`Helpdesk`](crate::Helpdesk) some other way may do the same.
///
/// ```
/// use std::time::Duration;
///
/// use bytes::Bytes;
/// use deskpro_mock::{Delivery, Ending, Failure, MockHelpdesk};
///
/// let helpdesk = MockHelpdesk::builder().build()?;
/// helpdesk.fail_next(Failure::reset().with_delay(Duration::from_secs(2)));
/// let answer = helpdesk.answer(http::Request::get("/api/v2/me").body(Bytes::new())?);
/// let delivery = Delivery::of(&answer);
/// assert_eq!((delivery.delay.as_secs(), delivery.ending), (2, Ending::Reset));
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Delivery {
    /// How long it is held back.
    pub delay: Duration,
    /// How it ends.
    pub ending: Ending,
}

/// How an answer ends, from the best to the worst.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
#[non_exhaustive]
pub enum Ending {
    /// All of it arrives.
    #[default]
    Whole,
    /// Half of the body arrives, and then nothing, on an open connection.
    Stalled,
    /// Half of the body arrives, and the connection is closed.
    Truncated,
    /// Nothing arrives: the connection is reset.
    Reset,
}

impl Delivery {
    /// How this answer is to travel.
    pub fn of<B>(response: &Response<B>) -> Self {
        response.extensions().get().copied().unwrap_or_default()
    }

    /// Adds this to how an answer travels: later, and with the worse end.
    pub(crate) fn add_to<B>(self, response: &mut Response<B>) {
        let before = Self::of(response);
        let delay = before.delay.saturating_add(self.delay);
        response.extensions_mut().insert(Self { delay, ending: self.ending.max(before.ending) });
    }

    /// How much of a body is sent.
    pub fn sent(self, body: &bytes::Bytes) -> bytes::Bytes {
        match self.ending {
            Ending::Whole => body.clone(),
            Ending::Stalled | Ending::Truncated => body.slice(..body.len() / 2),
            Ending::Reset => bytes::Bytes::new(),
        }
    }
}
