//! Fields of resources and of objects, on their two ways: what answers hold, and what requests send.

use deskpro_spec::api::{Field, ResourceId, Type};

use super::both::Both;
use super::ways::{Holder, Ways};
use super::words::Words;
use super::{Comparison, Found};
use crate::diff::change::WireClass::{Additive, Breaking, Tolerated, Unseen};
use crate::diff::pairs::{likeness, matched};
use crate::diff::rule::{Rule, fields as rule};
use crate::diff::variance::{Variance, is_same, variance};
use crate::expression::expression;

/// Something that is sent.
#[derive(Clone, Copy)]
pub(super) struct Sent<'a> {
    pub(super) ty: &'a Type,
    pub(super) nullable: bool,
    pub(super) required: bool,
}

impl Comparison<'_> {
    pub(super) fn fields_of_resource(&mut self, (was, is): (ResourceId, ResourceId)) {
        let (old, new) = (&self.pairs.old[was].fields, &self.pairs.new[is].fields);
        let name = self.pairs.old[was].name.clone();
        self.fields(Holder::Resource(was, is), &name, (old, new));
    }

    pub(super) fn fields(&mut self, holder: Holder, name: &str, (old, new): (&[Field], &[Field])) {
        let pairs = self.pairs;
        let fields = matched(
            old,
            new,
            |it| it.name.as_str(),
            |it| it.name.as_str(),
            |was, is| {
                let is_alike = was.access == is.access && is_same(pairs, &was.ty, &is.ty);
                likeness(is_alike, (&was.name, &was.docs), (&is.name, &is.docs))
            },
        );
        for (was, is, is_renamed) in fields.both {
            let subject = format!("{name}.{}", was.name);
            let (old, new) = (holder.was(was), holder.is(is));
            let both = Both { subject: &subject, old: (old, was.place), new: (new, is.place) };
            if is_renamed {
                let what = format!("seems to be called `{}` now", is.name);
                let found = both.told(&rule::FIELD_RENAMED, Breaking, &what);
                self.push(found.guess(true).announced(was.deprecated.as_ref()));
            }
            self.field(holder, &both, (was, is));
        }
        for was in fields.removed {
            self.removed_field(holder, name, was);
        }
        for is in fields.added {
            self.added_field(holder, name, is);
        }
    }

    fn removed_field(&mut self, holder: Holder, name: &str, was: &Field) {
        let Ways { is_read, senders } = self.ways_then(holder, was);
        let (rule, wire, what) = match (is_read, senders.is_empty()) {
            (true, true) => (&rule::FIELD_REMOVED, Breaking, "is no longer in answers"),
            (true, false) => (&rule::FIELD_REMOVED, Breaking, "is gone from answers and requests"),
            (false, false) => (&rule::INPUT_REMOVED, Breaking, "may no longer be sent"),
            (false, true) => (&rule::FIELD_REMOVED, Unseen, "is gone, and was used nowhere"),
        };
        let subject = format!("{name}.{}", was.name);
        let found = Found::new(rule, wire, subject.as_str(), format!("`{subject}` {what}"));
        let found = found.was(holder.was(was), was.place).announced(was.deprecated.as_ref());
        self.push(self.with_type(found, (Some(was), None)));
    }

    fn added_field(&mut self, holder: Holder, name: &str, is: &Field) {
        let Ways { is_read, senders } = self.ways_now(holder, is);
        let is_sent = !senders.is_empty();
        let subject = format!("{name}.{}", is.name);
        let (rule, wire, what) = match (is_read, is_sent) {
            _ if is_sent && is.required => {
                (&rule::INPUT_REQUIRED, Breaking, "is new, and must be sent")
            }
            (true, false) => (&rule::FIELD_ADDED, Additive, "is new in answers"),
            (true, true) => (&rule::FIELD_ADDED, Additive, "is new in answers, and may be sent"),
            (false, true) => (&rule::INPUT_ADDED, Additive, "may be sent"),
            (false, false) => (&rule::FIELD_ADDED, Unseen, "is new, and used nowhere"),
        };
        let found = Found::new(rule, wire, subject.as_str(), format!("`{subject}` {what}"));
        self.push(self.with_type(found.is(holder.is(is), is.place), (None, Some(is))));
    }

    fn field(&mut self, holder: Holder, both: &Both<'_>, (was, is): (&Field, &Field)) {
        let (then, now) = (self.ways_then(holder, was), self.ways_now(holder, is));
        let turned = |rule: &'static Rule, wire, what: &str| {
            self.with_type(both.told(rule, wire, what), (Some(was), Some(is)))
        };
        let mut found = Vec::new();
        match (then.is_read, now.is_read) {
            (true, false) => {
                found.push(turned(&rule::FIELD_REMOVED, Breaking, "is no longer in answers"));
            }
            (false, true) => {
                found.push(turned(&rule::FIELD_ADDED, Additive, "is in answers too now"));
            }
            _ => {}
        }
        let gained: Vec<_> = now.senders.difference(&then.senders).cloned().collect();
        let lost: Vec<_> = then.senders.difference(&now.senders).cloned().collect();
        if !lost.is_empty() {
            let what = format!("may no longer be sent: {}", lost.join(", "));
            found.push(turned(&rule::INPUT_REMOVED, Breaking, &what));
        }
        if !gained.is_empty() {
            let (rule, wire) = match is.required && then.senders.is_empty() {
                true => (&rule::INPUT_REQUIRED, Breaking),
                false => (&rule::INPUT_ADDED, Additive),
            };
            found.push(turned(rule, wire, &format!("may be sent now: {}", gained.join(", "))));
        }
        found.into_iter().for_each(|found| self.push(found));
        if then.is_read && now.is_read {
            self.read(both, (was, is));
        }
        if then.senders.intersection(&now.senders).next().is_some() {
            self.sent(both, (sent(was), sent(is)));
        }
        self.aside(both, (was, is));
    }

    /// What answers hold.
    fn read(&mut self, both: &Both<'_>, (was, is): (&Field, &Field)) {
        let (old, new) = (self.pairs.old, self.pairs.new);
        let types = format!(
            "`{}` became `{}`",
            expression(old, &was.ty, false),
            expression(new, &is.ty, false)
        );
        match variance(self.pairs, (&was.ty, false), (&is.ty, false)) {
            Variance::Same => {}
            Variance::Narrower => {
                let what = format!("has a narrower type in answers: {types}");
                self.push(both.told(&rule::FIELD_NARROWED, Tolerated, &what));
            }
            Variance::Wider | Variance::Other => {
                let what = format!("has another type in answers: {types}");
                self.push(both.told(&rule::FIELD_RETYPED, Breaking, &what));
            }
        }
        let mut differs =
            |was: bool, is: bool, on: (&'static Rule, &str), off: (&'static Rule, &str)| {
                if was != is {
                    let (rule, what) = if is { on } else { off };
                    self.push(both.told(rule, Tolerated, what));
                }
            };
        differs(
            was.nullable,
            is.nullable,
            (&rule::FIELD_NULLABLE, "may be null in answers"),
            (&rule::FIELD_NEVER_NULL, "is never null in answers"),
        );
        differs(
            was.optional,
            is.optional,
            (&rule::FIELD_OPTIONAL, "may be missing in answers"),
            (&rule::FIELD_ALWAYS_THERE, "is always in answers"),
        );
    }

    /// What requests send.
    pub(super) fn sent(&mut self, both: &Both<'_>, (was, is): (Sent<'_>, Sent<'_>)) {
        let (old, new) = (self.pairs.old, self.pairs.new);
        let types = format!(
            "`{}` became `{}`",
            expression(old, was.ty, was.nullable),
            expression(new, is.ty, is.nullable)
        );
        match variance(self.pairs, (was.ty, was.nullable), (is.ty, is.nullable)) {
            Variance::Same => {}
            Variance::Wider => {
                let what = format!("takes more in requests: {types}");
                self.push(both.told(&rule::INPUT_WIDENED, Additive, &what));
            }
            Variance::Narrower | Variance::Other => {
                let what = format!("takes less in requests: {types}");
                self.push(both.told(&rule::INPUT_NARROWED, Breaking, &what));
            }
        }
        match (was.required, is.required) {
            (false, true) => self.push(both.told(&rule::INPUT_REQUIRED, Breaking, "must be sent")),
            (true, false) => {
                self.push(both.told(
                    &rule::INPUT_OPTIONAL,
                    Additive,
                    "may be left out in requests",
                ));
            }
            _ => {}
        }
    }

    /// What the wire does not see.
    fn aside(&mut self, both: &Both<'_>, (was, is): (&Field, &Field)) {
        if was.sensitive != is.sensitive {
            let what = if is.sensitive { "must not appear in logs" } else { "may appear in logs" };
            self.push(both.told(&rule::FIELD_SECRET, Unseen, what));
        }
        self.rust_name(both, (was.rust_name.as_deref(), is.rust_name.as_deref()));
        let sides = || (both.old.clone(), both.new.clone());
        self.deprecation(both.subject, sides(), (was.deprecated.as_ref(), is.deprecated.as_ref()));
        let words = Words::of_field(self.pairs.old, was);
        let now = Words::of_field(self.pairs.new, is);
        self.words(both.subject, sides(), (&words, &now));
    }

    /// A name in Rust that the description gives.
    pub(super) fn rust_name(&mut self, both: &Both<'_>, (was, is): (Option<&str>, Option<&str>)) {
        if was != is {
            let word = |name: Option<&str>| name.unwrap_or("the name on the wire").to_owned();
            let what = format!("has another name in Rust: `{}` became `{}`", word(was), word(is));
            self.push(both.told(&rule::RUST_NAME_CHANGED, Unseen, &what));
        }
    }
}

fn sent(field: &Field) -> Sent<'_> {
    let (ty, nullable) = (field.write_type(), field.write_nullable());
    Sent { ty, nullable, required: field.required }
}
