//! Field by field: what it stands for, and what is asked of its type.

use deskpro_spec::api::Type;

use super::lookup::{Found, Meant, Object};
use super::slots::Slots;
use super::{FitPlan, HeldBound, HeldIdPlan, ObjectId, ProjectionPlan, Says, messages};
use crate::mistake::Mistakes;
use crate::mistake::fields::{FLATTEN_IN_GENERIC, NO_FIELDS, SECOND_REST};
use crate::plan::described::Described;
use crate::plan::names::NameTable;
use crate::plan::user_struct::{
    Role, TraitNames, UserField, UserStruct, WireName, argument_of, id_spelling,
};

/// Goes through the fields of a struct.
pub(super) struct Planner<'a, 'p> {
    pub(super) described: &'p Described<'a>,
    pub(super) names: &'p NameTable<'p>,
    pub(super) object: Option<Object<'a>>,
    pub(super) traits: TraitNames,
    pub(super) plan: ProjectionPlan,
    pub(super) slots: Slots,
    pub(super) mistakes: &'p mut Mistakes,
}

impl Planner<'_, '_> {
    /// Plans every field.
    pub(super) fn fields(&mut self, user: &UserStruct) {
        let is_empty = user.fields.iter().all(|field| matches!(field.role, Role::Skip));
        if let Some(object) = self.object.as_ref().filter(|_| is_empty) {
            let message = messages::no_fields(self.described, &user.name, object);
            self.mistakes.push(&NO_FIELDS, &user.name, message);
        }
        let mut rest: Option<&UserField> = None;
        for field in &user.fields {
            match &field.role {
                Role::Wire(wire) => self.wire(field, wire),
                Role::Flatten if user.has_type_parameters() => {
                    let message = format!(
                        "`{}` has type parameters and flattens another struct\n\
                         help: leave the parameters out, or the fields of the other struct in",
                        user.name,
                    );
                    self.mistakes.push(&FLATTEN_IN_GENERIC, &field.name, message);
                }
                Role::Flatten => self.flatten(field),
                Role::Rest => match rest.filter(|first| first.cfgs.is_empty()) {
                    Some(first) => {
                        let message = messages::second_rest(&first.name);
                        self.mistakes.push(&SECOND_REST, &field.name, message);
                    }
                    None => {
                        rest = Some(field);
                        self.rest(field);
                    }
                },
                Role::Skip if user.derives_default => {}
                Role::Skip => self.skip(field),
                Role::Broken => {}
            }
        }
    }

    fn wire(&mut self, field: &UserField, wire: &WireName) {
        let Some(object) = self.object.clone() else { return };
        let kinds = self.described.kinds(self.names);
        let found = match object.find(self.described, &kinds, wire, self.mistakes) {
            Some(Meant::Field(found)) => found,
            Some(Meant::Unknown(path, object)) => return self.unknown(field, wire, &path, &object),
            None => return,
        };
        let index = self.plan.checks.len();
        if let Err(taken) = self.slots.insert(&found.path, index, &field.name, &field.cfgs) {
            taken.report(&found.path, field, wire, self.mistakes);
            return;
        }
        self.identify(field, &found);
        let mut kind = kinds.read(&found.field.ty);
        if found.field.sensitive {
            kind = kind.secret();
        }
        let says = messages::held(self.described, &kinds, &object.words, &found, &kind);
        let inner = argument_of(&field.ty, "Option");
        if inner.is_none() && found.may_be_missing() {
            kind = kind.nullable();
        }
        self.plan.checks.push(FitPlan {
            field: field.name.clone(),
            cfgs: field.cfgs.clone(),
            ty: inner.unwrap_or(&field.ty).clone(),
            is_optional: inner.is_some(),
            holder: self.traits.claim("Holds", &field.name.to_string()),
            bound: HeldBound::Kind(kind),
            says,
        });
    }

    /// A member of which nothing is known: its type only has to be one that can be read.
    fn unknown(&mut self, field: &UserField, wire: &WireName, path: &[String], of: &Object<'_>) {
        let index = self.plan.checks.len();
        if let Err(taken) = self.slots.insert(path, index, &field.name, &field.cfgs) {
            taken.report(path, field, wire, self.mistakes);
            return;
        }
        let says = messages::unreadable(self.described, path, of);
        self.check(field, "Reads", HeldBound::Decode, says);
    }

    /// Notes the field that holds the id of the resource.
    fn identify(&mut self, field: &UserField, found: &Found<'_>) {
        let Some(Object { of: ObjectId::Resource(id), .. }) = &self.object else { return };
        let is_own = found.path.len() == 1 && found.field.ty == Type::Id(*id);
        let inner = argument_of(&field.ty, "Option");
        let spelling = id_spelling(inner.unwrap_or(&field.ty), self.names[*id].id.as_ref());
        let Some(spelling) = spelling.filter(|_| is_own && self.plan.identity.is_none()) else {
            return;
        };
        let resource = &self.described.api[*id];
        self.plan.identity = Some(HeldIdPlan {
            linked_as: resource.linked_as.clone(),
            field: field.name.clone(),
            cfgs: field.cfgs.clone(),
            is_optional: inner.is_some(),
            spelling,
        });
    }

    fn flatten(&mut self, field: &UserField) {
        let says = messages::not_of_the_same(self.object.as_ref());
        self.check(field, "Shares", HeldBound::Fields, says);
    }

    fn rest(&mut self, field: &UserField) {
        self.check(field, "Collects", HeldBound::Map, messages::no_map(self.described.options));
    }

    fn skip(&mut self, field: &UserField) {
        self.check(field, "Skips", HeldBound::Default, messages::no_default());
    }

    fn check(&mut self, field: &UserField, verb: &str, bound: HeldBound, says: Says) {
        self.plan.checks.push(FitPlan {
            field: field.name.clone(),
            cfgs: field.cfgs.clone(),
            ty: field.ty.clone(),
            is_optional: false,
            holder: self.traits.claim(verb, &field.name.to_string()),
            bound,
            says,
        });
    }
}
