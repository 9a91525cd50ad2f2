//! What becomes a cargo feature: families, and operations that were never seen at work.
//!
//! A feature only adds. What a resource holds is there with every family that speaks of it, so that
//! a field has the same type whatever is on; what can be done with it only with its own family.

mod reach;

use std::collections::{BTreeMap, BTreeSet};

use deskpro_spec::api::{Api, Family, FamilyId, Operation, ResourceId, TypeId};
use proc_macro2::Ident;

use reach::{of_types, spoken_of};

use super::Options;
use super::case::ident;
use super::docs::Docs;
use super::imports::Imports;

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
    /// What a family adds to a module that all share.
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

/// A file of a resource's module.
#[derive(Debug)]
pub struct FilePlan {
    /// The name of the module: that of the resource, or what the file holds.
    pub name: Ident,
    /// When it is there, beside the condition of the file above.
    pub condition: Condition,
    /// What it holds.
    pub sections: Vec<Section>,
    /// What it says at its head.
    pub docs: Docs,
    /// The path of the generated modules as it sees them.
    pub generated: String,
    /// What it uses of the files above it: the way to each, and the names.
    pub above: Vec<(String, Vec<Ident>)>,
    /// The file below it.
    pub child: Option<Box<Self>>,
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

    /// The section that an operation belongs to.
    pub(super) fn section(&self, operation: &Operation) -> Section {
        if self.is_on && operation.unverified { Section::Unverified } else { Section::Requests }
    }

    /// The section of a resource's module that a type of it belongs to: what only its own requests
    /// speak of stands with these.
    pub(super) fn section_of_type(&self, api: &Api, owner: ResourceId, ty: TypeId) -> Section {
        let speakers = self.type_speakers.get(&ty).into_iter().flatten();
        let is_own = speakers.into_iter().all(|&family| api[owner].family == Some(family));
        if self.is_on && is_own { Section::Requests } else { Section::Shape }
    }

    /// The files of the module of a resource, the first with the others below it.
    pub(super) fn files(
        &self,
        api: &Api,
        id: ResourceId,
        module: &Ident,
        generated: &str,
    ) -> FilePlan {
        let resource = &api[id];
        let shape = self.of_shape(api, id);
        let own = self.of_family(api, resource.family);
        let has_unverified =
            resource.operations.iter().any(|it| self.section(it) == Section::Unverified);
        let mut sections = vec![Section::Shape, Section::Requests];
        let unverified = |generated: String| FilePlan {
            name: ident(UNVERIFIED),
            condition: Condition { any_of: vec![UNVERIFIED.to_owned()] },
            sections: vec![Section::Unverified],
            docs: Docs::line("Operations that were never seen at work."),
            generated,
            above: Vec::new(),
            child: None,
        };
        let below = |generated: &str| format!("super::{generated}");
        let child = if shape == own {
            has_unverified.then(|| unverified(below(generated)))
        } else {
            sections.pop();
            Some(FilePlan {
                name: ident("requests"),
                condition: own,
                sections: vec![Section::Requests],
                docs: Docs::line(format!(
                    "What can be done with {}.",
                    resource.name.replace('_', " ")
                )),
                generated: below(generated),
                above: Vec::new(),
                child: has_unverified.then(|| unverified(below(&below(generated)))).map(Box::new),
            })
        };
        FilePlan {
            name: module.clone(),
            condition: shape,
            sections,
            docs: Docs::new(&resource.docs),
            generated: generated.to_owned(),
            above: Vec::new(),
            child: child.map(Box::new),
        }
    }
}

impl Condition {
    /// Whether nothing has to be on.
    pub(super) fn is_always(&self) -> bool {
        self.any_of.is_empty()
    }
}

impl FilePlan {
    /// This file and those below it, the first one first.
    pub fn chain(&self) -> impl Iterator<Item = &Self> {
        std::iter::successors(Some(self), |file| file.child.as_deref())
    }

    /// Fills in what the files use of one another, by the names that each section declares.
    pub(super) fn connect(
        &mut self,
        imports: &Imports,
        declared: &BTreeMap<Section, BTreeSet<String>>,
    ) {
        let mut above: Vec<BTreeSet<String>> = Vec::new();
        let mut file = Some(self);
        while let Some(found) = file {
            let names = imports.own_names(&found.sections);
            let uses = above.iter().rev().enumerate().map(|(steps, declared)| {
                let names = declared.intersection(&names).map(|name| ident(name)).collect();
                ("super::".repeat(steps + 1), names)
            });
            found.above = uses.filter(|(_, names): &(_, Vec<_>)| !names.is_empty()).collect();
            let own = found.sections.iter().filter_map(|section| declared.get(section));
            above.push(own.flatten().cloned().collect());
            file = found.child.as_deref_mut();
        }
    }

    /// The path of the generated modules as the file of a section sees them.
    pub(super) fn generated(&self, section: Section) -> &str {
        let mut files = self.chain();
        files.find(|file| file.sections.contains(&section)).map_or("", |file| &file.generated)
    }
}

/// When something is there that these families speak of.
fn any_of(api: &Api, families: Option<&BTreeSet<FamilyId>>) -> Condition {
    let families = families.into_iter().flatten();
    Condition { any_of: families.map(|&id| feature(&api[id])).collect() }
}

/// The name of a family's feature, spelled as features are.
fn feature(family: &Family) -> String {
    family.name.replace('_', "-")
}

/// The types that no resource owns.
pub(super) fn shared_types(api: &Api) -> impl Iterator<Item = TypeId> {
    api.type_ids().filter(|&id| api[id].owner.is_none())
}
