//! Chooses every Rust name, type and doc line of the output, so that emitting decides nothing.

mod accessor;
mod answer;
mod argument;
mod builder;
mod case;
mod chosen;
mod cleared;
mod client;
mod derive;
mod described;
mod docs;
mod enumeration;
mod error_set;
mod example;
mod features;
mod handled;
mod imports;
mod input;
mod kind;
mod linked;
mod model;
mod names;
mod object;
mod one_of;
mod operation;
mod own;
mod parameters;
mod projection;
mod request;
mod resource;
mod rust_type;
mod scope;
mod shared;
mod types;
mod user_struct;

pub use accessor::{AccessorPlan, InheritedPlan};
pub use argument::{ArgumentPlan, Conversion};
pub use builder::{BuilderPlan, SetterPlan};
pub use client::{AccessorGroup, BatchPlan, ClientPlan};
pub use derive::Derive;
pub use described::Described;
pub use docs::Docs;
pub use enumeration::{EnumPlan, EnumPolicy, VariantPlan};
pub use error_set::{ArmCode, ErrorArm, ErrorSetPlan, ErrorVariant};
pub use example::ExamplePlan;
pub(crate) use features::feature;
pub use features::{Condition, FilePlan, Section};
pub use handled::{RefusalPlan, refusals};
pub use imports::Imports;
pub use input::{Around, InputPlan, SentBound, SentPlan, plan_input, takes_input};
pub use kind::KindPlan;
pub use linked::{LinkedPlan, LookupPlan};
pub use model::{FieldPlan, IdentityPlan, ModelPlan, StandInPlan, UntypedPlan};
#[cfg(feature = "diff")]
pub(crate) use names::ItemPaths;
pub use names::{handle_name, is_reserved, item_names, object_name};
pub use object::{MemberPlan, ObjectPlan};
pub use one_of::{ChoicePlan, JsonKind, OneOfPlan};
pub use operation::{ErrorAlias, FactsPlan, FromPlan, OperationPlan, PathValue};
pub use own::{HeldPlan, Known, OwnModel, OwnStructPlan, known_types, plan_held};
pub use parameters::{ParametersPlan, SharedRequestPlan};
pub use projection::{
    DefaultPlan, FitPlan, HeldBound, HeldIdPlan, ObjectId, ProjectionPlan, Says, SlotPlan,
    plan_projection,
};
pub use request::{Finish, Form, Part, PartPlan, RequestPlan, RequestSetter};
pub use resource::{DeclaredType, HandlePlan, ResourcePlan};
pub use rust_type::RustType;
pub use shared::{ErrorsPlan, SharedType, TypeFile, TypesPlan};
pub use user_struct::{
    IdSpelling, Role, UserField, UserStruct, WireName, argument, argument_of, last_segment,
};

use std::collections::BTreeSet;

use deskpro_spec::api::{Api, TypeId};
use features::Features;
use names::NameTable;
use parameters::SharedRequests;
use proc_macro2::Ident;

/// What differs from one door to another.
#[derive(Debug, Clone, Hash)]
pub struct Options {
    /// The path of the runtime in the output: `deskpro_runtime`.
    pub runtime: String,
    /// The path of the generated modules as one of them sees the others: `super`.
    pub generated: String,
    /// The crate that examples in documentation use; `None` leaves examples out.
    pub example_crate: Option<String>,
    /// The folder of the description as it is named in the files: `spec/deskpro`.
    pub spec: String,
    /// The first file of the description within that folder: `api.yaml`.
    pub root: String,
    /// The command that makes the files again.
    pub command: String,
    /// The operations that are wanted, by name; `None` for all.
    pub operations: Option<Vec<String>>,
    /// Rust names of items of a resource's module, each with the one that is wanted instead.
    pub renames: Vec<(String, Ident)>,
    /// Whether families, and operations that were never seen at work, become cargo features.
    pub features: bool,
    /// What models and enums derive besides: `Hash`, `serde::Serialize`.
    pub derives: Vec<Derive>,
    /// What enums do with values that are not known.
    pub enums: EnumPolicy,
    /// Whether operations that take the same parameters have their request in common.
    pub shares_requests: bool,
    /// Whether the module of a resource also holds what resources share, since no other module
    /// of the same description is there.
    pub is_alone: bool,
    /// The struct of the user's that is the object of the resource; `None` makes one.
    pub own: Option<OwnModel>,
}

impl Options {
    /// Whether what is generated stands apart from the other generated modules.
    fn is_apart(&self) -> bool {
        self.generated != "super"
    }

    /// Whether an operation of this name is wanted.
    fn wants(&self, operation: &str) -> bool {
        self.operations.as_ref().is_none_or(|wanted| wanted.iter().any(|name| name == operation))
    }
}

impl Default for Options {
    fn default() -> Self {
        Self {
            runtime: "deskpro_runtime".to_owned(),
            generated: "super".to_owned(),
            example_crate: None,
            spec: "the description".to_owned(),
            root: "api.yaml".to_owned(),
            command: "deskpro-codegen generate".to_owned(),
            operations: None,
            renames: Vec::new(),
            features: false,
            derives: Vec::new(),
            enums: EnumPolicy::Open,
            shares_requests: true,
            is_alone: false,
            own: None,
        }
    }
}

