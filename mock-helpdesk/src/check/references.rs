//! Ids of objects that are not there.

use deskpro_spec::api::{Api, Choice, InputField, ResourceId, Type, TypeKind};
use serde_json::Value;

use super::OBJECTS;
use crate::invalid::{Invalid, Mistake};
use crate::store::Store;
use crate::{Object, choice, email, fields, id};

/// What is found in a body.
pub(super) struct Looked {
    pub(super) invalid: Invalid,
    /// How many objects are written within others.
    pub(super) objects: usize,
}

/// Looks for references in what is sent, which has the right types.
pub(super) fn look(api: &Api, store: &Store, inputs: &[InputField], sent: &Object) -> Looked {
    let mut looker = Looker { api, store, objects: 0 };
    let mut invalid = Invalid::default();
    for input in inputs {
        if let Some(value) = sent.get(&input.name) {
            invalid.push_field(&input.name, looker.value(&input.name, &input.ty, value));
        }
    }
    Looked { invalid, objects: looker.objects }
}

/// Walks through a body by its types; the depth of JSON is bounded by its parser.
struct Looker<'a> {
    api: &'a Api,
    store: &'a Store,
    objects: usize,
}

impl Looker<'_> {
    /// What is wrong with a value; `name` is that of the field which holds it.
    fn value(&mut self, name: &str, ty: &Type, value: &Value) -> Invalid {
        let api = self.api;
        match (ty, value) {
            (Type::Id(other) | Type::Ref(other), value) => self.reference(ty, *other, value),
            (Type::List(item), Value::Array(values)) => {
                let named = values.iter().enumerate();
                self.within(name, item, named.map(|(place, value)| (place.to_string(), value)))
            }
            (Type::Map(item), Value::Object(values)) => {
                self.within(name, item, values.iter().map(|(key, value)| (key.clone(), value)))
            }
            (Type::Named(named), value) => match (&api[*named].kind, value) {
                // Of too many no more is looked at: they are refused anyway.
                _ if self.objects > OBJECTS => Invalid::default(),
                (TypeKind::Object(fields), Value::Object(object)) => {
                    self.objects += 1;
                    let mut invalid = self.file(object);
                    for field in fields {
                        if let Some(value) = object.get(&field.name) {
                            let within = self.value(&field.name, field.write_type(), value);
                            invalid.push_field(&field.name, within);
                        }
                    }
                    invalid
                }
                (TypeKind::OneOf(choices), value) => {
                    // An id is taken as text, too (ZAP).
                    let is_id = |choice: &&Choice| fields::referenced(&choice.ty).is_some();
                    let by_id = choices.iter().find(is_id).filter(|_| id::of(value).is_some());
                    match by_id.or_else(|| choice::of(api, choices, value)) {
                        Some(choice) => self.value(name, &choice.ty, value),
                        None => Invalid::default(),
                    }
                }
                _ => Invalid::default(),
            },
            _ => Invalid::default(),
        }
    }

    fn within<'v>(
        &mut self,
        name: &str,
        ty: &Type,
        items: impl Iterator<Item = (String, &'v Value)>,
    ) -> Invalid {
        let mut invalid = Invalid::default();
        for (key, value) in items {
            // Texts stand for people, too, of whom each may have to be made.
            self.objects += usize::from(value.as_str().is_some_and(email::is_address));
            let name = format!("{name}_{key}");
            let within = self.value(&name, ty, value);
            invalid.push_field(name, within);
        }
        invalid
    }

    fn reference(&self, ty: &Type, other: ResourceId, value: &Value) -> Invalid {
        let named = id::of(value).filter(|_| !fields::is_text_id(self.api, ty));
        match named {
            Some(id) if !self.store.is_there_or_never_was(other, id) => {
                Invalid::one(self.api, Mistake::BadChoice)
            }
            _ => Invalid::default(),
        }
    }

    /// What is wrong with the name of an uploaded file.
    fn file(&self, object: &Object) -> Invalid {
        let mut invalid = Invalid::default();
        for (name, value) in object {
            let Some(uploads) = fields::uploads_named_by(self.api, name) else {
                continue;
            };
            let is_known = || self.store.find_text(uploads, name, value.as_str()?);
            if value.is_string() && self.store.checks_references(uploads) && is_known().is_none() {
                invalid.push_field(name, Invalid::one(self.api, Mistake::BadChoice));
            }
        }
        invalid
    }
}
