//! What came of a request, told by the types of its error.

use std::error::Error as StdError;

use deskpro_client::runtime::DecodeFault;
use deskpro_client::runtime::transport::TransportErrorKind;
use deskpro_client::{Error, Refused};
use deskpro_tests::{Failed, SECRET};

/// What came of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    Success,
    /// Refused with this status, which is documented.
    Refused(u16),
    /// Refused with this status, which is not documented.
    Undocumented(u16),
    /// A success with this status, but the body is none that could be read.
    Unreadable(u16),
    /// A success with this status, but the body is longer than the limit.
    TooLarge(u16),
    /// A success with this status, but the body broke off.
    Broken(u16, TransportErrorKind),
    /// No answer.
    Unanswered(TransportErrorKind),
    /// No answer in time.
    TimedOut,
}

/// What came of a request, and all that its error says.
#[derive(Debug)]
pub(crate) struct Seen {
    pub(crate) outcome: Outcome,
    pub(crate) failed: Option<Failed>,
}

/// What came of a request, with its types forgotten.
pub(crate) fn seen<T, E: Refused + StdError + 'static>(result: Result<T, Error<E>>) -> Seen {
    match result {
        Ok(_) => Seen { outcome: Outcome::Success, failed: None },
        Err(error) => {
            let failed = Some(Failed::new(&error));
            Seen { outcome: outcome(&error), failed }
        }
    }
}

fn outcome<E: Refused>(error: &Error<E>) -> Outcome {
    match error {
        Error::Api(refused) => Outcome::Refused(refused.refusal().status()),
        Error::Undocumented(refusal) => Outcome::Undocumented(refusal.status()),
        Error::Decode(error) => {
            let status = error.response().status();
            match error.fault() {
                DecodeFault::TooLarge { .. } => Outcome::TooLarge(status),
                DecodeFault::Broken(fault) => Outcome::Broken(status, fault.kind()),
                _ => Outcome::Unreadable(status),
            }
        }
        Error::Transport(error) => Outcome::Unanswered(error.error().kind()),
        Error::Timeout(_) => Outcome::TimedOut,
        other => panic!("the request was sent, and yet {:?}", other.request()),
    }
}

impl Seen {
    /// Fails when anything that can be printed of the error shows the key, or when its text would
    /// break a line of a log.
    pub(crate) fn assert_discreet(&self) {
        let Some(failed) = &self.failed else { return };
        assert!(!failed.display.contains(char::is_control), "{:?}", failed.display);
        for text in &failed.printed {
            assert!(!text.contains(SECRET), "{text}");
        }
    }

    /// How much of a body the error keeps.
    pub(crate) fn kept(&self) -> usize {
        let response = self.failed.as_ref().and_then(|failed| failed.response.as_ref());
        response.map_or(0, |response| response.body().len())
    }
}
