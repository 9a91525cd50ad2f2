//! Declared types.

use deskpro_spec::api::{Choice, EnumValue, TypeId, TypeKind};

use super::both::Both;
use super::ways::Holder;
use super::words::{Words, became, type_name};
use super::{Comparison, Found};
use crate::diff::change::WireClass::{self, Additive, Breaking, Tolerated, Unseen};
use crate::diff::pairs::{likeness, matched};
use crate::diff::part::Part;
use crate::diff::rule::types as rule;
use crate::diff::variance::{Variance, is_same, variance};
use crate::expression::expression;

/// Whether answers hold a type, and whether requests do.
#[derive(Clone, Copy)]
struct Ways {
    is_read: bool,
    is_sent: bool,
}

impl Comparison<'_> {
    pub(super) fn types(&mut self) {
        let pairs = self.pairs;
        for &(was, is, is_guess) in &pairs.types.both {
            self.type_on_both((was, is), is_guess);
        }
        // With a resource all its types come and go.
        let stays = |owner: Option<_>, gone: &[_]| owner.is_none_or(|owner| !gone.contains(&owner));
        for &was in &pairs.types.removed {
            if stays(pairs.old[was].owner, &pairs.resources.removed) {
                let name = type_name(pairs.old, was);
                let message = format!("the type `{name}` is gone");
                let found = Found::new(&rule::TYPE_REMOVED, Unseen, name, message);
                self.push(found.was(Part::Type(was), pairs.old[was].place));
            }
        }
        for &is in &pairs.types.added {
            if stays(pairs.new[is].owner, &pairs.resources.added) {
                let name = type_name(pairs.new, is);
                let message = format!("the type `{name}` is new");
                let found = Found::new(&rule::TYPE_ADDED, Unseen, name, message);
                self.push(found.is(Part::Type(is), pairs.new[is].place));
            }
        }
    }

    fn type_on_both(&mut self, (was_id, is_id): (TypeId, TypeId), is_guess: bool) {
        let (old, new) = (self.pairs.old, self.pairs.new);
        let (was, is) = (&old[was_id], &new[is_id]);
        let subject = type_name(old, was_id);
        let (then, now) = ((Part::Type(was_id), was.place), (Part::Type(is_id), is.place));
        let both = Both { subject: &subject, old: then, new: now };
        if is_guess {
            let what = format!("seems to be `{}` now", type_name(new, is_id));
            self.push(both.told(&rule::TYPE_RENAMED, Unseen, &what).guess(true));
        }
        let ways =
            Ways { is_read: was.is_read && is.is_read, is_sent: was.is_written && is.is_written };
        match (&was.kind, &is.kind) {
            (TypeKind::Enum(old), TypeKind::Enum(new)) => {
                self.values((was_id, is_id), &subject, ways, (old, new));
            }
            (TypeKind::Object(old), TypeKind::Object(new)) => {
                self.fields(Holder::Type(was_id, is_id), &subject, (old, new));
            }
            (TypeKind::OneOf(old), TypeKind::OneOf(new)) => {
                self.choices((was_id, is_id), &subject, ways, (old, new));
            }
            (then, now) => {
                let what = format!("is of another kind: {}", became(kind(then), kind(now)));
                self.push(both.told(&rule::KIND_CHANGED, Breaking, &what));
            }
        }
        let words = Words::new(&was.docs).sources(old, &was.sources);
        let now = Words::new(&is.docs).sources(new, &is.sources);
        self.words(&subject, (both.old, both.new), (&words, &now));
    }

    fn values(
        &mut self,
        (was_id, is_id): (TypeId, TypeId),
        name: &str,
        ways: Ways,
        (old, new): (&[EnumValue], &[EnumValue]),
    ) {
        let values = matched(
            old,
            new,
            |it| &*it.value,
            |it| &*it.value,
            |was, is| likeness(true, (&was.value, &was.docs), (&is.value, &is.docs)),
        );
        let was_is = |value: &EnumValue| (Part::Member(was_id, value.value.clone()), value.place);
        let is_is = |value: &EnumValue| (Part::Member(is_id, value.value.clone()), value.place);
        for (was, is, is_renamed) in values.both {
            let subject = format!("{name}.{}", was.value);
            let both = Both { subject: &subject, old: was_is(was), new: is_is(is) };
            if is_renamed {
                let what = format!("seems to be spelled `{}` now", is.value);
                self.push(both.told(&rule::VALUE_RENAMED, ways.removed(), &what).guess(true));
            }
            self.rust_name(&both, (was.rust_name.as_deref(), is.rust_name.as_deref()));
            let words = (&Words::new(&was.docs), &Words::new(&is.docs));
            self.words(&subject, (both.old, both.new), words);
        }
        for was in values.removed {
            let subject = format!("{name}.{}", was.value);
            let message = format!("the value `{subject}` is gone");
            let found = Found::new(&rule::VALUE_REMOVED, ways.removed(), subject, message);
            self.push(found.was(was_is(was).0, was.place));
        }
        for is in values.added {
            let subject = format!("{name}.{}", is.value);
            let message = format!("the value `{subject}` is new");
            let found = Found::new(&rule::VALUE_ADDED, ways.added(Tolerated), subject, message);
            self.push(found.is(is_is(is).0, is.place));
        }
    }

    fn choices(
        &mut self,
        (was_id, is_id): (TypeId, TypeId),
        name: &str,
        ways: Ways,
        (old, new): (&[Choice], &[Choice]),
    ) {
        let pairs = self.pairs;
        let choices = matched(
            old,
            new,
            |it| &*it.name,
            |it| &*it.name,
            |was, is| if is_same(pairs, &was.ty, &is.ty) { 1.0 } else { 0.0 },
        );
        for (was, is, is_renamed) in choices.both {
            let subject = format!("{name}.{}", was.name);
            let old = (Part::Member(was_id, was.name.clone()), was.place);
            let both = Both {
                subject: &subject,
                old,
                new: (Part::Member(is_id, is.name.clone()), is.place),
            };
            if is_renamed {
                let what = format!("seems to be called `{}` now", is.name);
                self.push(both.told(&rule::CHOICE_RENAMED, Unseen, &what).guess(true));
            }
            let variance = variance(pairs, (&was.ty, false), (&is.ty, false));
            if variance != Variance::Same {
                let types =
                    (expression(pairs.old, &was.ty, false), expression(pairs.new, &is.ty, false));
                let what = format!("is of another type: {}", became(&types.0, &types.1));
                self.push(both.told(&rule::CHOICE_RETYPED, ways.retyped(variance), &what));
            }
            let words = (&Words::new(&was.docs), &Words::new(&is.docs));
            self.words(&subject, (both.old, both.new), words);
        }
        for was in choices.removed {
            let subject = format!("{name}.{}", was.name);
            let message = format!("the choice `{subject}` is gone");
            let found = Found::new(&rule::CHOICE_REMOVED, ways.removed(), subject, message);
            self.push(found.was(Part::Member(was_id, was.name.clone()), was.place));
        }
        for is in choices.added {
            let subject = format!("{name}.{}", is.name);
            let message = format!("the choice `{subject}` is new");
            let found = Found::new(&rule::CHOICE_ADDED, ways.added(Breaking), subject, message);
            self.push(found.is(Part::Member(is_id, is.name.clone()), is.place));
        }
    }
}

impl Ways {
    /// Something that may come now: in answers it is met as this class says.
    fn added(self, met: WireClass) -> WireClass {
        match (self.is_read, self.is_sent) {
            (true, _) => met,
            (false, true) => Additive,
            (false, false) => Unseen,
        }
    }

    /// Something that is no longer taken, or no longer comes.
    fn removed(self) -> WireClass {
        match (self.is_sent, self.is_read) {
            (true, _) => Breaking,
            (false, true) => Tolerated,
            (false, false) => Unseen,
        }
    }

    fn retyped(self, variance: Variance) -> WireClass {
        let sent_is_fine = !self.is_sent || variance == Variance::Wider;
        let read_is_fine = !self.is_read || variance == Variance::Narrower;
        match (sent_is_fine && read_is_fine, self.is_read) {
            (false, _) => Breaking,
            (true, true) => Tolerated,
            (true, false) if self.is_sent => Additive,
            (true, false) => Unseen,
        }
    }
}

fn kind(kind: &TypeKind) -> &'static str {
    match kind {
        TypeKind::Enum(_) => "values",
        TypeKind::Object(_) => "fields",
        TypeKind::OneOf(_) => "one_of",
    }
}
