//! What becomes a cargo feature: families, and operations that were never seen at work.
//!
//! A feature only adds. The type of a resource's ids is there with every family that speaks of them, so
//! that a field has the same type whatever is on; what the resource holds with every family that may get
//! it in an answer; what can be done with it only with its own.

mod files;
mod reach;

use std::collections::{BTreeMap, BTreeSet};

use deskpro_spec::api::{Api, Family, FamilyId, Operation, Payload, ResourceId, TypeId};

use reach::{Reach, of_family, of_types};

use super::Options;
use super::shared::is_model;

pub use files::FilePlan;

/// The feature of operations that were never seen at work.
const UNVERIFIED: &str = "unverified";

/// Items of a module that are there under the same condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// The type of a resource's ids.
    Id,
    /// What a resource holds: its object and its types.
    Shape,
    /// What can be done with it.
    Requests,
    /// What can probably be done with it.
    Unverified,
    /// What another family adds: to the module of the client its resources, to that of a resource
    /// the operations that answer with a resource of it.
    Family(FamilyId),
    /// A type that is in a file of its own, since more resources speak of it.
    Type(TypeId),
}

/// Which features must be on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Condition {
    /// One of these; none for all the same.
    pub any_of: Vec<String>,
}

/// What depends on which features.
#[derive(Debug, Default)]
pub(super) struct Features {
    /// The families that speak of the ids of each resource, where families are features.
    ids: BTreeMap<ResourceId, BTreeSet<FamilyId>>,
    /// The families that may get the object of each resource.
    objects: BTreeMap<ResourceId, BTreeSet<FamilyId>>,
    /// The families that speak of each type.
    types: BTreeMap<TypeId, BTreeSet<FamilyId>>,
    is_on: bool,
}

impl Features {
    /// What depends on features in a client with these options.
    pub(super) fn new(api: &Api, options: &Options) -> Self {
        let mut features = Self { is_on: options.features, ..Self::default() };
        for family in api.family_ids().filter(|_| options.features) {
            features.add(family, of_family(api, family));
        }
        if options.features {
            let always = |&id: &TypeId| features.of_type(api, id).is_always();
            let always = of_types(api, shared_types(api).filter(always));
            features.ids.retain(|id, _| !always.ids.contains(id));
            features.objects.retain(|id, _| !always.objects.contains(id));
            features.types.retain(|id, _| !always.types.contains(id));
        }
        features
    }

    fn add(&mut self, family: FamilyId, spoken_of: Reach<'_>) {
        for id in spoken_of.ids {
            self.ids.entry(id).or_default().insert(family);
        }
        for id in spoken_of.objects {
            self.objects.entry(id).or_default().insert(family);
        }
        for id in spoken_of.types {
            self.types.entry(id).or_default().insert(family);
        }
    }

    /// When a family is there.
    pub(super) fn of_family(&self, api: &Api, family: Option<FamilyId>) -> Condition {
        let any_of = family.filter(|_| self.is_on).map(|id| feature(&api[id]));
        Condition { any_of: any_of.into_iter().collect() }
    }

    /// When the type of a resource's ids is there.
    pub(super) fn of_id(&self, api: &Api, resource: ResourceId) -> Condition {
        any_of(api, self.ids.get(&resource))
    }

    /// When the shape of a resource is there.
    pub(super) fn of_shape(&self, api: &Api, resource: ResourceId) -> Condition {
        any_of(api, self.objects.get(&resource))
    }

    /// When a type is there that no resource owns.
    pub(super) fn of_type(&self, api: &Api, ty: TypeId) -> Condition {
        any_of(api, self.types.get(&ty))
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
    /// speak of stands with these, what others speak of without its object in a file of its own.
    pub(super) fn section_of_type(&self, api: &Api, owner: ResourceId, ty: TypeId) -> Section {
        let Some(speakers) = self.types.get(&ty) else { return Section::Shape };
        let is_own = speakers.iter().all(|&family| api[owner].family == Some(family));
        match self.objects.get(&owner) == Some(speakers) {
            true if !is_own || is_model(&api[ty]) => Section::Shape,
            _ if is_own => Section::Requests,
            _ => Section::Type(ty),
        }
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
