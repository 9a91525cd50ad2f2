//! What in the store the path of a request points to.

use deskpro_spec::api::{Api, Meaning, Operation, Path, Payload, ResourceId, Segment, Type};
use serde_json::Value;

use crate::fields::{self, item_parameter};
use crate::store::Store;

/// What an operation acts on. Everything that the path names exists.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Subject {
    /// The resource that is acted on or returned.
    pub(crate) resource: ResourceId,
    /// The object within which its objects live, or which of several collections it is.
    pub(crate) parent: Option<u64>,
    /// The one object that is meant.
    pub(crate) item: Option<u64>,
    /// What fields of listed objects must hold.
    pub(crate) narrowed: Vec<(String, String)>,
    /// The values of the path's parameters.
    values: Vec<String>,
}

/// An object that a parameter names.
#[derive(Debug, Clone, Copy)]
struct Named {
    resource: ResourceId,
    id: u64,
}

/// Something in the path does not exist.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Missing;

impl Subject {
    /// Finds what the values of an operation's path point to.
    pub(crate) fn find(
        store: &Store,
        api: &Api,
        own: ResourceId,
        operation: &Operation,
        values: Vec<String>,
    ) -> Result<Self, Missing> {
        let path = &operation.path;
        let is_within = path.segments.starts_with(&api[own].path.segments);
        let known = if is_within { api[own].path.parameters.len() } else { 0 };
        let parent = if is_within { ancestor(store, api, own, &values)? } else { None };
        let context = fields::context(api, &api[own], &values).filter(|_| is_within);
        let parent = parent.or(context);

        let item_index = item_parameter(api, own, path).filter(|_| is_within);
        let item = match item_index {
            Some(index) => match item(store, api, own, parent, path, &values, index) {
                Err(Missing) if is_any_name(api, own, operation, index) => None,
                found => Some(found?),
            },
            None if is_within && fields::is_single(api, &api[own]) => {
                context.or(Some(1)).filter(|&id| store.contains(own, id))
            }
            None => None,
        };
        let mut subject = Self { resource: own, parent, item, narrowed: Vec::new(), values };
        subject.turn_to_returned(api, operation, own);
        let mut outer = None;
        for index in (known..path.parameters.len()).filter(|index| Some(*index) != item_index) {
            outer = subject.narrow(store, api, path, index, outer)?.or(outer);
        }
        Ok(subject)
    }

    /// Where an object of the subject's resource can be got: `/tickets/13`, below the base path.
    pub(crate) fn address(&self, store: &Store, api: &Api, id: u64) -> String {
        let resource = &api[self.resource];
        let mut path = String::new();
        for segment in &resource.path.segments {
            path.push('/');
            for part in segment {
                match part {
                    Segment::Text(text) => path.push_str(text),
                    Segment::Parameter(index) => {
                        path.push_str(&encode(self.values.get(*index).map_or("", String::as_str)));
                    }
                }
            }
        }
        if !fields::is_single(api, resource) {
            path.push('/');
            path.push_str(&encode(&self.item_text(store, api, id)));
        }
        path
    }

    /// What the path says in the place of its parameter of this number.
    pub(crate) fn value(&self, index: usize) -> Option<&str> {
        self.values.get(index).map(String::as_str)
    }

    /// An operation on one resource that returns another acts on the other, as far as the first
    /// leads to it: the tickets of a person.
    fn turn_to_returned(&mut self, api: &Api, operation: &Operation, own: ResourceId) {
        let Payload::Resource(returned) = operation.returns else {
            return;
        };
        if returned == own {
            return;
        }
        self.resource = returned;
        self.parent = None;
        if let Some(id) = self.item.take() {
            if api[returned].parent.as_ref().is_some_and(|parent| parent.resource == own) {
                self.parent = Some(id);
            } else if let Some(field) = fields::leading_to(api, &api[returned], own) {
                self.narrowed.push((field.name.clone(), id.to_string()));
            }
        }
    }

