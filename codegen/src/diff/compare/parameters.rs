//! Parameters of queries. One that many operations share changes once.

use std::collections::BTreeMap;

use deskpro_spec::Place;
use deskpro_spec::api::{Parameter, ResourceId};

use super::words::{Words, became, deprecation, operation_name};
use super::{Comparison, Found};
use crate::diff::change::WireClass::{self, Additive, Breaking, Unseen};
use crate::diff::pairs::{Pairs, likeness, matched};
use crate::diff::part::Part;
use crate::diff::rule::fields::RUST_NAME_CHANGED;
use crate::diff::rule::{Rule, operations as rule};
use crate::diff::variance::{Variance, is_same, variance};
use crate::expression::expression;

/// An operation: its resource, and its place there.
type At = (ResourceId, usize);

/// A parameter of both models, or of one.
#[derive(Clone, Copy)]
struct Sides<'a> {
    was: Option<&'a Parameter>,
    is: Option<&'a Parameter>,
    is_renamed: bool,
}

/// Operations that share a parameter.
struct Shared<'a> {
    sides: Sides<'a>,
    operations: Vec<(At, At)>,
}

impl Comparison<'_> {
    pub(super) fn parameters(&mut self) {
        let pairs = self.pairs;
        let mut all: BTreeMap<[Option<Place>; 2], Shared<'_>> = BTreeMap::new();
        for &(was, is, _) in &pairs.operations.both {
            for sides in sides(pairs, was, is) {
                let key = [sides.was.map(|it| it.place), sides.is.map(|it| it.place)];
                let shared = all.entry(key).or_insert(Shared { sides, operations: Vec::new() });
                shared.operations.push((was, is));
            }
        }
        all.into_values().for_each(|shared| self.shared(&shared));
    }

    fn shared(&mut self, shared: &Shared<'_>) {
        match (shared.sides.was, shared.sides.is) {
            (Some(was), Some(is)) => self.parameter(shared, was, is),
            (Some(was), None) => {
                let subject = self.subject(shared, &was.name);
                let message = format!("the parameter `{subject}` is gone");
                let found = Found::new(&rule::PARAMETER_REMOVED, Breaking, subject, message);
                self.push_shared(shared, found.announced(was.deprecated.as_ref()));
            }
            (None, Some(is)) => {
                let subject = self.subject(shared, &is.name);
                let (rule, wire, what) = match is.required {
                    true => (&rule::PARAMETER_REQUIRED, Breaking, "is new, and must be sent"),
                    false => (&rule::PARAMETER_ADDED, Additive, "may be sent"),
                };
                let message = format!("the parameter `{subject}` {what}");
                self.push_shared(shared, Found::new(rule, wire, subject, message));
            }
            (None, None) => {}
        }
    }

    fn parameter(&mut self, shared: &Shared<'_>, was: &Parameter, is: &Parameter) {
        let pairs = self.pairs;
        let subject = self.subject(shared, &was.name);
        let mut push = |rule: &'static Rule, wire: WireClass, what: String, is_guess: bool| {
            let message = format!("the parameter `{subject}` {what}");
            let found = Found::new(rule, wire, subject.as_str(), message).guess(is_guess);
            self.push_shared(shared, found);
        };
        if shared.sides.is_renamed {
            let what = format!("seems to be called `{}` now", is.name);
            push(&rule::PARAMETER_RENAMED, Breaking, what, true);
        }
        match (was.required, is.required) {
            (false, true) => {
                push(&rule::PARAMETER_REQUIRED, Breaking, "must be sent".to_owned(), false);
            }
            (true, false) => {
                push(&rule::PARAMETER_OPTIONAL, Additive, "may be left out".to_owned(), false);
            }
            _ => {}
        }
        let types = (expression(pairs.old, &was.ty, false), expression(pairs.new, &is.ty, false));
        let by_type =
            (variance(pairs, (&was.ty, false), (&is.ty, false)), became(&types.0, &types.1));
        let by_bounds = (bounds(was, is), became(&range(was), &range(is)));
        for (variance, became) in [by_type, by_bounds] {
            match variance {
                Variance::Same => {}
                Variance::Wider => {
                    let what = format!("takes more: {became}");
                    push(&rule::PARAMETER_WIDENED, Additive, what, false);
                }
                Variance::Narrower | Variance::Other => {
                    let what = format!("takes less: {became}");
                    push(&rule::PARAMETER_NARROWED, Breaking, what, false);
                }
            }
        }
        self.unseen(shared, was, is);
    }

    /// What the wire does not see.
    fn unseen(&mut self, shared: &Shared<'_>, was: &Parameter, is: &Parameter) {
        let subject = self.subject(shared, &was.name);
        if was.rust_name != is.rust_name {
            let word = |name: &Option<String>| {
                name.clone().unwrap_or_else(|| "the name on the wire".to_owned())
            };
            let became = became(&word(&was.rust_name), &word(&is.rust_name));
            let message = format!("the parameter `{subject}` has another name in Rust: {became}");
            let found = Found::new(&RUST_NAME_CHANGED, Unseen, subject.as_str(), message);
            self.push_shared(shared, found);
        }
        let deprecations = (was.deprecated.as_ref(), is.deprecated.as_ref());
        if let Some(found) = deprecation(&subject, deprecations) {
            self.push_shared(shared, found);
        }
        let (old, new) = (self.pairs.old, self.pairs.new);
        let words = Words::new(&was.docs).sources(old, &was.sources).examples(&was.example);
        let now = Words::new(&is.docs).sources(new, &is.sources).examples(&is.example);
        if let Some(found) = words.found(&subject, &now) {
            self.push_shared(shared, found);
        }
    }

    /// What many operations share is called by itself.
    fn subject(&self, shared: &Shared<'_>, name: &str) -> String {
        match shared.operations.as_slice() {
            [(was, _)] => format!("{}.{name}", operation_name(self.pairs.old, *was)),
            _ => format!("parameters.{name}"),
        }
    }

    fn push_shared(&mut self, shared: &Shared<'_>, mut found: Found) {
        for &(was, is) in &shared.operations {
            let part = |at: At, of: &Parameter| Part::Input(at.0, at.1, of.name.clone());
            if let Some(of) = shared.sides.was {
                found = found.was(part(was, of), of.place);
            }
            if let Some(of) = shared.sides.is {
                found = found.is(part(is, of), of.place);
            }
        }
        self.push(found);
    }
}

