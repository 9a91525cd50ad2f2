//! Where the members of an object go, as a tree: several paths with the same beginning share a slot.

use proc_macro2::Ident;
use syn::Attribute;

use crate::mistake::Mistakes;
use crate::mistake::fields::{DUPLICATE_FIELD, WHOLE_AND_PART};
use crate::plan::docs::code;
use crate::plan::user_struct::{UserField, WireName};

/// The slot of a member.
#[derive(Debug)]
pub enum SlotPlan {
    /// The field with the check of this index.
    Field(String, usize),
    /// Slots of the object that it is.
    Within(String, Vec<SlotPlan>),
}

/// The slots of an object, in the order of the fields.
#[derive(Default)]
pub(super) struct Slots(Vec<Slot>);

struct Slot {
    wire: String,
    /// The first field that takes it, or a part of it.
    by: Ident,
    cfgs: Vec<Attribute>,
    content: Content,
}

enum Content {
    Whole(usize),
    Parts(Slots),
}

/// A slot that is taken already.
pub(super) enum Taken {
    /// By this field, in the same way.
    Same(Ident),
    /// By this field as a whole, up to this step of the path.
    Whole(Ident, usize),
    /// In parts, of which this field takes one.
    Part(Ident),
}

impl Slots {
    /// Adds a field.
    pub(super) fn insert(
        &mut self,
        path: &[String],
        index: usize,
        by: &Ident,
        cfgs: &[Attribute],
    ) -> Result<(), Taken> {
        self.insert_at(path, 0, index, by, cfgs)
    }

    fn insert_at(
        &mut self,
        path: &[String],
        depth: usize,
        index: usize,
        by: &Ident,
        cfgs: &[Attribute],
    ) -> Result<(), Taken> {
        let Some(wire) = path.get(depth) else { return Ok(()) };
        let is_last = depth + 1 == path.len();
        for slot in self.0.iter_mut().filter(|slot| slot.wire == *wire) {
            match &mut slot.content {
                Content::Parts(parts) if !is_last => {
                    return parts.insert_at(path, depth + 1, index, by, cfgs);
                }
                Content::Whole(_) if may_exclude(cfgs, &slot.cfgs) => {}
                Content::Parts(_) => return Err(Taken::Part(slot.by.clone())),
                Content::Whole(_) if is_last => return Err(Taken::Same(slot.by.clone())),
                Content::Whole(_) => return Err(Taken::Whole(slot.by.clone(), depth + 1)),
            }
        }
        let content = if is_last {
            Content::Whole(index)
        } else {
            let mut parts = Self::default();
            parts.insert_at(path, depth + 1, index, by, cfgs)?;
            Content::Parts(parts)
        };
        self.0.push(Slot { wire: wire.clone(), by: by.clone(), cfgs: cfgs.to_vec(), content });
        Ok(())
    }

    /// The names of the members, with the conditions under which they are taken.
    pub(super) fn names(&self) -> Vec<(Vec<Attribute>, String)> {
        let cfgs = |slot: &Slot| match slot.content {
            Content::Whole(_) => slot.cfgs.clone(),
            Content::Parts(_) => Vec::new(),
        };
        self.0.iter().map(|slot| (cfgs(slot), slot.wire.clone())).collect()
    }

    pub(super) fn into_plans(self) -> Vec<SlotPlan> {
        let plan = |slot: Slot| match slot.content {
            Content::Whole(index) => SlotPlan::Field(slot.wire, index),
            Content::Parts(parts) => SlotPlan::Within(slot.wire, parts.into_plans()),
        };
        self.0.into_iter().map(plan).collect()
    }
}

impl Taken {
    /// Reports the field that comes second.
    pub(super) fn report(
        &self,
        path: &[String],
        field: &UserField,
        wire: &WireName,
        mistakes: &mut Mistakes,
    ) {
        let own = &field.name;
        let whole = code(&path.join("."));
        match self {
            Self::Same(by) => {
                let message = format!(
                    "`{by}` and `{own}` both stand for {whole}\n\
                     help: leave one of them out, or `#[deskpro(skip)]` the one that is your own",
                );
                mistakes.push(&DUPLICATE_FIELD, &wire.at, message);
            }
            Self::Whole(by, steps) => {
                let taken = path.get(..*steps).unwrap_or(path);
                let taken = code(&taken.join("."));
                let message = format!(
                    "`{by}` takes the whole of {taken}, `{own}` a part of it: {whole}\n\
                     help: read the part from `{by}`, or take only parts of {taken}",
                );
                mistakes.push(&WHOLE_AND_PART, &wire.at, message);
            }
            Self::Part(by) => {
                let message = format!(
                    "`{by}` takes a part of {whole}, `{own}` the whole of it\n\
                     help: read the part from `{own}`, or take only parts of {whole}",
                );
                mistakes.push(&WHOLE_AND_PART, &wire.at, message);
            }
        }
    }
}

/// Whether both fields are there only under conditions, which may exclude each other.
fn may_exclude(a: &[Attribute], b: &[Attribute]) -> bool {
    !a.is_empty() && !b.is_empty()
}
