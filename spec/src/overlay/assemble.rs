//! The files of a description, and of those that it extends, to one tree.

use std::rc::Rc;

use super::apply;
use super::merge::{Part, merged};
use super::rejected;
use super::work::Work;
use crate::Sources;
use crate::document::shape;
use crate::document::tables::{API, OVERLAY, RESOURCE, Table};
use crate::problem::{Place, Problems};
use crate::sources::Role;
use crate::yaml::{self, Entry, Key, Kind, Node, Scalar};

/// A description as a tree: all resources in `resources`, and everything done that overlays say.
#[derive(Default)]
pub(crate) struct Assembled {
    /// The tree; `None` when the first file is none.
    pub(crate) tree: Option<Rc<Node>>,
    /// Whether a file could not be read at all.
    pub(crate) is_broken: bool,
}

/// Puts a description together. What has the wrong shape as a whole is reported and left out.
pub(crate) fn assemble(sources: &Sources, problems: &mut Problems) -> Assembled {
    let mut assembled = Assembled::default();
    let mut work = Work::default();
    // What is extended comes first: the description that is read is layer 0.
    for layer in (0..sources.layers()).rev() {
        let mut files = Files { sources, layer, problems: &mut *problems, is_broken: false };
        let own = files.tree();
        let overlays = files.read(Role::Overlay, &OVERLAY);
        assembled.is_broken |= files.is_broken;
        assembled.tree = match (assembled.tree.take(), own) {
            (Some(base), Some(own)) => Some(extended(base, &own, &mut work, problems)),
            (base, own) => own.or(base),
        };
        for overlay in &overlays {
            if let Some(tree) = &mut assembled.tree {
                apply::overlay(tree, overlay, &mut work, problems);
            }
        }
    }
    assembled
}

/// What a description makes of the one that it extends.
fn extended(base: Rc<Node>, own: &Rc<Node>, work: &mut Work, problems: &mut Problems) -> Rc<Node> {
    let extended = work.extend(|work| merged(&base, own, Part::Description, work));
    if work.is_too_much() {
        problems.push(rejected::too_much(own.place));
    }
    extended.unwrap_or(base)
}

/// The files of a layer.
struct Files<'s, 'p> {
    sources: &'s Sources,
    layer: u32,
    problems: &'p mut Problems,
    is_broken: bool,
}

impl Files<'_, '_> {
    /// The first file, with the resources of the others in its `resources`.
    fn tree(&mut self) -> Option<Rc<Node>> {
        let api = self.read(Role::Api, &API).pop();
        let resources = self.read(Role::Resource, &RESOURCE);
        let api = api?;
        if resources.is_empty() { Some(api) } else { Some(self.with(&api, resources)) }
    }

    /// The files of a role as trees, each placed where it begins: nothing names it but its first key.
    fn read(&mut self, role: Role, table: &'static Table) -> Vec<Rc<Node>> {
        let mut read = Vec::new();
        for (file, text) in self.sources.texts(role, self.layer) {
            let Some(node) = yaml::read(text, file, self.problems) else {
                self.is_broken = true;
                continue;
            };
            if !shape::is_file(&node, table, self.problems) {
                continue;
            }
            if role == Role::Overlay {
                shape::part(&node, table, false, self.problems);
            }
            let place = node.entries().first().map_or(node.place, |entry| entry.key.place);
            read.push(Node::new(place, node.kind.clone()));
        }
        read
    }

    /// The first file with more resources behind those that stand in it.
    fn with(&mut self, api: &Node, more: Vec<Rc<Node>>) -> Rc<Node> {
        let mut entries = api.entries().to_vec();
        match entries.iter_mut().find(|entry| entry.key.text == "resources") {
            Some(entry) => {
                let mut all = match &entry.value.kind {
                    Kind::List(items) => items.clone(),
                    _ => {
                        // Said here, since what is wrong gives way to what is right.
                        shape::entry(entry, &API, self.problems);
                        Vec::new()
                    }
                };
                all.extend(more);
                entry.value = Node::new(entry.value.place, Kind::List(all));
            }
            None => entries.push(resources(api.place, more)),
        }
        Node::new(api.place, Kind::Mapping(entries))
    }
}

/// The entry `resources` that nobody wrote.
fn resources(place: Place, all: Vec<Rc<Node>>) -> Entry {
    let key = Key { text: "resources".to_owned(), scalar: Scalar::Text, place };
    Entry { key: Rc::new(key), value: Node::new(place, Kind::List(all)) }
}
