//! What came of a request, whatever its types.

use std::error::Error as StdError;
use std::fmt::Debug;

use deskpro_client::{
    Bare, Content, Created, Deleted, Empty, Envelope, Error, Page, Refused, ResponseHead, Text,
    Updated,
};
use deskpro_runtime::Response;

/// What came of a request: status and headers of a success, or all that an error says.
pub type Outcome = Result<ResponseHead, Box<Failed>>;

/// All that an error says, with its type forgotten.
#[derive(Debug, Clone)]
pub struct Failed {
    /// Which kind of error it is: the name of the variant of [`Error`].
    pub kind: String,
    /// The name of the variant of the operation's own error; empty for other kinds.
    pub variant: String,
    /// The answer that the error keeps.
    pub response: Option<Response>,
    /// The code that the helpdesk gave; empty when it gave none.
    pub code: String,
    /// The message that the helpdesk gave.
    pub message: Option<String>,
    /// What `Display` shows.
    pub display: String,
    /// All that can be printed of the error: `Debug` in both forms, and its sources.
    pub printed: Vec<String>,
}

/// Successes, which all keep status and headers.
pub(crate) trait Answered {
    fn head(&self) -> &ResponseHead;
}

macro_rules! answered {
    ($([$($parameter:ident)?] $answer:ty,)*) => {$(
        impl $(<$parameter>)? Answered for $answer {
            fn head(&self) -> &ResponseHead {
                self.response()
            }
        }
    )*};
}

answered! {
    [T] Bare<T>,
    [T] Envelope<T>,
    [T] Page<T>,
    [T] Created<T>,
    [T] Updated<T>,
    [] Content,
    [] Deleted,
    [] Empty,
    [] Text,
}

/// The outcome of a result, with its types forgotten.
pub(crate) fn outcome<T, E>(result: Result<T, Error<E>>) -> Outcome
where
    T: Answered,
    E: Refused + StdError + 'static,
{
    match result {
        Ok(answer) => Ok(answer.head().clone()),
        Err(error) => Err(Box::new(Failed::new(&error))),
    }
}

impl Failed {
    /// All that an error says.
    pub fn new<E: Refused + StdError + 'static>(error: &Error<E>) -> Self {
        let (variant, message) = match error {
            Error::Api(refused) => (name(refused), refused.refusal().message()),
            Error::Undocumented(refusal) => (String::new(), refusal.message()),
            _ => (String::new(), None),
        };
        Self {
            kind: name(error),
            variant,
            response: error.response().cloned(),
            code: error.code().to_owned(),
            message: message.map(str::to_owned),
            display: error.to_string(),
            printed: printed(error),
        }
    }

    /// The HTTP status of the answer; 0 without one.
    pub fn status(&self) -> u16 {
        self.response.as_ref().map_or(0, Response::status)
    }

    /// The body of the answer as text; empty without one.
    pub fn body(&self) -> String {
        let body = self.response.as_ref().map(Response::body);
        body.map_or_else(String::new, |body| String::from_utf8_lossy(body).into_owned())
    }

    /// A header of the answer.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.response.as_ref()?.head().header(name)
    }
}

/// The name of an enum's variant, as `Debug` begins with it.
fn name(value: &impl Debug) -> String {
    let shown = format!("{value:?}");
    shown.split(['(', ' ', '{']).next().unwrap_or_default().to_owned()
}

fn printed(error: &(dyn StdError + 'static)) -> Vec<String> {
    let mut printed = Vec::new();
    let mut next = Some(error);
    while let Some(error) = next {
        printed.extend([format!("{error}"), format!("{error:?}"), format!("{error:#?}")]);
        next = error.source();
    }
    printed
}
