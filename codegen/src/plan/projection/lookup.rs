//! From the name that a user gives to the field of the description, step by step along a path.

use deskpro_spec::Place;
use deskpro_spec::api::{Api, Field, Type, TypeId, TypeKind};

use super::{ObjectId, messages, read};
use crate::mistake::Mistakes;
use crate::mistake::fields::{NEVER_READ, NOT_AN_OBJECT, UNKNOWN_FIELD};
use crate::plan::described::Described;
use crate::plan::docs::code;
use crate::plan::kind::Kinds;
use crate::plan::names::field_names;
use crate::plan::user_struct::WireName;

/// An object of the description, whose fields are looked up.
#[derive(Debug, Clone)]
pub(super) struct Object<'a> {
    pub(super) of: ObjectId,
    /// What messages call it: `` `tickets` ``.
    pub(super) words: String,
    pub(super) fields: &'a [Field],
    pub(super) place: Place,
    /// Whether it is not known what it holds besides.
    is_untyped: bool,
}

/// What a user means.
pub(super) enum Meant<'a> {
    /// A field of the description.
    Field(Found<'a>),
    /// A member of something of which it is not known what it holds: the names on the way, and that
    /// thing.
    Unknown(Vec<String>, Object<'a>),
}

/// A field of the description, and what lies on the way to it.
pub(super) struct Found<'a> {
    /// The names on the way, its own included.
    pub(super) path: Vec<String>,
    pub(super) field: &'a Field,
    /// What on the way to it may be missing, in words: `` `organization` is an id of .. ``.
    pub(super) reached_through: Option<String>,
}

impl Found<'_> {
    /// Whether there may be no value.
    pub(super) fn may_be_missing(&self) -> bool {
        self.field.nullable || self.field.optional || self.reached_through.is_some()
    }
}

impl<'a> Object<'a> {
    /// The object with this id; an id of a type that is no object stands for one without fields.
    pub(super) fn of(api: &'a Api, of: ObjectId) -> Self {
        match of {
            ObjectId::Resource(id) => {
                let resource = &api[id];
                let words = code(&resource.name);
                let is_untyped = resource.is_untyped;
                Self { of, words, fields: &resource.fields, place: resource.place, is_untyped }
            }
            ObjectId::Type(id) => {
                let def = &api[id];
                let fields: &[Field] = match &def.kind {
                    TypeKind::Object(fields) => fields,
                    TypeKind::Enum(_) | TypeKind::OneOf(_) => &[],
                };
                let words = code(&def.name);
                Self { of, words, fields, place: def.place, is_untyped: false }
            }
        }
    }

    /// What a user means; `None` after a mistake.
    pub(super) fn find(
        &self,
        described: &Described<'a>,
        kinds: &Kinds<'_>,
        wire: &WireName,
        mistakes: &mut Mistakes,
    ) -> Option<Meant<'a>> {
        let (last, steps) = wire.path.split_last()?;
        let mut object = self.clone();
        let mut path = Vec::new();
        let mut reached_through = None;
        for step in steps {
            if object.has_unknown(step) {
                return Some(Meant::Unknown(wire.path.clone(), object));
            }
            let field = object.field(described, kinds, step, wire, mistakes)?;
            let Some(inner) = object_of(described.api, &field.ty) else {
                let message = messages::not_an_object(described, &object, field);
                mistakes.push(&NOT_AN_OBJECT, &wire.at, message);
                return None;
            };
            path.push(field.name.clone());
            let may_be_missing =
                field.nullable || field.optional || matches!(field.ty, Type::Ref(_));
            if may_be_missing && reached_through.is_none() {
                reached_through = Some(messages::sends(described.api, field));
            }
            object = inner;
        }
        if object.has_unknown(last) {
            return Some(Meant::Unknown(wire.path.clone(), object));
        }
        let field = object.field(described, kinds, last, wire, mistakes)?;
        path.push(field.name.clone());
        Some(Meant::Field(Found { path, field, reached_through }))
    }

    /// Whether a member of this name is none that the description has, and yet may be there.
    fn has_unknown(&self, name: &str) -> bool {
        self.is_untyped && !read(self.fields).any(|field| field.name == name)
    }

    /// The field of this name. What stands for a field by its own name may also be named as the
    /// generated struct names it.
    fn field(
        &self,
        described: &Described<'_>,
        kinds: &Kinds<'_>,
        name: &str,
        wire: &WireName,
        mistakes: &mut Mistakes,
    ) -> Option<&'a Field> {
        let exact = read(self.fields).find(|field| field.name == name);
        if let Some(field) = exact.or_else(|| self.by_rust_name(name).filter(|_| !wire.is_explicit))
        {
            return Some(field);
        }
        match self.fields.iter().find(|field| field.name == name) {
            Some(written) => {
                let message = messages::never_read(described, self, written);
                mistakes.push(&NEVER_READ, &wire.at, message);
            }
            None => {
                let message = messages::unknown_field(described, kinds, self, name);
                mistakes.push(&UNKNOWN_FIELD, &wire.at, message);
            }
        }
        None
    }

    /// The field that the generated struct names like this.
    pub(super) fn by_rust_name(&self, name: &str) -> Option<&'a Field> {
        let fields: Vec<&'a Field> = read(self.fields).collect();
        let index = field_names(&fields).iter().position(|known| known == name)?;
        fields.get(index).copied()
    }
}

/// The object that a value of this type is, or refers to.
fn object_of<'a>(api: &'a Api, ty: &Type) -> Option<Object<'a>> {
    match ty {
        Type::Ref(resource) => Some(Object::of(api, ObjectId::Resource(*resource))),
        Type::Named(id) if is_object(api, *id) => Some(Object::of(api, ObjectId::Type(*id))),
        _ => None,
    }
}

fn is_object(api: &Api, id: TypeId) -> bool {
    matches!(api[id].kind, TypeKind::Object(_))
}
