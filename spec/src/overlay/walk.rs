//! From the whole description to what a target names, and back with what became of it.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::expectation::{self, Unmet};
use super::merge::{Part, merged, name};
use super::target::Step;
use super::work::Work;
use crate::yaml::{Entry, Kind, Node};

/// How many names are kept for a suggestion.
const MOST_NAMES: usize = 1_000;

/// What is done with what a target names.
pub(super) enum Does<'n> {
    Update(&'n Rc<Node>),
    Remove,
}

/// What became of a value.
enum Outcome {
    Same,
    New(Rc<Node>),
    Gone,
}

/// A walk along a target, and what it met.
pub(super) struct Walk<'a> {
    steps: &'a [Step],
    does: &'a Does<'a>,
    expected: Option<&'a Node>,
    work: &'a mut Work,
    /// How many values the target names.
    pub(super) found: usize,
    /// The first of them that is not as it is expected.
    pub(super) unmet: Option<Unmet>,
    /// The step that got furthest and led nowhere, and the names that were there.
    pub(super) stop: (usize, Vec<String>),
}

impl<'a> Walk<'a> {
    pub(super) fn new(
        steps: &'a [Step],
        does: &'a Does<'a>,
        expected: Option<&'a Node>,
        work: &'a mut Work,
    ) -> Self {
        let stop = (0, Vec::new());
        Self { steps, does, expected, work, found: 0, unmet: None, stop }
    }

    /// What becomes of a description; `None` when it stays as it is.
    pub(super) fn along(&mut self, description: &Rc<Node>) -> Option<Rc<Node>> {
        match self.visit(description, 0, Part::Description) {
            Outcome::New(description) => Some(description),
            Outcome::Same | Outcome::Gone => None,
        }
    }

    fn visit(&mut self, node: &Rc<Node>, at: usize, part: Part) -> Outcome {
        if self.work.is_too_much() {
            return Outcome::Same;
        }
        let Some(step) = self.steps.get(at) else { return self.arrive(node, part) };
        let kind = match &node.kind {
            Kind::Mapping(entries) => self.mapping(entries, step, at, part),
            Kind::List(items) => self.list(items, step, at),
            Kind::Scalar(..) | Kind::Broken => {
                self.note_stop(at, std::iter::empty());
                None
            }
        };
        kind.map_or(Outcome::Same, |kind| Outcome::New(Node::new(node.place, kind)))
    }

    fn mapping(&mut self, entries: &[Entry], step: &Step, at: usize, part: Part) -> Option<Kind> {
        let children = entries.iter().map(|entry| {
            let name = entry.key.text.as_str();
            Child { name: Some(name), value: &entry.value, part: part.below(name) }
        });
        let mut changed = self.children(children, step, at)?;
        let kept = entries.iter().enumerate().filter_map(|(index, entry)| {
            let key = Rc::clone(&entry.key);
            let value = kept(&entry.value, changed.remove(&index))?;
            Some(Entry { key, value })
        });
        Some(Kind::Mapping(kept.collect()))
    }

    fn list(&mut self, items: &[Rc<Node>], step: &Step, at: usize) -> Option<Kind> {
        let children =
            items.iter().map(|value| Child { name: name(value), value, part: Part::Other });
        let mut changed = self.children(children, step, at)?;
        let items = items.iter().enumerate();
        let kept = items.filter_map(|(index, item)| kept(item, changed.remove(&index)));
        Some(Kind::List(kept.collect()))
    }

    /// What becomes of those that a step names, by their number; `None` when all stay as they are.
    fn children<'c>(
        &mut self,
        all: impl ExactSizeIterator<Item = Child<'c>> + Clone,
        step: &Step,
        at: usize,
    ) -> Option<BTreeMap<usize, Outcome>> {
        self.work.see(all.len());
        let (mut changed, mut is_found) = (BTreeMap::new(), false);
        for (index, child) in all.clone().enumerate() {
            if !child.is_meant(step) {
                continue;
            }
            is_found = true;
            let outcome = self.visit(child.value, at + 1, child.part);
            if !matches!(outcome, Outcome::Same) {
                changed.insert(index, outcome);
            }
        }
        if !is_found {
            self.note_stop(at, all.filter_map(|child| child.name));
        }
        (!changed.is_empty()).then_some(changed)
    }

    /// Does what is to be done with a value that the target names.
    fn arrive(&mut self, node: &Rc<Node>, part: Part) -> Outcome {
        self.found += 1;
        if let Some(expected) = self.expected {
            self.work.see(expected.size().saturating_add(node.size()) as usize);
            if let Some(unmet) = expectation::unmet(expected, node) {
                self.unmet.get_or_insert(unmet);
                return Outcome::Same;
            }
        }
        match self.does {
            Does::Remove => Outcome::Gone,
            Does::Update(update) => {
                merged(node, update, part, self.work).map_or(Outcome::Same, Outcome::New)
            }
        }
    }

    fn note_stop<'n>(&mut self, at: usize, names: impl Iterator<Item = &'n str>) {
        let (furthest, known) = &mut self.stop;
        if at < *furthest {
            return;
        }
        if at > *furthest {
            *furthest = at;
            known.clear();
        }
        let room = MOST_NAMES.saturating_sub(known.len());
        known.extend(names.take(room).map(str::to_owned));
    }
}

/// An entry of a mapping, or an item of a list.
#[derive(Clone, Copy)]
struct Child<'c> {
    name: Option<&'c str>,
    value: &'c Rc<Node>,
    part: Part,
}

impl Child<'_> {
    fn is_meant(&self, step: &Step) -> bool {
        match step {
            Step::Every => true,
            Step::Name(wanted) => self.name == Some(wanted),
        }
    }
}

/// A value after what became of it; `None` when it is gone.
fn kept(value: &Rc<Node>, outcome: Option<Outcome>) -> Option<Rc<Node>> {
    match outcome {
        None | Some(Outcome::Same) => Some(Rc::clone(value)),
        Some(Outcome::New(value)) => Some(value),
        Some(Outcome::Gone) => None,
    }
}