/// Everything that is going to be emitted.
#[derive(Debug)]
pub struct Plan {
    /// What belongs to no resource.
    pub shared: SharedPlan,
    /// A module for every resource.
    pub resources: Vec<ResourcePlan>,
}

/// All that the modules are made of which belong to no resource.
#[derive(Debug, Hash)]
pub struct SharedPlan {
    /// Options that the output depends on.
    pub options: Options,
    /// `client.rs`
    pub client: ClientPlan,
    /// `errors.rs`
    pub errors: ErrorsPlan,
    /// `types.rs`, when the description declares shared types.
    pub types: Option<TypesPlan>,
    /// `linked.rs`, when answers hold embedded objects.
    pub linked: Option<LinkedPlan>,
    /// `parameters.rs`, when many operations take the same parameters.
    pub parameters: Option<ParametersPlan>,
    /// The module of each resource, which `mod.rs` declares, and when it is there.
    pub modules: Vec<(Ident, Condition)>,
}

/// An item that stands for a type of the description.
#[derive(Debug, Hash)]
pub enum TypePlan {
    /// A text of known values.
    Enum(EnumPlan),
    /// An object that responses hold.
    Model(ModelPlan),
    /// An object that only requests hold.
    Object(ObjectPlan),
    /// One of several types.
    OneOf(OneOfPlan),
}

impl TypePlan {
    /// The name of the item.
    pub fn name(&self) -> &Ident {
        match self {
            Self::Enum(plan) => &plan.name,
            Self::Model(plan) => &plan.name,
            Self::Object(plan) => &plan.name,
            Self::OneOf(plan) => &plan.name,
        }
    }

    /// What, besides itself, a field of it that can be cleared can be set to.
    pub fn set_from(&self) -> &[RustType] {
        match self {
            Self::Enum(plan) => &plan.set_from,
            Self::Model(_) => &[],
            Self::Object(plan) => &plan.set_from,
            Self::OneOf(plan) => &plan.set_from,
        }
    }

    /// Whether serde can both write and read it.
    pub fn has_serde(&self) -> bool {
        match self {
            Self::Enum(_) | Self::Model(_) => true,
            Self::Object(_) => false,
            Self::OneOf(plan) => plan.decode,
        }
    }
}

/// Plans the files of a client for `api`.
pub fn plan(api: &Api, options: &Options) -> Plan {
    let names = NameTable::new(api);
    let context = Context::new(api, &names, options);
    let mut types = shared::plan_types(&context);
    let mut resources: Vec<_> = api.resource_ids().map(|id| resource::plan(&context, id)).collect();
    resources.iter_mut().for_each(|resource| chosen::apply_to_model(resource, options));
    let shared = types.iter_mut().flat_map(|types| &mut types.types).map(|ty| &mut ty.plan);
    let owned = resources.iter_mut().flat_map(|resource| &mut resource.types);
    chosen::apply(shared.chain(owned.map(|ty| &mut ty.plan)), options);
    let modules = resources.iter().map(|it| (it.module.clone(), it.file.condition.clone()));
    let shared = SharedPlan {
        options: options.clone(),
        client: client::plan(&context, &api.resource_ids().collect::<Vec<_>>()),
        errors: shared::plan_errors(&context, api.error_set_ids()),
        types,
        linked: linked::plan(&context),
        parameters: context.requests.plan(&context),
        modules: modules.collect(),
    };
    Plan { shared, resources }
}

/// Plans the file of one resource alone; `None` when there is no resource of this name.
pub fn plan_resource(api: &Api, name: &str, options: &Options) -> Option<Plan> {
    let id = api.resource_ids().find(|&id| api[id].name == name)?;
    let names = NameTable::with_options(api, id, options);
    let context = Context::new(api, &names, options);
    let mut resource = resource::plan(&context, id);
    chosen::apply_to_model(&mut resource, options);
    chosen::apply(resource.types.iter_mut().map(|ty| &mut ty.plan), options);
    let shared = SharedPlan {
        options: options.clone(),
        // Attributes ask for one resource after another: what they do not print is not planned.
        client: client::plan(&context, &[]),
        errors: shared::plan_errors(&context, std::iter::empty()),
        types: None,
        linked: None,
        parameters: None,
        modules: Vec::new(),
    };
    Some(Plan { shared, resources: vec![resource] })
}

/// What every part of the plan looks things up in.
struct Context<'a> {
    api: &'a Api,
    names: &'a NameTable<'a>,
    /// The types of fields that requests may clear.
    cleared: BTreeSet<TypeId>,
    features: Features,
    /// The requests that operations have in common.
    requests: SharedRequests<'a>,
    options: &'a Options,
}

impl<'a> Context<'a> {
    fn new(api: &'a Api, names: &'a NameTable<'a>, options: &'a Options) -> Self {
        Self {
            api,
            names,
            cleared: cleared::types(api),
            features: Features::new(api, options),
            requests: SharedRequests::of(api, options),
            options,
        }
    }
}
