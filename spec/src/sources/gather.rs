//! From the first file to all of them: what it includes, its overlays, and what it extends.

use std::collections::HashMap;

use super::memory::Memory;
use super::named::{Named, Written};
use super::role::Role;
use super::store::{Found, ROOT, Store};
use super::{File, Sources, limits, rejected};
use crate::builtin;
use crate::problem::Place;

/// Reads the first file and everything that belongs to it.
pub(super) fn gather(store: &dyn Store) -> Sources {
    let mut gathering = Gathering::default();
    gathering.first(store);
    let mut layer = Layer::default();
    while let Some(extends) = gathering.members(store, &layer) {
        let next = match builtin::files(&extends.0) {
            Some(files) => {
                gathering.builtin(&Memory::builtin(files), layer.number + 1, &extends);
                break;
            }
            None => gathering.base(store, &layer, &extends),
        };
        let Some(base) = next else {
            gathering.sources.lacks_base = true;
            break;
        };
        layer = base;
    }
    gathering.sources
}

/// A description, or one that another extends.
#[derive(Default)]
struct Layer {
    /// How many descriptions extend it, one through another.
    number: u32,
    /// Its first file.
    api: u32,
    /// The folder of its first file, from that of the very first: `base/`.
    folder: String,
}

#[derive(Default)]
struct Gathering {
    sources: Sources,
    /// Where each path was named first.
    seen: HashMap<String, Place>,
    bytes: usize,
}

impl Gathering {
    fn first(&mut self, store: &dyn Store) {
        let root = store.root().to_owned();
        let name = store.name(&root);
        let place = Place { line: 1, column: 1, ..Place::default() };
        self.seen.insert(root.clone(), place);
        let found = store.find(&root);
        if let Some(problem) = rejected::not_there(Role::Resource, &found, &name, place) {
            self.sources.problems.push(problem);
        }
        let mut file = File::new(name, root, Role::Api, 0);
        match found {
            Found::Bytes(bytes, path) => {
                self.bytes = bytes.len();
                file.path = path;
                self.sources.add(file, bytes);
            }
            // The file is there but has no text: problems need its name.
            _ => self.sources.files.push(file),
        }
    }

    /// Reads what the first file of a layer includes, and its overlays; gives what it extends.
    fn members(&mut self, store: &dyn Store, layer: &Layer) -> Option<Written> {
        let Named { include, overlays, extends } =
            Named::read(self.sources.text(layer.api), layer.api);
        let resources = include.iter().map(|written| (Role::Resource, written));
        let overlays = overlays.iter().map(|written| (Role::Overlay, written));
        for (role, written) in resources.chain(overlays) {
            let Some(path) = self.path(layer, role, written) else { continue };
            let found = || store.find(&path);
            if !self.take(store, (role, layer.number), &path, found, written) {
                self.sources.lacks_base = extends.is_some();
                return None;
            }
        }
        extends
    }

    /// Reads the first file of what a layer extends; `None` when there is none.
    fn base(&mut self, store: &dyn Store, layer: &Layer, written: &Written) -> Option<Layer> {
        let path = inside(&layer.folder, &written.0);
        let Some(path) = path else {
            let problem = rejected::outside(Role::Api, &written.0, written.1);
            self.sources.problems.push(problem);
            return None;
        };
        let within = if path.is_empty() { ROOT.to_owned() } else { format!("{path}/{ROOT}") };
        let (path, found) = match store.find(&within) {
            Found::Nothing => (path.clone(), store.find(&path)),
            found => (within, found),
        };
        self.layer(store, layer.number + 1, &path, found, written)
    }

    fn builtin(&mut self, store: &Memory, number: u32, written: &Written) {
        let (root, found) = (store.root(), store.find(store.root()));
        let Some(layer) = self.layer(store, number, root, found, written) else {
            self.sources.lacks_base = true;
            return;
        };
        // What is built in extends nothing.
        self.members(store, &layer);
    }

    /// Takes over the first file of a layer.
    fn layer(
        &mut self,
        store: &dyn Store,
        number: u32,
        path: &str,
        found: Found,
        written: &Written,
    ) -> Option<Layer> {
        if !self.is_new(Role::Api, path, written) {
            return None;
        }
        let api = self.sources.files.len() as u32;
        self.take(store, (Role::Api, number), path, || found, written);
        let folder = path.rfind('/').and_then(|end| path.get(..=end)).unwrap_or_default();
        let is_there = self.sources.files.len() as u32 > api;
        is_there.then(|| Layer { number, api, folder: folder.to_owned() })
    }

    /// The path of a file that the first of its layer names; `None` when it is reported.
    fn path(&mut self, layer: &Layer, role: Role, written: &Written) -> Option<String> {
        let Some(path) = inside(&layer.folder, &written.0) else {
            self.sources.problems.push(rejected::outside(role, &written.0, written.1));
            return None;
        };
        self.is_new(role, &path, written).then_some(path)
    }

    /// Whether a path is named for the first time; else it is reported.
    fn is_new(&mut self, role: Role, path: &str, (written, place): &Written) -> bool {
        if let Some(&first) = self.seen.get(path) {
            self.sources.problems.push(rejected::repeated(role, written, *place, first));
            return false;
        }
        self.seen.insert(path.to_owned(), *place);
        true
    }

    /// Takes over what was found under a path, within the limits; whether to go on.
    fn take(
        &mut self,
        store: &dyn Store,
        (role, layer): (Role, u32),
        path: &str,
        found: impl FnOnce() -> Found,
        (written, place): &Written,
    ) -> bool {
        if self.sources.files.len() >= limits::FILES {
            self.sources.problems.push(rejected::too_many_files(*place));
            return false;
        }
        let found = found();
        if let Some(problem) = rejected::not_there(role, &found, written, *place) {
            self.sources.problems.push(problem);
        }
        let Found::Bytes(bytes, from) = found else { return true };
        self.bytes += bytes.len();
        if self.bytes > limits::TOGETHER {
            self.sources.problems.push(rejected::too_large_together(*place));
            return false;
        }
        let mut file = File::new(store.name(path), path.to_owned(), role, layer);
        file.path = from;
        self.sources.add(file, bytes);
        true
    }
}

/// A path from the folder of the very first file, without `.` and empty parts; `None` when it may
/// lead out of the folder from which it is written.
fn inside(folder: &str, written: &str) -> Option<String> {
    let has_drive = written.as_bytes().get(1) == Some(&b':');
    if written.starts_with('/') || written.contains(['\\', '\0']) || has_drive {
        return None;
    }
    let parts: Vec<&str> =
        written.split('/').filter(|part| !part.is_empty() && *part != ".").collect();
    (!parts.contains(&"..")).then(|| format!("{folder}{}", parts.join("/")))
}
