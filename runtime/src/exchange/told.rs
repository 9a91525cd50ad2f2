//! What spans and events tell of an exchange.

use super::{Exchange, Location};
use crate::Operation;

impl Exchange {
    /// The operation.
    pub(crate) fn operation(&self) -> &'static Operation {
        self.operation
    }

    /// The template of the path, unless an answer led to another one.
    pub(crate) fn template(&self) -> Option<&'static str> {
        let led_on = self.redirects > 0 || self.location == Location::Asked;
        (!led_on).then_some(self.operation.path)
    }

    /// How many HTTP requests there were before the next one.
    pub(crate) fn resends(&self) -> usize {
        self.pace.attempts().len()
    }
}
