//! An action of an overlay, as it is written.

use std::ops::Range;
use std::rc::Rc;

use super::rejected;
use super::target::Target;
use super::walk::Does;
use super::written;
use crate::document::{Located, Text};
use crate::problem::Problems;
use crate::yaml::{Kind, Node, Scalar};

/// An action of an overlay, as it is written.
pub(super) struct Action<'n> {
    pub(super) target: Target,
    /// The target as it is written.
    pub(super) text: Text,
    /// Where each step of the target stands in its text.
    pub(super) steps: Vec<Range<usize>>,
    pub(super) does: Does<'n>,
    pub(super) expected: Option<&'n Node>,
    pub(super) docs: Option<String>,
}

impl<'n> Action<'n> {
    /// The actions of an overlay. What has the wrong shape was reported before, and is left out.
    pub(super) fn all(overlay: &'n Node, problems: &mut Problems) -> Vec<Self> {
        let actions = overlay.entry("actions").map(|entry| entry.value.items());
        let actions = actions.unwrap_or_default().iter();
        actions.filter_map(|action| Self::read(action, problems)).collect()
    }

    fn read(action: &'n Node, problems: &mut Problems) -> Option<Self> {
        let target = action.entry("target")?;
        let text = match &target.value.kind {
            Kind::Scalar(Scalar::Text, text) => {
                Located { value: text.clone(), place: target.value.place }
            }
            _ => return None,
        };
        let does = match (action.entry("update"), action.entry("remove")) {
            (Some(update), None) => Does::Update(&update.value),
            (None, Some(entry)) => match entry.value.kind {
                Kind::Scalar(Scalar::Bool(true), _) => Does::Remove,
                _ => return None,
            },
            _ => return None,
        };
        let (target, steps) = match Target::read(&text.value) {
            Ok(read) => read,
            Err(error) => {
                problems.push(rejected::syntax(&text, error));
                return None;
            }
        };
        if target.steps().is_empty() && matches!(does, Does::Remove) {
            problems.push(rejected::whole(&text));
            return None;
        }
        let expected = action.entry("expect").map(|entry| &*entry.value);
        Some(Self { target, text, steps, does, expected, docs: written::text(action, "docs") })
    }

    /// Where what it does is written.
    pub(super) fn update(&self) -> Option<&Rc<Node>> {
        match self.does {
            Does::Update(update) => Some(update),
            Does::Remove => None,
        }
    }
}
