//! Structs of the user's own that fill requests.

mod lookup;
mod messages;

use deskpro_spec::api::{Body, BodyFormat, InputField, Operation, ResourceId};
use proc_macro2::Ident;
use syn::ext::IdentExt;
use syn::{Attribute, Type};

use super::described::Described;
use super::kind::KindPlan;
use super::names::NameTable;
use super::projection::Says;
use super::rust_type::RustType;
use super::user_struct::{Role, TraitNames, UserField, UserStruct, WireName, argument_of, here};
use crate::mistake::Mistakes;
use crate::mistake::fields::{DUPLICATE_FIELD, MISSING_FIELD, NO_FIELDS, SECOND_REST};
use lookup::Target;

/// What makes a struct fill requests of one operation.
pub struct InputPlan {
    /// The request that it fills; `None`, after a mistake, stands for every request.
    pub request: Option<RustType>,
    /// How the compiler is asked whether the types fit, field by field.
    pub checks: Vec<SentPlan>,
    /// A type parameter that the struct does not use.
    pub parameter: Ident,
}

/// How the compiler is asked whether the type of a field fits, and how the field is sent.
pub struct SentPlan {
    /// The field.
    pub field: Ident,
    /// When it is there.
    pub cfgs: Vec<Attribute>,
    /// The type that is asked about: the field's, or what stands in its `Option` and `Set`.
    pub ty: Type,
    /// What stands around that type.
    pub around: Around,
    /// The name of the trait that asks.
    pub sender: Ident,
    /// What is asked of it.
    pub bound: SentBound,
    /// What is said when it does not fit.
    pub says: Says,
}

/// What is asked of the type of a field.
#[derive(Debug)]
pub enum SentBound {
    /// That all its values can be sent as the member of this name.
    Kind(String, KindPlan),
    /// That it fills the same requests.
    Input,
    /// That it is a map.
    Map,
}

/// What stands around the type that is asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Around {
    /// Nothing.
    Nothing,
    /// `Option`: left out when there is none.
    Option,
    /// `Set`: cleared or set.
    Set,
    /// `Option<Set<..>>`: left out, cleared or set.
    OptionSet,
}

/// Plans what makes a struct fill requests; `None` stands for an operation that is not known, whose
/// name the user wrote at these tokens.
pub fn plan_input(
    described: &Described<'_>,
    operation: Option<(ResourceId, &Operation)>,
    at: &Ident,
    user: &UserStruct,
    mistakes: &mut Mistakes,
) -> InputPlan {
    let names = NameTable::new(described.api);
    let target = operation.and_then(|(resource, operation)| {
        let operations = &described.api[resource].operations;
        let index = operations.iter().position(|found| found.name == operation.name)?;
        Target::of(described, resource, index, at, mistakes)
    });
    let request = target.as_ref().and_then(|target| {
        let names = &names[target.resource];
        let request = &names.operations.get(target.index)?.request;
        Some(RustType::Path(
            described.options.generated.clone(),
            here(&names.module, at),
            request.clone(),
        ))
    });
    let mut traits = user.trait_names();
    let parameter = traits.parameter();
    let checks = Vec::new();
    let mut planner = Planner { described, names: &names, target, traits, checks, mistakes };
    planner.fields(user);
    InputPlan { request, checks: planner.checks, parameter }
}

struct Planner<'a, 'p> {
    described: &'p Described<'a>,
    names: &'p NameTable<'p>,
    target: Option<Target<'a>>,
    traits: TraitNames,
    checks: Vec<SentPlan>,
    mistakes: &'p mut Mistakes,
}

impl Planner<'_, '_> {
    fn fields(&mut self, user: &UserStruct) {
        let is_empty = user.fields.iter().all(|field| matches!(field.role, Role::Skip));
        let Some(target) = self.target.clone() else { return };
        // What all other fields say comes first, so that a field of its own counts.
        let (rests, others): (Vec<_>, Vec<_>) =
            user.fields.iter().partition(|field| matches!(field.role, Role::Rest));
        let mut first: Option<&UserField> = None;
        for field in rests {
            match first.filter(|first| first.cfgs.is_empty()) {
                Some(first) => {
                    let message = messages::second_rest(&first.name);
                    self.mistakes.push(&SECOND_REST, &field.name, message);
                }
                None => {
                    first = Some(field);
                    self.check(field, "Collects", SentBound::Map, messages::no_map(self.described));
                }
            }
        }
        let (flattened, others): (Vec<_>, Vec<_>) =
            others.into_iter().partition(|field| matches!(field.role, Role::Flatten));
        for field in others {
            if let Role::Wire(wire) = &field.role {
                self.wire(field, wire, &target);
            }
        }
        for field in &flattened {
            let says = messages::not_of_the_same(&target);
            self.check(field, "Shares", SentBound::Input, says);
        }
        if is_empty {
            let message = messages::no_fields(self.described, &user.name, &target);
            self.mistakes.push(&NO_FIELDS, &user.name, message);
        } else if flattened.is_empty() {
            // What is flattened was found to be complete where it stands.
            self.report_missing(user, &target);
        }
    }

