//! The two ways of a field: whether answers hold it, and which requests send it.

use std::collections::BTreeSet;

use deskpro_spec::api::{Field, ResourceId, Type, TypeId};

use super::words::writing;
use super::{Comparison, Found};
use crate::diff::part::Part;

/// What holds fields, in both models.
#[derive(Clone, Copy)]
pub(super) enum Holder {
    Resource(ResourceId, ResourceId),
    Type(TypeId, TypeId),
}

/// What becomes of a field on its two ways.
pub(super) struct Ways {
    pub(super) is_read: bool,
    /// By what it is sent: operations of the resource that both models have, or requests at all.
    pub(super) senders: BTreeSet<String>,
}

impl Comparison<'_> {
    /// The ways of a field of the old model.
    pub(super) fn ways_then(&self, holder: Holder, field: &Field) -> Ways {
        match holder {
            Holder::Resource(id, _) => {
                let at = writing(self.pairs.old, id, &field.name).map(|at| (id, at));
                self.ways_of_field(field, at.filter(|&it| self.pairs.is_kept(it)))
            }
            Holder::Type(was, is) => self.ways_of_member(field, was, is),
        }
    }

    /// The ways of a field of the new model.
    pub(super) fn ways_now(&self, holder: Holder, field: &Field) -> Ways {
        match holder {
            Holder::Resource(_, id) => {
                let at = writing(self.pairs.new, id, &field.name).map(|at| (id, at));
                self.ways_of_field(field, at.filter_map(|it| self.pairs.before(it)))
            }
            Holder::Type(was, is) => self.ways_of_member(field, was, is),
        }
    }

    /// Of a field that these operations of the old model send.
    fn ways_of_field(
        &self,
        field: &Field,
        operations: impl Iterator<Item = (ResourceId, usize)>,
    ) -> Ways {
        let old = self.pairs.old;
        let senders = operations.map(|(id, at)| old[id].operations[at].name.clone()).collect();
        Ways { is_read: field.access.is_read(), senders }
    }

    /// Of a member of a type that both models have. Where only one of them reads or sends the type, that is
    /// told where the type is used.
    fn ways_of_member(&self, field: &Field, was: TypeId, is: TypeId) -> Ways {
        let (was, is) = (&self.pairs.old[was], &self.pairs.new[is]);
        let is_sent = was.is_written && is.is_written && field.access.is_created();
        Ways {
            is_read: was.is_read && is.is_read && field.access.is_read(),
            senders: is_sent.then(|| "in every request".to_owned()).into_iter().collect(),
        }
    }

    /// What a field is about when it is no longer read or sent, or is now: itself, and its type where that
    /// goes the same way.
    pub(super) fn with_type(
        &self,
        found: Found,
        (was, is): (Option<&Field>, Option<&Field>),
    ) -> Found {
        let mut found = found;
        for &(old, new, _) in &self.pairs.types.both {
            let (then, now) = (&self.pairs.old[old], &self.pairs.new[new]);
            let turns = (then.is_read, then.is_written) != (now.is_read, now.is_written);
            let is_of = |field: Option<&Field>, id: TypeId| {
                let types =
                    field.map(|field| [field.ty.innermost(), field.write_type().innermost()]);
                types.is_some_and(|types| types.contains(&&Type::Named(id)))
            };
            if turns && (is_of(was, old) || is_of(is, new)) {
                found = found.was(Part::Type(old), None).is(Part::Type(new), None);
            }
        }
        found
    }
}

impl Holder {
    pub(super) fn was(self, field: &Field) -> Part {
        match self {
            Self::Resource(id, _) => Part::Field(id, field.name.clone()),
            Self::Type(id, _) => Part::Member(id, field.name.clone()),
        }
    }

    pub(super) fn is(self, field: &Field) -> Part {
        match self {
            Self::Resource(_, id) => Part::Field(id, field.name.clone()),
            Self::Type(_, id) => Part::Member(id, field.name.clone()),
        }
    }
}
