//! What users choose about models and types: what they derive, what enums do with values that are not
//! known.

use std::collections::BTreeSet;

use proc_macro2::Ident;

use super::derive::Derive;
use super::enumeration::EnumPolicy;
use super::one_of::OneOfPlan;
use super::resource::ResourcePlan;
use super::rust_type::RustType;
use super::{Options, TypePlan};

/// What every model and enum has already.
const DERIVED: &[&str] = &["Clone", "Debug", "Default", "PartialEq"];

/// What objects cannot have: the members that are not described are free JSON.
const NOT_OF_OBJECTS: &[&str] = &["Copy", "Eq", "Hash", "Ord", "PartialOrd"];

/// What enums of known values have besides.
const DERIVED_BY_ENUMS: &[&str] = &["Eq", "Hash"];

/// What the runtime implements in the place of serde's derives.
const SERDE: &[&str] = &["Deserialize", "Serialize"];

/// Makes the objects of a resource what the options want them to be.
pub(super) fn apply_to_model(plan: &mut ResourcePlan, options: &Options) {
    plan.model.derives = derives(options, NOT_OF_OBJECTS);
}

/// Makes declared types what the options want them to be.
pub(super) fn apply<'p>(types: impl Iterator<Item = &'p mut TypePlan>, options: &Options) {
    let mut types: Vec<_> = types.collect();
    let mut closed = BTreeSet::new();
    for ty in &mut types {
        match ty {
            TypePlan::Enum(plan) => {
                plan.derives = derives(options, DERIVED_BY_ENUMS);
                plan.follow(options.enums);
                if plan.unknown.is_none() {
                    closed.insert(plan.name.clone());
                }
            }
            TypePlan::Model(plan) => plan.derives = derives(options, NOT_OF_OBJECTS),
            TypePlan::OneOf(plan) => plan.derives = derives(options, NOT_OF_OBJECTS),
            TypePlan::Object(_) => {}
        }
    }
    for ty in types {
        if let TypePlan::OneOf(plan) = ty {
            without_text(plan, &closed);
        }
    }
    debug_assert!(closed.is_empty() || options.enums == EnumPolicy::Closed);
}

/// Not every text is a value of an enum without further values.
fn without_text(plan: &mut OneOfPlan, closed: &BTreeSet<Ident>) {
    let is_closed = |ty: &RustType| matches!(ty, RustType::Named(name) if closed.contains(name));
    for choice in plan.choices.iter_mut().filter(|choice| is_closed(&choice.ty)) {
        choice.from_str = false;
    }
    if !plan.set_from.is_empty() {
        plan.set_from = plan.choices.iter().flat_map(|choice| choice.sources()).collect();
    }
}

/// What is wanted and not there already.
fn derives(options: &Options, also: &[&str]) -> Vec<Derive> {
    let is_there = |path: &Derive| {
        let text = path.text();
        let text = text.trim_start_matches("::");
        let (way, name) = text.rsplit_once("::").unwrap_or(("", text));
        match way {
            "" | "std" | "core" | "serde" if SERDE.contains(&name) => true,
            _ => DERIVED.contains(&name) || also.contains(&name),
        }
    };
    options.derives.iter().filter(|path| !is_there(path)).cloned().collect()
}
