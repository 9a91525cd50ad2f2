//! From two models to what changed between them, each change once.

mod api;
mod body;
mod both;
mod concerns;
mod envelope;
mod errors;
mod families;
mod fields;
mod found;
mod named;
mod operations;
mod parameters;
mod refusals;
mod resources;
mod statuses;
mod types;
mod ways;
mod words;

use super::change::Change;
use super::pairs::Pairs;
use super::side::Side;
use super::uses::Uses;
use concerns::Concerns;
use found::Found;
pub(super) use words::writing;

/// Everything that changed, in no particular order. What it means in Rust is not known yet.
pub(super) fn compare(old: &Side, new: &Side) -> Vec<Change> {
    let pairs = Pairs::new(&old.api, &new.api);
    let (then, now) = (Uses::new(&old.api), Uses::new(&new.api));
    let mut comparison = Comparison { old, new, pairs: &pairs, then, now, changes: Vec::new() };
    comparison.api();
    comparison.families();
    comparison.envelope();
    comparison.statuses();
    comparison.errors();
    comparison.types();
    comparison.resources();
    comparison.parameters();
    comparison.refusals();
    comparison.changes
}

/// Two models while they are compared.
struct Comparison<'a> {
    old: &'a Side,
    new: &'a Side,
    pairs: &'a Pairs<'a>,
    then: Uses,
    now: Uses,
    changes: Vec<Change>,
}

impl Comparison<'_> {
    /// Takes a change, and looks for whom it concerns.
    fn push(&mut self, found: Found) {
        let mut concerns = Concerns::default();
        concerns.add(&self.old.api, &self.then, &found.parts.old);
        concerns.add(&self.new.api, &self.now, &found.parts.new);
        self.changes.push(Change {
            rule: found.rule,
            subject: found.subject,
            message: found.message,
            old: found.old.map(|place| self.old.spot(place)),
            new: found.new.map(|place| self.new.spot(place)),
            wire: found.wire,
            rust: super::RustClass::Patch,
            is_guess: found.is_guess,
            is_announced: found.is_announced,
            affected: concerns.into_affected(),
            items: Vec::new(),
            parts: found.parts,
        });
    }
}
