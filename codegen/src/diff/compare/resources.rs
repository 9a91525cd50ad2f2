//! Resources.

use deskpro_spec::api::{Api, Resource, ResourceId, Type};

use super::named::Rules;
use super::words::{Words, became};
use super::{Comparison, Found};
use crate::diff::change::WireClass::{self, Additive, Breaking, Tolerated, Unseen};
use crate::diff::part::Part;
use crate::diff::rule::{Rule, api as rule};
use crate::diff::variance::is_same;

/// One resource in both models.
type Pair = (ResourceId, ResourceId);

impl Comparison<'_> {
    pub(super) fn resources(&mut self) {
        let pairs = self.pairs;
        for &(was, is, is_guess) in &pairs.resources.both {
            if is_guess {
                let what = format!("seems to be `{}` now", pairs.new[is].name);
                self.resource_change((&rule::RESOURCE_RENAMED, Unseen), (was, is), &what, true);
            }
            self.resource((was, is));
        }
        for &was in &pairs.resources.removed {
            let found = self.told((&rule::RESOURCE_REMOVED, Breaking), was, "is gone");
            self.push(found.was(Part::Resource(was), pairs.old[was].place));
        }
        for &is in &pairs.resources.added {
            let name = &pairs.new[is].name;
            let message = format!("the resource `{name}` is new");
            let found = Found::new(&rule::RESOURCE_ADDED, Additive, name.as_str(), message);
            self.push(found.is(Part::Resource(is), pairs.new[is].place));
        }
    }

    fn told(&self, rule: (&'static Rule, WireClass), was: ResourceId, what: &str) -> Found {
        let name = &self.pairs.old[was].name;
        Found::new(rule.0, rule.1, name.as_str(), format!("the resource `{name}` {what}"))
    }

    fn resource_change(
        &mut self,
        rule: (&'static Rule, WireClass),
        pair: Pair,
        what: &str,
        is_guess: bool,
    ) {
        let (was, is) = pair;
        let found = self.told(rule, was, what).guess(is_guess);
        let found = found.was(Part::Resource(was), self.pairs.old[was].place);
        self.push(found.is(Part::Resource(is), self.pairs.new[is].place));
    }

    fn resource(&mut self, pair: Pair) {
        let (old, new) = (self.pairs.old, self.pairs.new);
        let (was, is) = (&old[pair.0], &new[pair.1]);
        let mut differs = |differs: bool, rule: (&'static Rule, WireClass), what: String| {
            if differs {
                self.resource_change(rule, pair, &what, false);
            }
        };
        differs(
            was.singular != is.singular,
            (&rule::SINGULAR_CHANGED, Unseen),
            format!("is called otherwise: {}", became(&was.singular, &is.singular)),
        );
        differs(
            was.path.template != is.path.template,
            (&rule::RESOURCE_MOVED, Breaking),
            format!("has another path: {}", became(&was.path.template, &is.path.template)),
        );
        let (parents, families) =
            ((parent(old, was), parent(new, is)), (family(old, was), family(new, is)));
        differs(
            parents.0 != parents.1,
            (&rule::PARENT_CHANGED, Unseen),
            format!("is reached otherwise: {}", became(&parents.0, &parents.1)),
        );
        differs(
            families.0 != families.1,
            (&rule::RESOURCE_FAMILY_CHANGED, Unseen),
            format!("belongs to another family: {}", became(families.0, families.1)),
        );
        let told = if is.is_untyped { &rule::SHAPE_UNTOLD } else { &rule::SHAPE_TOLD };
        let what =
            if is.is_untyped { "holds nobody knows what now" } else { "holds what is known now" };
        differs(was.is_untyped != is.is_untyped, (told, Unseen), what.to_owned());
        let ids = (id_type(was, pair.0), id_type(is, pair.1));
        let is_same_id = match (ids.0, ids.1) {
            (Some(was), Some(is)) => is_same(self.pairs, was, is),
            (None, None) => true,
            _ => false,
        };
        if !is_same_id {
            self.resource_change(
                (&rule::ID_CHANGED, Breaking),
                pair,
                "has ids of another type",
                false,
            );
        }
        self.linked(pair);
        self.words_of_resource(pair);
        self.fields_of_resource(pair);
        self.operations(pair);
    }

    fn linked(&mut self, pair: Pair) {
        let (was, is) = (&self.pairs.old[pair.0], &self.pairs.new[pair.1]);
        let rules = Rules {
            added: (&rule::LINKED_KEY_ADDED, Additive),
            removed: (&rule::LINKED_KEY_REMOVED, Tolerated),
            changed: (&rule::LINKED_KEY_CHANGED, Breaking),
        };
        let (rule, what) = match (was.linked_as.as_deref(), is.linked_as.as_deref()) {
            (None, Some(key)) => (rules.added, format!("may be embedded under `{key}`")),
            (Some(key), None) => (rules.removed, format!("is no longer embedded under `{key}`")),
            (Some(was), Some(is)) if was != is => {
                (rules.changed, format!("is embedded under another key: {}", became(was, is)))
            }
            _ => return,
        };
        self.resource_change(rule, pair, &what, false);
    }

    fn words_of_resource(&mut self, pair: Pair) {
        let (old, new) = (self.pairs.old, self.pairs.new);
        let (was, is) = (&old[pair.0], &new[pair.1]);
        let then = Words::new(&was.docs).sources(old, &was.sources);
        let then = then.examples(was.examples.iter().flat_map(|it| &it.response.body));
        let now = Words::new(&is.docs).sources(new, &is.sources);
        let now = now.examples(is.examples.iter().flat_map(|it| &it.response.body));
        let sides = ((Part::Resource(pair.0), was.place), (Part::Resource(pair.1), is.place));
        self.words(&was.name, sides, (&then, &now));
    }
}

/// The type of a resource's id, where that is not its own.
fn id_type(resource: &Resource, own: ResourceId) -> Option<&Type> {
    resource.id.as_ref().filter(|id| **id != Type::Id(own))
}

fn parent(api: &Api, resource: &Resource) -> String {
    let parent = resource.parent.as_ref();
    parent.map_or_else(String::new, |it| format!("{}.{}", api[it.resource].name, it.name))
}

fn family<'a>(api: &'a Api, resource: &Resource) -> &'a str {
    resource.family.map_or("", |family| &api[family].name)
}
