//! What becomes a cargo feature: families, and operations that were never seen at work.
//!
//! A feature only adds. What a resource holds is there with every family that speaks of it, so that
//! a field has the same type whatever is on; what can be done with it only with its own family.

mod files;
mod reach;

use std::collections::{BTreeMap, BTreeSet};

use deskpro_spec::api::{Api, Family, FamilyId, Operation, Payload, ResourceId, TypeId};

use reach::{of_types, spoken_of};

use super::Options;

pub use files::FilePlan;

/// The feature of operations that were never seen at work.
const UNVERIFIED: &str = "unverified";

/// Items of a module that are there under the same condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// What a resource holds: its object, its id, its types.
    Shape,
    /// What can be done with it.
    Requests,
    /// What can probably be done with it.
    Unverified,
    /// What another family adds: to the module of the client its resources, to that of a resource
    /// the operations that answer with a resource of it.
    Family(FamilyId),
    /// A type that resources share, in a file of its own.
    Type(TypeId),
}

/// Which features must be on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Condition {
    /// One of these; none for all the same.
    pub any_of: Vec<String>,
}

/// What depends on which features.
#[derive(Debug)]
pub(super) struct Features {
    /// The families that speak of each resource, where families are features.
    speakers: BTreeMap<ResourceId, BTreeSet<FamilyId>>,
    /// The families that speak of each type.
    type_speakers: BTreeMap<TypeId, BTreeSet<FamilyId>>,
    /// The resources that types of all families speak of.
    shared: BTreeSet<ResourceId>,
    is_on: bool,
}

impl Features {
    /// What depends on features in a client with these options.
    pub(super) fn new(api: &Api, options: &Options) -> Self {
        let mut features = Self {
            speakers: BTreeMap::new(),
            type_speakers: BTreeMap::new(),
            shared: BTreeSet::new(),
            is_on: options.features,
        };
        for family in api.family_ids().filter(|_| options.features) {
            let spoken_of = spoken_of(api, family);
            for resource in spoken_of.resources {
                features.speakers.entry(resource).or_default().insert(family);
            }
            for ty in spoken_of.types {
                features.type_speakers.entry(ty).or_default().insert(family);
            }
        }
        if options.features {
            let always = |&id: &TypeId| features.of_type(api, id).is_always();
            features.shared = of_types(api, shared_types(api).filter(always));
        }
        features
    }

    /// When a family is there.
    pub(super) fn of_family(&self, api: &Api, family: Option<FamilyId>) -> Condition {
        let any_of = family.filter(|_| self.is_on).map(|id| feature(&api[id]));
        Condition { any_of: any_of.into_iter().collect() }
    }

    /// When the shape of a resource is there.
    pub(super) fn of_shape(&self, api: &Api, resource: ResourceId) -> Condition {
        let is_shared = self.shared.contains(&resource);
        any_of(api, self.speakers.get(&resource).filter(|_| !is_shared))
    }

    /// When a type is there that no resource owns.
    pub(super) fn of_type(&self, api: &Api, ty: TypeId) -> Condition {
        any_of(api, self.type_speakers.get(&ty))
    }

    /// The section that an operation of a resource belongs to.
    pub(super) fn section(&self, api: &Api, owner: ResourceId, operation: &Operation) -> Section {
        match foreign(api, api[owner].family, operation) {
            _ if !self.is_on => Section::Requests,
            _ if operation.unverified => Section::Unverified,
            Some(family) => Section::Family(family),
            None => Section::Requests,
        }
    }

    /// The section of a resource's module that a type of it belongs to: what only its own requests
    /// speak of stands with these.
    pub(super) fn section_of_type(&self, api: &Api, owner: ResourceId, ty: TypeId) -> Section {
        let mut speakers = self.type_speakers.get(&ty).into_iter().flatten();
        let is_own = speakers.all(|&family| api[owner].family == Some(family));
        if self.is_on && is_own { Section::Requests } else { Section::Shape }
    }
}

impl Condition {
    /// Whether nothing has to be on.
    pub fn is_always(&self) -> bool {
        self.any_of.is_empty()
    }
}

/// The other family that an operation answers with a resource of. One of unknown shape costs
/// nothing, so it needs no other family.
fn foreign(api: &Api, own: Option<FamilyId>, operation: &Operation) -> Option<FamilyId> {
    let Payload::Resource(returned) = operation.returns else { return None };
    let returned = &api[returned];
    returned.family.filter(|_| returned.family != own && !returned.is_untyped)
}

/// When something is there that these families speak of.
fn any_of(api: &Api, families: Option<&BTreeSet<FamilyId>>) -> Condition {
    let families = families.into_iter().flatten();
    Condition { any_of: families.map(|&id| feature(&api[id])).collect() }
}

/// The name of a family's feature, spelled as features are.
pub(crate) fn feature(family: &Family) -> String {
    family.name.replace('_', "-")
}

/// The types that no resource owns.
pub(super) fn shared_types(api: &Api) -> impl Iterator<Item = TypeId> {
    api.type_ids().filter(|&id| api[id].owner.is_none())
}
