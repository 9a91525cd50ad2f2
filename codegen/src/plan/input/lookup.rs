//! The operation whose requests are filled, and the fields that it takes.

use deskpro_spec::api::{Access, Field, InputField, Meaning, Operation, Resource, ResourceId};
use deskpro_spec::problem::closest;
use proc_macro2::Ident;

use super::{messages, takes_input};
use crate::mistake::Mistakes;
use crate::mistake::fields::{NO_BODY, NOT_SENT, PATH_IN_INPUT, UNKNOWN_FIELD};
use crate::plan::case::snake;
use crate::plan::described::Described;
use crate::plan::docs::code;
use crate::plan::kind::Kinds;
use crate::plan::user_struct::WireName;

/// An operation that sends fields.
#[derive(Clone)]
pub(super) struct Target<'a> {
    pub(super) resource: ResourceId,
    pub(super) index: usize,
    /// What messages call it: `tickets.create`.
    pub(super) name: String,
    pub(super) of: &'a Resource,
    pub(super) operation: &'a Operation,
    pub(super) fields: &'a [InputField],
    pub(super) meaning: Meaning,
}

/// Why an operation does not take a field that there is.
pub(super) enum Refusal<'a> {
    /// The helpdesk sets it.
    ReadOnly(&'a Field),
    /// It is set when the resource is made.
    CreateOnly(&'a Field),
    /// Other operations take it.
    Elsewhere(&'a Field),
    /// It is a parameter of the query.
    Query,
}

impl<'a> Target<'a> {
    /// The operation at this index; `None` when it sends nothing, which is reported.
    pub(super) fn of(
        described: &Described<'a>,
        resource: ResourceId,
        index: usize,
        at: &Ident,
        mistakes: &mut Mistakes,
    ) -> Option<Self> {
        let of = &described.api[resource];
        let operation = of.operations.get(index)?;
        let name = format!("{}.{}", of.name, operation.name);
        if !takes_input(operation) {
            mistakes.push(&NO_BODY, at, messages::no_body(described, of, operation));
            return None;
        }
        let fields = operation.body.as_ref().map_or(&[][..], |body| &body.fields);
        let meaning = described.api[operation.verb].meaning;
        Some(Self { resource, index, name, of, operation, fields, meaning })
    }

    /// The field that a user means.
    pub(super) fn find(
        &self,
        described: &Described<'_>,
        kinds: &Kinds<'_>,
        wire: &WireName,
        mistakes: &mut Mistakes,
    ) -> Option<&'a InputField> {
        let [name] = wire.path.as_slice() else {
            let path = code(&wire.path.join("."));
            let first = code(wire.path.first().map_or("", String::as_str));
            let message = format!(
                "an input cannot send {path} alone\nhelp: send {first} as a whole, or its id",
            );
            mistakes.push(&PATH_IN_INPUT, &wire.at, message);
            return None;
        };
        let exact = self.fields.iter().find(|field| field.name == *name);
        if let Some(field) = exact.or_else(|| self.by_rust_name(name).filter(|_| !wire.is_explicit))
        {
            return Some(field);
        }
        match self.refusal(name) {
            Some(refusal) => {
                let message = messages::not_sent(described, self, name, &refusal);
                mistakes.push(&NOT_SENT, &wire.at, message);
            }
            None => {
                let message = messages::unknown_field(described, kinds, self, name);
                mistakes.push(&UNKNOWN_FIELD, &wire.at, message);
            }
        }
        None
    }

    /// The field that a setter of the request names like this.
    pub(super) fn by_rust_name(&self, name: &str) -> Option<&'a InputField> {
        let rust_name =
            |field: &&InputField| snake(field.rust_name.as_deref().unwrap_or(&field.name)) == name;
        self.fields.iter().find(rust_name)
    }

    /// The field whose name is closest to one that is none.
    pub(super) fn closest(&self, name: &str) -> Option<&'a InputField> {
        let close = closest(name, self.fields.iter().map(|field| field.name.as_str()))?;
        self.fields.iter().find(|field| field.name == close)
    }

    fn refusal(&self, name: &str) -> Option<Refusal<'a>> {
        if self.operation.query.iter().any(|parameter| parameter.name == name) {
            return Some(Refusal::Query);
        }
        let field = self.of.fields.iter().find(|field| field.name == name)?;
        Some(match field.access {
            Access::ReadOnly => Refusal::ReadOnly(field),
            Access::CreateOnly | Access::CreateWriteOnly if self.meaning == Meaning::Update => {
                Refusal::CreateOnly(field)
            }
            _ => Refusal::Elsewhere(field),
        })
    }
}
