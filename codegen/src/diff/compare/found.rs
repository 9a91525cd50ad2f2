//! A change while it is put together.

use deskpro_spec::Place;
use deskpro_spec::api::Deprecation;

use crate::diff::change::{Parts, WireClass};
use crate::diff::part::Part;
use crate::diff::rule::Rule;

/// A change that is not placed yet.
pub(super) struct Found {
    pub(super) rule: &'static Rule,
    pub(super) subject: String,
    pub(super) message: String,
    pub(super) old: Option<Place>,
    pub(super) new: Option<Place>,
    pub(super) wire: WireClass,
    pub(super) is_guess: bool,
    pub(super) is_announced: bool,
    pub(super) parts: Parts,
}

impl Found {
    pub(super) fn new(
        rule: &'static Rule,
        wire: WireClass,
        subject: impl Into<String>,
        message: impl Into<String>,
    ) -> Self {
        Self {
            rule,
            subject: subject.into(),
            message: message.into(),
            old: None,
            new: None,
            wire,
            is_guess: false,
            is_announced: false,
            parts: Parts::default(),
        }
    }

    /// What it is about in the old model, and where that stands.
    pub(super) fn was(mut self, part: Part, place: impl Into<Option<Place>>) -> Self {
        self.parts.old.push(part);
        self.old = place.into().or(self.old);
        self
    }

    /// What it is about in the new model, and where that stands.
    pub(super) fn is(mut self, part: Part, place: impl Into<Option<Place>>) -> Self {
        self.parts.new.push(part);
        self.new = place.into().or(self.new);
        self
    }

    /// Marks it as one that is taken for what it is because old and new are alike.
    pub(super) fn guess(mut self, is_guess: bool) -> Self {
        self.is_guess = is_guess;
        self
    }

    /// Marks a removal that a deprecation announced.
    pub(super) fn announced(mut self, deprecation: Option<&Deprecation>) -> Self {
        self.is_announced = deprecation.is_some();
        self
    }
}
