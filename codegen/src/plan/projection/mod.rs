//! Structs of the user's own that hold some of the fields of an object of the description.

mod lookup;
mod messages;
mod planner;
mod slots;

pub(super) use messages::{escaped, map_notes};
pub use slots::SlotPlan;

use deskpro_spec::api::{Field, ResourceId, TypeId};
use proc_macro2::Ident;
use syn::Attribute;

use super::described::Described;
use super::kind::KindPlan;
use super::names::NameTable;
use super::rust_type::RustType;
use super::user_struct::{IdSpelling, Role, UserStruct, here};
use crate::mistake::Mistakes;
use crate::mistake::fields::NEVER_READ;
use lookup::Object;
use planner::Planner;
use slots::Slots;

/// An object of the description: a resource, or an object type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ObjectId {
    /// A resource.
    Resource(ResourceId),
    /// An object type.
    Type(TypeId),
}

/// What makes a struct hold fields of an object.
pub struct ProjectionPlan {
    /// The generated type whose fields it holds; `None`, after a mistake, stands for every type.
    pub of: Option<RustType>,
    /// How the compiler is asked whether the types fit, field by field.
    pub checks: Vec<FitPlan>,
    /// Where members go.
    pub slots: Vec<SlotPlan>,
    /// The names of the members that are taken, with the fields that take them.
    pub names: Vec<(Vec<Attribute>, String)>,
    /// How its default is made.
    pub default: DefaultPlan,
    /// How it says who it is, where it holds its id.
    pub identity: Option<HeldIdPlan>,
    /// A type parameter that the struct does not use.
    pub parameter: Ident,
}

/// How the compiler is asked whether the type of a field fits.
pub struct FitPlan {
    /// The field.
    pub field: Ident,
    /// When it is there.
    pub cfgs: Vec<Attribute>,
    /// The type that is asked about: the field's, or what stands in its `Option`.
    pub ty: syn::Type,
    /// Whether the field is an `Option` of that type.
    pub is_optional: bool,
    /// The name of the trait that asks.
    pub holder: Ident,
    /// What is asked of it.
    pub bound: HeldBound,
    /// What is said when it does not fit.
    pub says: Says,
}

/// What is asked of the type of a field.
#[derive(Debug)]
pub enum HeldBound {
    /// That it holds every value of this kind.
    Kind(KindPlan),
    /// That it can be read at all.
    Decode,
    /// That it holds fields of the same object.
    Fields,
    /// That it is a map.
    Map,
    /// That it has a default.
    Default,
}

/// What is said about a type that does not fit.
#[derive(Debug, Clone, Default)]
pub struct Says {
    /// What is wrong; `{Self}` stands for the type.
    pub message: String,
    /// What to write instead.
    pub label: String,
    /// Where that is from.
    pub notes: Vec<String>,
}

/// How the default of a struct is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DefaultPlan {
    /// The struct derives it.
    Derived,
    /// From the defaults of the fields.
    Fields,
    /// Not at all: there were mistakes, so that no program will ask.
    Never,
}

/// How a struct says who it is.
pub struct HeldIdPlan {
    /// The key under which `linked` holds it, where it does.
    pub linked_as: Option<String>,
    /// The field that holds the id.
    pub field: Ident,
    /// When it is there.
    pub cfgs: Vec<Attribute>,
    /// Whether it may be missing.
    pub is_optional: bool,
    /// How it is held.
    pub spelling: IdSpelling,
}

/// Plans what makes a struct hold fields of an object, whose name the user wrote at these tokens;
/// `None` stands for one that is not known.
pub fn plan_projection(
    described: &Described<'_>,
    of: Option<ObjectId>,
    at: &Ident,
    user: &UserStruct,
    mistakes: &mut Mistakes,
) -> ProjectionPlan {
    let names = NameTable::new(described.api);
    let mut own = Mistakes::default();
    if let Some(ObjectId::Type(id)) = of
        && described.api[id].is_written
        && !described.api[id].is_read
    {
        own.push(&NEVER_READ, at, messages::never_read_type(described, &described.api[id]));
    }
    let mut planner = Planner {
        described,
        names: &names,
        object: of.map(|of| Object::of(described.api, of)),
        traits: user.trait_names(),
        plan: empty(of.map(|of| generated(described, &names, of, at)), user),
        slots: Slots::default(),
        mistakes: &mut own,
    };
    planner.fields(user);
    let Planner { mut plan, slots, .. } = planner;
    plan.names = slots.names();
    plan.slots = slots.into_plans();
    let is_broken = user.fields.iter().any(|field| matches!(field.role, Role::Broken));
    plan.default = match (user.derives_default, of) {
        (true, _) => DefaultPlan::Derived,
        (false, Some(_)) if own.is_empty() && !is_broken => DefaultPlan::Fields,
        (false, _) => DefaultPlan::Never,
    };
    mistakes.extend(own);
    plan
}

/// A plan without fields.
fn empty(of: Option<RustType>, user: &UserStruct) -> ProjectionPlan {
    ProjectionPlan {
        of,
        checks: Vec::new(),
        slots: Vec::new(),
        names: Vec::new(),
        default: DefaultPlan::Fields,
        identity: None,
        parameter: user.trait_names().parameter(),
    }
}

/// The generated type of an object. A client that lacks the features for it is reported where the
/// user names it.
fn generated(
    described: &Described<'_>,
    names: &NameTable<'_>,
    of: ObjectId,
    at: &Ident,
) -> RustType {
    let kinds = described.kinds(names);
    match of {
        ObjectId::Resource(id) => kinds.item(&here(&names[id].module, at), &names[id].model),
        ObjectId::Type(id) => kinds.item(&here(&names[id].module, at), &names[id].name),
    }
}

/// The fields of an object that responses hold.
fn read(fields: &[Field]) -> impl Iterator<Item = &Field> + Clone {
    fields.iter().filter(|field| field.access.is_read())
}
