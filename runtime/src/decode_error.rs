//! Why a successful answer could not be read.

use std::fmt;

use crate::{
    Invalid, Response,
    shown::{content_type, request_id},
    transport::TransportError,
};

/// A successful answer that is not as described; keeps all that came.
#[derive(Debug, Clone)]
pub struct DecodeError {
    response: Response,
    fault: DecodeFault,
}

/// What is wrong with an answer.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum DecodeFault {
    /// The body is not the JSON that was expected.
    Invalid(Invalid),
    /// The body is longer than the limit.
    TooLarge {
        /// How many bytes it may have.
        limit: usize,
    },
    /// The connection failed, or time was up, within the body.
    Broken(TransportError),
    /// A [`Download`](crate::Download) ended before its file did: the connection failed, or time was up.
    Interrupted {
        /// How many bytes came.
        received: u64,
        /// How many there are, where the helpdesk said so.
        length: Option<u64>,
        /// What happened.
        error: TransportError,
    },
    /// The answer to a batch holds nothing for the request.
    NotInBatch,
    /// The helpdesk sent another page than was asked for, so that paging might never end.
    WrongPage {
        /// The page asked for.
        asked: u64,
        /// The page that the answer says it is, where it says so.
        got: Option<u64>,
    },
    /// The pages of a list go on, but nothing comes that had not come before, so that paging might
    /// never end.
    NothingNew {
        /// The page that came last.
        page: u64,
        /// How many pages in a row held nothing new.
        pages: u32,
    },
}

impl DecodeError {
    pub(crate) fn new(response: Response, fault: DecodeFault) -> Self {
        Self { response, fault }
    }

    /// The answer: status, headers, and the body as far as it was kept.
    pub fn response(&self) -> &Response {
        &self.response
    }

    /// What is wrong with it.
    pub fn fault(&self) -> &DecodeFault {
        &self.fault
    }

    /// Where the body is not as expected, if that is what is wrong.
    pub fn invalid(&self) -> Option<&Invalid> {
        match &self.fault {
            DecodeFault::Invalid(invalid) => Some(invalid),
            _ => None,
        }
    }

    pub(crate) fn is_timeout(&self) -> bool {
        self.fault.transport_error().is_some_and(|error| error.kind().is_timeout())
    }
}

impl DecodeFault {
    /// What happened to the connection within the body, if that is what is wrong.
    fn transport_error(&self) -> Option<&TransportError> {
        match self {
            Self::Broken(error) | Self::Interrupted { error, .. } => Some(error),
            _ => None,
        }
    }
}

impl From<Invalid> for DecodeFault {
    fn from(invalid: Invalid) -> Self {
        Self::Invalid(invalid)
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (response, status) = (&self.response, self.response.status());
        write!(f, "{} answered {status}", response.request())?;
        match response.body().is_empty() && matches!(self.fault, DecodeFault::Invalid(_)) {
            true => f.write_str(", but without a body: "),
            false => write!(f, "{}, but ", content_type(response)),
        }?;
        write!(f, "{}{}", self.fault, request_id(response))
    }
}

impl fmt::Display for DecodeFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Invalid(invalid) => invalid.fmt(f),
            Self::TooLarge { limit } => write!(f, "the body is longer than {limit} bytes"),
            Self::Broken(error) => write!(f, "the body broke off: {error}"),
            Self::Interrupted { received, length, error } => {
                write!(f, "the body broke off after {received} ")?;
                length.iter().try_for_each(|length| write!(f, "of {length} "))?;
                write!(f, "bytes: {error}")
            }
            Self::NotInBatch => f.write_str("the batch's answer holds nothing for it"),
            Self::WrongPage { asked, got: Some(got) } => {
                write!(f, "page {asked} was asked for and page {got} came")
            }
            Self::WrongPage { asked, got: None } => {
                write!(f, "page {asked} was asked for and the page before it came again")
            }
            Self::NothingNew { page, pages } => {
                write!(f, "nothing new came on {pages} pages in a row, up to page {page}")
            }
        }
    }
}

impl std::error::Error for DecodeError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.fault.transport_error().and_then(std::error::Error::source)
    }
}
