//! Whom a change concerns.

use std::collections::BTreeSet;

use deskpro_spec::api::{Api, ResourceId};

use super::words::{operation_name, type_name, writing};
use crate::diff::change::Affected;
use crate::diff::part::Part;
use crate::diff::uses::Uses;
use crate::plan::feature;

/// Whom a change concerns, by name.
#[derive(Default)]
pub(super) struct Concerns {
    operations: BTreeSet<String>,
    types: BTreeSet<String>,
    features: BTreeSet<String>,
}

impl Concerns {
    /// Adds whom these parts of a model concern.
    pub(super) fn add(&mut self, api: &Api, uses: &Uses, parts: &[Part]) {
        for part in parts {
            self.part(api, uses, part);
        }
    }

    fn part(&mut self, api: &Api, uses: &Uses, part: &Part) {
        match part {
            Part::Resource(id) => {
                self.resource(api, *id);
                (0..api[*id].operations.len()).for_each(|at| self.operation(api, (*id, at)));
            }
            Part::Operation(id, at) | Part::Input(id, at, _) | Part::Refused(id, at) => {
                self.operation(api, (*id, *at));
            }
            Part::Field(id, name) => {
                self.resource(api, *id);
                uses.reading(*id).for_each(|it| self.operation(api, it));
                writing(api, *id, name).for_each(|at| self.operation(api, (*id, at)));
            }
            Part::Type(id) | Part::Member(id, _) => {
                self.types.insert(type_name(api, *id));
                uses.using(*id).for_each(|it| self.operation(api, it));
            }
            Part::Feature(name) => _ = self.features.insert(name.clone()),
            Part::Whole
            | Part::Batch
            | Part::ErrorSet(_)
            | Part::Refusal(_)
            | Part::ValidationCodes => {}
        }
    }

    fn resource(&mut self, api: &Api, id: ResourceId) {
        self.types.insert(api[id].name.clone());
        self.features.extend(api[id].family.map(|family| feature(&api[family])));
    }

    fn operation(&mut self, api: &Api, (id, at): (ResourceId, usize)) {
        self.operations.insert(operation_name(api, (id, at)));
        self.features.extend(api[id].family.map(|family| feature(&api[family])));
    }

    /// Everyone, by name.
    pub(super) fn into_affected(self) -> Affected {
        Affected {
            operations: self.operations.into_iter().collect(),
            types: self.types.into_iter().collect(),
            features: self.features.into_iter().collect(),
        }
    }
}