/// The parameters of an operation, each on both sides.
fn sides<'a>(pairs: &'a Pairs<'a>, was: At, is: At) -> Vec<Sides<'a>> {
    let parameters = matched(
        &pairs.old[was.0].operations[was.1].query,
        &pairs.new[is.0].operations[is.1].query,
        |it| it.name.as_str(),
        |it| it.name.as_str(),
        |was, is| {
            let is_alike = is_same(pairs, &was.ty, &is.ty) && was.required == is.required;
            likeness(is_alike, (&was.name, &was.docs), (&is.name, &is.docs))
        },
    );
    let both = parameters.both.into_iter();
    let both = both.map(|(was, is, is_renamed)| Sides { was: Some(was), is: Some(is), is_renamed });
    let alone = |was, is| Sides { was, is, is_renamed: false };
    let removed = parameters.removed.into_iter().map(|was| alone(Some(was), None));
    let added = parameters.added.into_iter().map(|is| alone(None, Some(is)));
    both.chain(removed).chain(added).collect()
}

/// How the bounds of a number compare with what they were.
fn bounds(was: &Parameter, is: &Parameter) -> Variance {
    let least = |it: &Parameter| it.minimum.unwrap_or(i64::MIN);
    let most = |it: &Parameter| it.maximum.unwrap_or(i64::MAX);
    let wider = least(is) <= least(was) && most(is) >= most(was);
    let narrower = least(is) >= least(was) && most(is) <= most(was);
    match (wider, narrower) {
        (true, true) => Variance::Same,
        (true, false) => Variance::Wider,
        (false, true) => Variance::Narrower,
        (false, false) => Variance::Other,
    }
}

fn range(parameter: &Parameter) -> String {
    match (parameter.minimum, parameter.maximum) {
        (Some(least), Some(most)) => format!("{least} to {most}"),
        (Some(least), None) => format!("at least {least}"),
        (None, Some(most)) => format!("at most {most}"),
        (None, None) => "without bounds".to_owned(),
    }
}
