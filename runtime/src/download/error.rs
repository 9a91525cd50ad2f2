//! Why a file was not saved.

use std::{error, fmt, io};

use crate::Error;

/// Why a file was not saved: it did not come, or it could not be written.
///
/// # Examples
///
/// ```
/// use deskpro_runtime::SaveError;
///
/// fn is_worth_another_try<E>(error: &SaveError<E>) -> bool {
///     matches!(error, SaveError::Download(error) if error.is_timeout())
/// }
/// ```
#[derive(Debug)]
pub enum SaveError<E> {
    /// The rest of the file did not come, or is too long.
    Download(Error<E>),
    /// It could not be written.
    Write(io::Error),
}

impl<E> From<Error<E>> for SaveError<E> {
    fn from(error: Error<E>) -> Self {
        Self::Download(error)
    }
}

impl<E> From<io::Error> for SaveError<E> {
    fn from(error: io::Error) -> Self {
        Self::Write(error)
    }
}

impl<E: fmt::Display> fmt::Display for SaveError<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Download(error) => error.fmt(f),
            Self::Write(error) => write!(f, "the file could not be written: {error}"),
        }
    }
}

impl<E: error::Error> error::Error for SaveError<E> {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        match self {
            Self::Download(error) => error.source(),
            Self::Write(error) => error.source(),
        }
    }
}
