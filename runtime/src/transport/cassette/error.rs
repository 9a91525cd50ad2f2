//! Why a cassette could not be used.

use std::{fmt, io, path::PathBuf};

use super::request::Difference;
use crate::Invalid;

/// A cassette that could not be read or written, or does not hold what is asked of it.
///
/// Where a request was not recorded, it is the [source](std::error::Error::source) of the
/// [`TransportError`](crate::transport::TransportError).
#[derive(Debug)]
#[non_exhaustive]
pub enum CassetteError {
    /// The file could not be read.
    Read {
        /// The file.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// The file is no cassette.
    Malformed {
        /// The file.
        path: PathBuf,
        /// Where, and what was expected there.
        fault: Invalid,
    },
    /// The file could not be written; what was there before still is.
    Write {
        /// The file.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// The variable `DESKPRO_CASSETTE` of the environment says something else than `record`, `replay`
    /// or `auto`.
    Mode {
        /// What it says.
        value: String,
    },
    /// A request was not recorded.
    NotRecorded(NotRecorded),
    /// Some of what was recorded was not asked for.
    Unused {
        /// The file.
        path: PathBuf,
        /// The requests that nobody sent: `GET /api/v2/tickets?count=50`.
        requests: Vec<String>,
    },
}

/// A request that a cassette does not hold.
#[derive(Debug, Clone)]
pub struct NotRecorded {
    path: PathBuf,
    request: String,
    closest: Option<Closest>,
}

/// The recording that comes closest to a request.
#[derive(Debug, Clone)]
pub(super) struct Closest {
    pub(super) place: usize,
    pub(super) request: String,
    pub(super) differences: Vec<Difference>,
}

impl NotRecorded {
    pub(super) fn new(path: PathBuf, request: String, closest: Option<Closest>) -> Self {
        Self { path, request, closest }
    }

    /// The request: `GET /api/v2/tickets?count=50`, without its secrets.
    pub fn request(&self) -> &str {
        &self.request
    }

    /// The recorded request that comes closest, if there is any.
    pub fn closest(&self) -> Option<&str> {
        self.closest.as_ref().map(|closest| closest.request.as_str())
    }
}

impl fmt::Display for NotRecorded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} holds no recording of {}", self.path.display(), self.request)?;
        let Some(Closest { place, request, differences }) = &self.closest else {
            return f.write_str(": it holds none at all");
        };
        let number = place.saturating_add(1);
        if differences.is_empty() {
            return write!(f, " that is left: number {number} was replayed already");
        }
        write!(f, "; the closest is number {number}, {request}, which differs in ")?;
        for (place, difference) in differences.iter().enumerate() {
            let gap = if place == 0 { "" } else { ", " };
            write!(f, "{gap}{difference}")?;
        }
        Ok(())
    }
}

impl fmt::Display for CassetteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Read { path, error } => write!(f, "{} cannot be read: {error}", path.display()),
            Self::Malformed { path, fault } => {
                write!(f, "{} is no cassette: {fault}", path.display())
            }
            Self::Write { path, error } => {
                write!(f, "{} cannot be written: {error}", path.display())
            }
            Self::Mode { value } => {
                write!(f, "DESKPRO_CASSETTE is {value:?}, not `record`, `replay` or `auto`")
            }
            Self::NotRecorded(missing) => missing.fmt(f),
            Self::Unused { path, requests } => {
                write!(f, "{} holds what nobody asked for: ", path.display())?;
                f.write_str(&requests.join(", "))
            }
        }
    }
}

impl std::error::Error for NotRecorded {}

impl std::error::Error for CassetteError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Read { error, .. } | Self::Write { error, .. } => Some(error),
            Self::Malformed { fault, .. } => Some(fault),
            _ => None,
        }
    }
}
