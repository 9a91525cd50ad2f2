//! Reading the objects of a file.

use deskpro_spec::api::{Api, ResourceId, Type};
use deskpro_spec::document::{JsonDoc, JsonPart};
use deskpro_spec::problem::Place;
use serde_json::Value;

use super::fitting::Fitting;
use super::mistakes::Mistakes;
use super::{Data, Given, Parent, whole_id};
use crate::{Object, fields};

const COUNT: &str = "count";
const OBJECTS: &str = "objects";

/// Reads a file and collects what is wrong with it.
pub(super) struct Reader<'a> {
    api: &'a Api,
    data: Data,
    mistakes: Mistakes,
}

/// A value with its place and that of its parts.
#[derive(Clone, Copy)]
struct Node<'a> {
    value: &'a Value,
    place: Place,
    parts: &'a [JsonPart],
}

impl<'a> Node<'a> {
    /// The entries of a mapping: each key with its place, and its value.
    fn entries(self) -> impl Iterator<Item = (&'a str, Place, Node<'a>)> {
        let entries = self.parts.iter().filter_map(move |part| {
            let value = self.value.get(&part.key)?;
            let node = Node { value, place: part.place, parts: &part.parts };
            Some((part.key.as_str(), part.key_place, node))
        });
        entries.filter(move |_| self.value.is_object())
    }

    fn items(self) -> impl Iterator<Item = Node<'a>> {
        let items = self.value.as_array().into_iter().flatten().zip(self.parts);
        items.map(|(value, part)| Node { value, place: part.place, parts: &part.parts })
    }
}

impl<'a> Reader<'a> {
    pub(super) fn new(api: &'a Api) -> Self {
        Self { api, data: Data::default(), mistakes: Mistakes::default() }
    }

    pub(super) fn finish(self) -> (Data, Mistakes) {
        (self.data, self.mistakes)
    }

    pub(super) fn read(&mut self, document: &JsonDoc) {
        let root = Node { value: &document.value, place: document.place, parts: &document.parts };
        if root.value.is_null() {
            return;
        }
        if !root.value.is_object() {
            self.mistakes.push(root.place, "expected a mapping from names of resources");
        }
        for (name, place, node) in root.entries() {
            let mut ids = self.api.resource_ids();
            match ids.find(|id| self.api[*id].name == name) {
                Some(resource) => self.resource(resource, node),
                None => {
                    let known = self.api.resources.iter().map(|resource| resource.name.as_str());
                    self.mistakes.push_unknown(place, "resource", name, None, known);
                }
            }
        }
    }

    fn resource(&mut self, resource: ResourceId, node: Node<'_>) {
        match node.value {
            Value::Number(_) => self.count(resource, node),
            Value::Array(_) => node.items().for_each(|item| self.object(resource, None, item)),
            // Of what there is only one, the mapping is that one.
            Value::Object(_) if fields::is_single(self.api, &self.api[resource]) => {
                self.object(resource, None, node);
            }
            Value::Object(_) => {
                for (key, place, node) in node.entries() {
                    match key {
                        COUNT => self.count(resource, node),
                        OBJECTS if node.value.is_array() => {
                            node.items().for_each(|item| self.object(resource, None, item));
                        }
                        OBJECTS => self.mistakes.push(node.place, "expected a list of objects"),
                        key => {
                            self.mistakes.push_unknown(place, "key", key, None, [COUNT, OBJECTS]);
                        }
                    }
                }
            }
            _ => self.mistakes.push(
                node.place,
                "expected a number, a list of objects, or a mapping with `count` and `objects`",
            ),
        }
    }

    fn count(&mut self, resource: ResourceId, node: Node<'_>) {
        match node.value.as_u64() {
            Some(count) => self.data.counts.push((resource, count)),
            None => self.mistakes.push(node.place, "expected a whole number from 0 on"),
        }
    }

