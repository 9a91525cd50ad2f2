//! What has to be different in a description, finding by finding.

use std::collections::BTreeMap;

use deskpro_spec::api::{Access, Api, Field, Payload, Type, TypeId, TypeKind};

use super::drift::{Deviation, Finding};
use super::errors;
use super::evidence::Evidence;
use super::place::{Holder, Place, operation, place};
use crate::expression::expression;

/// What a finding leads to.
pub(super) enum Outcome {
    Change(Change),
    /// The description knows it by now.
    Known,
    /// Nothing, for this reason.
    Unplaced(String),
}

/// A change, where an overlay makes it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Change {
    /// The status is declared.
    Status(u16),
    /// The code is declared, with its status.
    Code(String, u16),
    /// The operation at this target can be refused so: a code, or a status. What has to be declared for
    /// that comes along.
    Refusal { target: String, refusal: String, declares: Vec<Change> },
    /// The validation code is declared.
    ValidationCode(String),
    /// The enumeration has this value.
    Value { ty: TypeId, value: String },
    /// There is this field.
    Field { holder: Holder, name: String },
    /// The field may be null; its types as it is read and, where that stays, as it is written. One that
    /// is only written so far gets another access too.
    Nullable {
        holder: Holder,
        name: String,
        ty: String,
        write: Option<String>,
        access: Option<&'static str>,
    },
    /// The field, which is only written so far, is read too.
    Read { holder: Holder, name: String, access: &'static str },
}

/// All changes, each with what speaks for it.
#[derive(Debug, Default)]
pub(super) struct Changes(pub(super) BTreeMap<Change, Evidence>);

impl Changes {
    pub(super) fn add(&mut self, change: Change, finding: &Finding) {
        if let Change::Refusal { declares, .. } = &change {
            declares.iter().for_each(|declared| self.add(declared.clone(), finding));
        }
        self.0.entry(change).or_default().add(finding);
    }

    /// The codes that are new, with their statuses.
    pub(super) fn codes(&self) -> impl Iterator<Item = (&str, u16)> {
        self.0.keys().filter_map(|change| match change {
            Change::Code(code, status) => Some((code.as_str(), *status)),
            _ => None,
        })
    }
}

/// What a finding leads to.
pub(super) fn of(api: &Api, finding: &Finding) -> Outcome {
    match &finding.deviation {
        Deviation::Other(_) => Outcome::unplaced("this version does not know that kind of finding"),
        Deviation::UnknownValidationCode(code) => errors::validation_code(api, code.as_deref()),
        Deviation::UnknownStatus(status) => errors::status(api, &finding.operation, *status),
        Deviation::UnknownCode(status, code) => {
            errors::code(api, &finding.operation, *status, code.as_deref())
        }
        Deviation::UnknownField
        | Deviation::UnknownValue(_)
        | Deviation::UnexpectedNull
        | Deviation::WrongKind => of_answer(api, finding),
    }
}

fn of_answer(api: &Api, finding: &Finding) -> Outcome {
    let Some((_, operation)) = operation(api, &finding.operation) else {
        return Outcome::unplaced("there is no such operation");
    };
    let place = match place(api, operation, &finding.path) {
        Ok(place) => place,
        Err(why) => return Outcome::Unplaced(why),
    };
    match (&finding.deviation, place) {
        // Where a field is null that another description knew, it may have come with another finding.
        (Deviation::UnknownField | Deviation::UnexpectedNull, Place::Missing(holder, name)) => {
            Outcome::Change(Change::Field { holder, name: name.to_owned() })
        }
        (Deviation::UnknownField, Place::Field(holder, field)) => read(holder, field),
        (Deviation::UnknownField, Place::Within(_) | Place::Whole(_)) => Outcome::Known,
        (_, Place::Missing(_, name)) => Outcome::Unplaced(format!("`{name}` is not described")),
        (Deviation::UnexpectedNull, Place::Field(holder, field)) => nullable(api, holder, field),
        (Deviation::UnexpectedNull, Place::Within(Type::Json) | Place::Whole(Payload::Json)) => {
            Outcome::Known
        }
        (Deviation::UnexpectedNull, _) => {
            Outcome::unplaced("only fields can be described as null, not what lists and maps hold")
        }
        (Deviation::UnknownValue(value), Place::Field(_, field)) => {
            self::value(api, &field.ty, value.as_deref())
        }
        (Deviation::UnknownValue(value), Place::Within(ty)) => {
            self::value(api, ty, value.as_deref())
        }
        (Deviation::WrongKind, place) => wrong_kind(api, &place, finding),
        _ => Outcome::unplaced("it is no value of an enumeration"),
    }
}

/// Where a field that is described was not known: it is only written, or was not there yet.
fn read(holder: Holder, field: &Field) -> Outcome {
    match read_access(field) {
        Some(access) => Outcome::Change(Change::Read { holder, name: field.name.clone(), access }),
        None => Outcome::Known,
    }
}

/// The access of a field that is only written, once it is read too.
fn read_access(field: &Field) -> Option<&'static str> {
    match field.access {
        Access::WriteOnly => Some("read_write"),
        Access::CreateWriteOnly => Some("create_only"),
        Access::ReadWrite | Access::ReadOnly | Access::CreateOnly => None,
    }
}

fn nullable(api: &Api, holder: Holder, field: &Field) -> Outcome {
    if field.nullable || field.ty == Type::Json {
        return Outcome::Known;
    }
    if matches!(holder, Holder::Resource(_)) && field.name == "id" {
        return Outcome::unplaced("the id of a resource cannot be null");
    }
    // What is taken is no other than before, because something else is sent.
    let is_written = field.access.is_created() && field.write.is_none();
    Outcome::Change(Change::Nullable {
        holder,
        name: field.name.clone(),
        ty: expression(api, &field.ty, true),
        write: is_written.then(|| expression(api, &field.ty, false)),
        access: read_access(field),
    })
}

fn value(api: &Api, ty: &Type, value: Option<&str>) -> Outcome {
    let Some(id) = enumeration(api, ty) else {
        return Outcome::unplaced("it is no value of an enumeration");
    };
    let (TypeKind::Enum(known), Some(value)) = (&api[id].kind, value) else {
        return Outcome::unplaced("it looks like data, so it was not kept");
    };
    if known.iter().any(|known| known.value == value) {
        return Outcome::Known;
    }
    Outcome::Change(Change::Value { ty: id, value: value.to_owned() })
}

/// The enumeration that a text of this type is of.
fn enumeration(api: &Api, ty: &Type) -> Option<TypeId> {
    let Type::Named(id) = ty else { return None };
    match &api[*id].kind {
        TypeKind::Enum(_) => Some(*id),
        TypeKind::OneOf(choices) => choices.iter().find_map(|choice| enumeration(api, &choice.ty)),
        TypeKind::Object(_) => None,
    }
}

fn wrong_kind(api: &Api, place: &Place<'_>, finding: &Finding) -> Outcome {
    let described = match place {
        Place::Field(_, field) => format!("`{}`", expression(api, &field.ty, field.nullable)),
        Place::Within(ty) => format!("`{}`", expression(api, ty, false)),
        Place::Missing(..) | Place::Whole(_) => "something else".to_owned(),
    };
    let seen: Vec<&str> = finding.seen.iter().map(String::as_str).collect();
    Outcome::Unplaced(format!(
        "described is {described}, seen was {}; somebody has to decide",
        seen.join(", ")
    ))
}

impl Outcome {
    pub(super) fn unplaced(why: &str) -> Self {
        Self::Unplaced(why.to_owned())
    }
}
