//! Operations of a resource that both models have.

use std::collections::BTreeSet;

use deskpro_spec::api::{Operation, Payload, Repeat, ResourceId};

use super::both::Both;
use super::words::{Words, became, operation_name, payload};
use super::{Comparison, Found};
use crate::diff::change::WireClass::{self, Additive, Breaking, Tolerated, Unseen};
use crate::diff::pairs::{Pairs, bare};
use crate::diff::part::Part;
use crate::diff::rule::{Rule, operations as rule};
use crate::diff::variance::{Variance, variance};

/// A rule with what it means on the wire and what is said.
type Told = (&'static Rule, WireClass, &'static str);

impl Comparison<'_> {
    pub(super) fn operations(&mut self, resource: (ResourceId, ResourceId)) {
        let pairs = self.pairs;
        let operations = &pairs.operations;
        for &(was, is, is_renamed) in operations.both.iter().filter(|it| it.0.0 == resource.0) {
            self.operation(was, is, is_renamed);
        }
        for &was in operations.removed.iter().filter(|it| it.0 == resource.0) {
            let (name, operation) =
                (operation_name(pairs.old, was), &pairs.old[was.0].operations[was.1]);
            let message = format!("the operation `{name}` is gone");
            let found = Found::new(&rule::OPERATION_REMOVED, Breaking, name, message);
            let found = found.was(Part::Operation(was.0, was.1), operation.place);
            self.push(found.announced(operation.deprecated.as_ref()));
        }
        for &is in operations.added.iter().filter(|it| it.0 == resource.1) {
            let (name, operation) =
                (operation_name(pairs.new, is), &pairs.new[is.0].operations[is.1]);
            let message = format!("the operation `{name}` is new");
            let found = Found::new(&rule::OPERATION_ADDED, Additive, name, message);
            self.push(found.is(Part::Operation(is.0, is.1), operation.place));
        }
    }

    fn operation(
        &mut self,
        was_at: (ResourceId, usize),
        is_at: (ResourceId, usize),
        is_renamed: bool,
    ) {
        let pairs = self.pairs;
        let was = &pairs.old[was_at.0].operations[was_at.1];
        let is = &pairs.new[is_at.0].operations[is_at.1];
        let subject = operation_name(pairs.old, was_at);
        let both = Both {
            subject: &subject,
            old: (Part::Operation(was_at.0, was_at.1), was.place),
            new: (Part::Operation(is_at.0, is_at.1), is.place),
        };
        if is_renamed {
            let what = format!("seems to be `{}` now", operation_name(pairs.new, is_at));
            let found = both.told(&rule::OPERATION_RENAMED, Unseen, &what);
            self.push(found.guess(true));
        }
        self.method(&both, was, is);
        self.path(&both, (was_at, is_at));
        self.success(&both, was, is);
        self.switches(&both, was, is);
        let returns = (payload(pairs.old, was.returns), payload(pairs.new, is.returns));
        if !is_same_payload(pairs, was.returns, is.returns) {
            let what = format!("answers with something else: {} became {}", returns.0, returns.1);
            self.push(both.told(&rule::RETURNS_CHANGED, Breaking, &what));
        }
        self.body((was_at, is_at), &both);
        let sides = || (both.old.clone(), both.new.clone());
        self.deprecation(&subject, sides(), (was.deprecated.as_ref(), is.deprecated.as_ref()));
        let words =
            Words::new(&was.docs).sources(pairs.old, &was.sources).since(was.since.as_ref());
        let words = words.examples(was.examples.iter().flat_map(|it| &it.response.body));
        let now = Words::new(&is.docs).sources(pairs.new, &is.sources).since(is.since.as_ref());
        let now = now.examples(is.examples.iter().flat_map(|it| &it.response.body));
        self.words(&subject, sides(), (&words, &now));
    }

    fn method(&mut self, both: &Both<'_>, was: &Operation, is: &Operation) {
        let (then, now) = (&self.pairs.old[was.verb].name, &self.pairs.new[is.verb].name);
        if then != now {
            let what = format!("means something else: {}", became(then, now));
            self.push(both.told(&rule::VERB_OF_OPERATION_CHANGED, Unseen, &what));
        }
        if was.method == is.method {
            return;
        }
        let is_found = was.negotiable && was.method.other() == Some(is.method);
        let wire = if is_found { Tolerated } else { Breaking };
        let what =
            format!("has another method: {}", became(was.method.as_str(), is.method.as_str()));
        self.push(both.told(&rule::METHOD_CHANGED, wire, &what));
    }

    fn path(&mut self, both: &Both<'_>, (was, is): ((ResourceId, usize), (ResourceId, usize))) {
        let (old, new) = (self.pairs.old, self.pairs.new);
        let (then, now) = (&old[was.0].operations[was.1].path, &new[is.0].operations[is.1].path);
        // Where the resource moved and its operation with it, that was told.
        let below =
            |template: &str, resource: &str| template.strip_prefix(resource).map(str::to_owned);
        let then_below = below(&then.template, &old[was.0].path.template);
        let is_moved =
            then_below.is_some() && then_below == below(&now.template, &new[is.0].path.template);
        if !is_moved && bare(&then.template) != bare(&now.template) {
            let what = format!("has another path: {}", became(&then.template, &now.template));
            self.push(both.told(&rule::PATH_CHANGED, Breaking, &what));
            return;
        }
        for (was, is) in then.parameters.iter().zip(&now.parameters) {
            let variance = variance(self.pairs, (&was.ty, false), (&is.ty, false));
            let is_renamed = was.name != is.name && !is_moved;
            if variance != Variance::Same || is_renamed {
                let is_fine = matches!(variance, Variance::Same | Variance::Wider);
                let wire = if is_fine { Unseen } else { Breaking };
                let what =
                    format!("has another parameter in its path: {}", became(&was.name, &is.name));
                self.push(both.told(&rule::PATH_PARAMETER_CHANGED, wire, &what));
            }
        }
    }

    fn success(&mut self, both: &Both<'_>, was: &Operation, is: &Operation) {
        let statuses =
            |it: &Operation| it.success.iter().map(|it| it.status).collect::<BTreeSet<_>>();
        let (then, now) = (statuses(was), statuses(is));
        for status in now.difference(&then) {
            let what = format!("may succeed with {status}");
            self.push(both.told(&rule::SUCCESS_ADDED, Tolerated, &what));
        }
        for status in then.difference(&now) {
            let what = format!("no longer succeeds with {status}");
            self.push(both.told(&rule::SUCCESS_REMOVED, Tolerated, &what));
        }
        let shapes =
            |it: &Operation| it.success.iter().map(|it| it.shape.as_str()).collect::<BTreeSet<_>>();
        let (then, now) = (shapes(was), shapes(is));
        if then != now {
            let list = |shapes: BTreeSet<&str>| shapes.into_iter().collect::<Vec<_>>().join(", ");
            let what = format!("wraps its data otherwise: {}", became(&list(then), &list(now)));
            self.push(both.told(&rule::ANSWER_SHAPE_CHANGED, Breaking, &what));
        }
    }

    fn switches(&mut self, both: &Both<'_>, was: &Operation, is: &Operation) {
        let rows: [(bool, bool, Told, Told); 6] = [
            (
                was.negotiable,
                is.negotiable,
                (&rule::NEGOTIATION_CHANGED, Tolerated, "may be sent as PUT or POST"),
                (&rule::NEGOTIATION_CHANGED, Tolerated, "is sent by one method only"),
            ),
            (
                was.location,
                is.location,
                (&rule::LOCATION_ADDED, Additive, "tells the address of the resource"),
                (&rule::LOCATION_REMOVED, Breaking, "no longer tells the address of the resource"),
            ),
            (
                was.follow_location,
                is.follow_location,
                (&rule::FOLLOW_LOCATION_ADDED, Additive, "may answer with the resource itself"),
                (
                    &rule::FOLLOW_LOCATION_REMOVED,
                    Breaking,
                    "no longer answers with the resource itself",
                ),
            ),
            (
                was.repeat == Repeat::Safe,
                is.repeat == Repeat::Safe,
                (&rule::REPEAT_SAFE, Additive, "may be repeated"),
                (&rule::REPEAT_UNSAFE, Breaking, "may no longer be repeated"),
            ),
            (
                was.query_in_body,
                is.query_in_body,
                (&rule::OPERATION_QUERY_IN_BODY_ADDED, Additive, "takes its query in a body too"),
                (
                    &rule::OPERATION_QUERY_IN_BODY_REMOVED,
                    Breaking,
                    "no longer takes its query in a body",
                ),
            ),
            (
                was.unverified,
                is.unverified,
                (&rule::OPERATION_UNVERIFIED, Unseen, "counts as never seen at work"),
                (&rule::OPERATION_VERIFIED, Unseen, "was seen at work"),
            ),
        ];
        for (was, is, on, off) in rows {
            if was != is {
                let (rule, wire, what) = if is { on } else { off };
                self.push(both.told(rule, wire, what));
            }
        }
    }
}

fn is_same_payload(pairs: &Pairs<'_>, old: Payload, new: Payload) -> bool {
    match (old, new) {
        (Payload::Resource(old), Payload::Resource(new)) => pairs.is_same_resource(old, new),
        (Payload::Type(old), Payload::Type(new)) => pairs.is_same_type(old, new),
        (old, new) => std::mem::discriminant(&old) == std::mem::discriminant(&new),
    }
}
