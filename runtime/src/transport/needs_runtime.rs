//! Whether there is a runtime for those who need one.

use super::{TransportError, TransportErrorKind as Kind};

/// Outside of a runtime tokio would panic.
pub(super) fn needs_runtime() -> Result<(), TransportError> {
    match tokio::runtime::Handle::try_current() {
        Ok(_) => Ok(()),
        Err(_) => Err(TransportError::new(Kind::Other, "this needs a tokio runtime")),
    }
}
