//! Something that both models have.

use deskpro_spec::Place;

use super::Found;
use crate::diff::change::WireClass;
use crate::diff::part::Part;
use crate::diff::rule::Rule;

/// A change of something that both models have: what it is called, and where it is.
pub(super) struct Both<'a> {
    pub(super) subject: &'a str,
    pub(super) old: (Part, Place),
    pub(super) new: (Part, Place),
}

impl Both<'_> {
    /// A change of it.
    pub(super) fn told(&self, rule: &'static Rule, wire: WireClass, what: &str) -> Found {
        let found = Found::new(rule, wire, self.subject, format!("`{}` {what}", self.subject));
        found.was(self.old.0.clone(), self.old.1).is(self.new.0.clone(), self.new.1)
    }
}