    fn wire(&mut self, field: &UserField, wire: &WireName, target: &Target<'_>) {
        let kinds = self.described.kinds(self.names);
        let Some(found) = target.find(self.described, &kinds, wire, self.mistakes) else { return };
        if let Some(by) = self.taken_by(&found.name, field) {
            let message = messages::duplicate(&by, field, &found.name);
            self.mistakes.push(&DUPLICATE_FIELD, &wire.at, message);
            return;
        }
        let (around, ty) = stripped(&field.ty, found);
        let mut kind = kinds.sent(&found.ty);
        if found.sensitive {
            kind = kind.secret();
        }
        let says = messages::sent(self.described, &kinds, target, found, &kind);
        self.checks.push(SentPlan {
            field: field.name.clone(),
            cfgs: field.cfgs.clone(),
            ty: ty.clone(),
            around,
            sender: self.traits.claim("Sends", &field.name.to_string()),
            bound: SentBound::Kind(found.name.clone(), kind),
            says,
        });
    }

    /// The field that has this name already. Fields under different conditions do not meet, as far
    /// as can be seen here.
    fn taken_by(&self, name: &str, field: &UserField) -> Option<Ident> {
        let is_conditional = !field.cfgs.is_empty();
        let holds = |check: &&SentPlan| {
            matches!(&check.bound, SentBound::Kind(wire, _) if wire == name)
                && (!is_conditional || check.cfgs.is_empty())
        };
        self.checks.iter().find(holds).map(|check| check.field.clone())
    }

    /// Reports the fields that must be sent and that the struct does not have, not even wrongly.
    fn report_missing(&mut self, user: &UserStruct, target: &Target<'_>) {
        let kinds = self.described.kinds(self.names);
        for field in target.fields.iter().filter(|field| field.required) {
            if !user.fields.iter().any(|own| is_meant(own, target, field)) {
                let message = messages::missing(self.described, &kinds, target, field);
                self.mistakes.push(&MISSING_FIELD, &user.name, message);
            }
        }
    }

    fn check(&mut self, field: &UserField, verb: &str, bound: SentBound, says: Says) {
        self.checks.push(SentPlan {
            field: field.name.clone(),
            cfgs: field.cfgs.clone(),
            ty: field.ty.clone(),
            around: Around::Nothing,
            sender: self.traits.claim(verb, &field.name.to_string()),
            bound,
            says,
        });
    }
}

/// Whether a field of the user's stands for this one, or would if it were spelled right.
fn is_meant(own: &UserField, target: &Target<'_>, field: &InputField) -> bool {
    let names = |name: &str| {
        field.name == name
            || target.by_rust_name(name).is_some_and(|found| found.name == field.name)
            || target.closest(name).is_some_and(|close| close.name == field.name)
    };
    match &own.role {
        Role::Wire(wire) => wire.path.first().is_some_and(|name| names(name)),
        Role::Broken => names(&own.name.unraw().to_string()),
        Role::Flatten | Role::Rest | Role::Skip => false,
    }
}

/// The type that is asked about: what need not be sent may be an `Option`, what may be cleared a
/// `Set`.
fn stripped<'t>(ty: &'t Type, field: &InputField) -> (Around, &'t Type) {
    let set = |ty: &'t Type| argument_of(ty, "Set").filter(|_| field.nullable);
    let option = argument_of(ty, "Option").filter(|_| !field.required);
    match option {
        Some(inner) => match set(inner) {
            Some(innermost) => (Around::OptionSet, innermost),
            None => (Around::Option, inner),
        },
        None => match set(ty) {
            Some(inner) => (Around::Set, inner),
            None => (Around::Nothing, ty),
        },
    }
}

/// Whether the operation is one that a struct can fill.
pub fn takes_input(operation: &Operation) -> bool {
    let is_object = |body: &Body| matches!(body.format, BodyFormat::Object);
    operation.body.as_ref().is_some_and(|body| is_object(body) && !body.fields.is_empty())
}