    /// A parameter that names another object must name one that exists, within the one that was
    /// named before it where it is a child of that; it narrows what is listed.
    fn narrow(
        &mut self,
        store: &Store,
        api: &Api,
        path: &Path,
        index: usize,
        outer: Option<Named>,
    ) -> Result<Option<Named>, Missing> {
        let (Some(parameter), Some(value)) = (path.parameters.get(index), self.values.get(index))
        else {
            return Ok(None);
        };
        let other = fields::referenced(&parameter.ty);
        let named = match other {
            Some(resource) => {
                let id = number(value).filter(|&id| store.contains(resource, id)).ok_or(Missing)?;
                let parent = api[resource].parent.as_ref().map(|parent| parent.resource);
                if outer.is_some_and(|outer| {
                    parent == Some(outer.resource) && store.parent(resource, id) != Some(outer.id)
                }) {
                    return Err(Missing);
                }
                Some(Named { resource, id })
            }
            None => None,
        };
        let returned = &api[self.resource];
        let field = match other {
            Some(other) => fields::referring(api, returned, other),
            None => fields::meant(returned, &parameter.name),
        };
        if let Some(field) = field {
            self.narrowed.push((field.name.clone(), value.clone()));
        }
        Ok(named)
    }

    /// The value by which the path names an object: its id, or a field called like the parameter.
    fn item_text(&self, store: &Store, api: &Api, id: u64) -> String {
        let mut operations = api[self.resource].operations.iter();
        let named = operations.find_map(|operation| {
            let index = item_parameter(api, self.resource, &operation.path)?;
            let name = &operation.path.parameters.get(index)?.name;
            text(&store.field(self.resource, id, name)?)
        });
        named.unwrap_or_else(|| id.to_string())
    }
}

/// The direct parent of a resource's objects, each object on the way to it being there.
fn ancestor(
    store: &Store,
    api: &Api,
    own: ResourceId,
    values: &[String],
) -> Result<Option<u64>, Missing> {
    let Some(parent) = api[own].parent.as_ref().map(|parent| parent.resource) else {
        return Ok(None);
    };
    let grandparent = ancestor(store, api, parent, values)?;
    let path = &api[own].path;
    let Some(index) = item_parameter(api, parent, path) else {
        return Ok(None);
    };
    item(store, api, parent, grandparent, path, values, index).map(Some)
}

/// The object that a parameter names.
fn item(
    store: &Store,
    api: &Api,
    own: ResourceId,
    parent: Option<u64>,
    path: &Path,
    values: &[String],
    index: usize,
) -> Result<u64, Missing> {
    let value = values.get(index).ok_or(Missing)?;
    let name = path.parameters.get(index).map_or(fields::ID, |parameter| &parameter.name);
    let by_field = fields::named(&api[own], name).filter(|field| field.name != fields::ID);
    let found = match by_field {
        Some(field) => {
            let is_meant = |held: &Value| text(held).as_ref() == Some(value);
            store.find(own, parent, &field.name, is_meant)
        }
        // Of those of unknown shape some may hold it all the same, since it was sent.
        None => number(value)
            .filter(|&id| store.contains(own, id))
            .or_else(|| store.find_kept(own, name, &Value::from(value.as_str()))),
    };
    found.filter(|&id| parent.is_none() || store.parent(own, id) == parent).ok_or(Missing)
}

/// Whether it is not known which names there are: the parameter is text that no field holds. What
/// is read, changed or removed itself must be in the store all the same.
fn is_any_name(api: &Api, own: ResourceId, operation: &Operation, index: usize) -> bool {
    let Some(parameter) = operation.path.parameters.get(index) else {
        return false;
    };
    let is_text = matches!(parameter.ty, Type::String | Type::Named(_));
    let is_known = fields::named(&api[own], &parameter.name).is_some();
    let is_itself = match api[operation.verb].meaning {
        Meaning::Update | Meaning::Delete => fields::is_item_path(api, own, &operation.path),
        Meaning::Get | Meaning::List => operation.returns == Payload::Resource(own),
        Meaning::Create | Meaning::Action => false,
    };
    is_text && !is_known && !is_itself
}

/// An id as it stands in a path; `007` and `+7` are none.
pub(crate) fn number(text: &str) -> Option<u64> {
    let number: u64 = text.parse().ok()?;
    (number.to_string() == text).then_some(number)
}

/// The text of a scalar, or the id of an object.
pub(crate) fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(is) => Some(if *is { "1" } else { "0" }.to_owned()),
        Value::Object(object) => text(object.get(fields::ID)?),
        Value::Null | Value::Array(_) => None,
    }
}

fn encode(text: &str) -> String {
    percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC)
        .to_string()
        .replace("%2D", "-")
        .replace("%2E", ".")
        .replace("%5F", "_")
        .replace("%7E", "~")
}