    fn object(&mut self, own: ResourceId, parent: Option<Parent>, node: Node<'_>) {
        if !node.value.is_object() {
            self.mistakes.push(node.place, "expected an object");
            return;
        }
        let index = self.data.given.len();
        let is_single = fields::is_single(self.api, &self.api[own]);
        let id = is_single.then_some(1);
        let members = Object::new();
        // In its place before what lives within it.
        self.data.given.push(Given { place: node.place, resource: own, parent, id, members });
        let mut members = Object::new();
        let mut id = id;
        let mut parent = parent;
        for (name, place, node) in node.entries() {
            if name == fields::ID && !is_single {
                id = whole_id(node.value);
                if id.is_none() {
                    self.mistakes.push(node.place, "expected an id, a whole number from 1 on");
                }
            } else if self.is_parent(own, name) && parent.is_none() {
                parent = whole_id(node.value).map(Parent::Id);
                if parent.is_none() {
                    self.mistakes.push(node.place, "expected an id, a whole number from 1 on");
                }
            } else if let Some(child) = self.child(own, name, node) {
                node.items().for_each(|item| self.object(child, Some(Parent::Given(index)), item));
            } else if let Some(value) = self.member(own, name, place, node) {
                members.insert(name.to_owned(), value);
            }
        }
        if parent.is_none() {
            self.miss_parent(own, node.place);
        }
        if let Some(given) = self.data.given.get_mut(index) {
            (given.id, given.parent, given.members) = (id, parent, members);
        }
    }

    /// Adds that it is not said within which object one lives, if within any.
    fn miss_parent(&mut self, own: ResourceId, place: Place) {
        if let Some(above) = &self.api[own].parent {
            let (one, within) = (&self.api[own].singular, &self.api[above.resource].singular);
            let message = format!("a {one} lives within a {within}: expected `{within}`, its id");
            self.mistakes.push(place, message);
        }
    }

    /// Whether a member names the parent: by what its path calls it, or by its singular.
    fn is_parent(&self, own: ResourceId, name: &str) -> bool {
        let Some(parent) = self.api[own].parent.as_ref() else {
            return false;
        };
        let path = &self.api[own].path;
        let index = fields::item_parameter(self.api, parent.resource, path);
        let parameter = index.and_then(|index| path.parameters.get(index));
        parameter.is_some_and(|it| it.name == name) || self.api[parent.resource].singular == name
    }

    /// The children that a list in a member is of: `messages` of a ticket. Where a field has the same
    /// name a list of objects is meant.
    fn child(&self, own: ResourceId, name: &str, node: Node<'_>) -> Option<ResourceId> {
        let is_child = |child: &ResourceId| {
            let parent = self.api[*child].parent.as_ref();
            parent.is_some_and(|it| it.resource == own && it.name == name)
        };
        let is_objects = || node.items().all(|item| item.value.is_object());
        let child = self.api.resource_ids().find(is_child)?;
        let is_field = fields::named(&self.api[own], name).is_some();
        (node.value.is_array() && (!is_field || is_objects())).then_some(child)
    }

    fn member(
        &mut self,
        own: ResourceId,
        name: &str,
        place: Place,
        node: Node<'_>,
    ) -> Option<Value> {
        let resource = &self.api[own];
        let field = fields::held(resource).find(|field| field.name == name);
        let Some(field) = field else {
            if resource.is_untyped {
                return Some(node.value.clone());
            }
            let children = self.api.resources.iter().filter_map(|it| it.parent.as_ref());
            let children = children.filter(|it| it.resource == own).map(|it| it.name.as_str());
            let known = fields::held(resource).map(|field| field.name.as_str()).chain(children);
            self.mistakes.push_unknown(place, "field", name, Some(&resource.name), known);
            return None;
        };
        if node.value.is_null() && (field.nullable || field.ty == Type::Json) {
            return Some(Value::Null);
        }
        let mut fitting = Fitting::new(self.api);
        let part = JsonPart {
            key: name.to_owned(),
            key_place: place,
            place: node.place,
            parts: node.parts.to_vec(),
        };
        let value = fitting.value(&field.ty, node.value, &part);
        self.data.references.append(&mut fitting.references);
        self.mistakes.append(fitting.mistakes);
        Some(value)
    }
}
