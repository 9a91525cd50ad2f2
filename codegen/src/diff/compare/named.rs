//! Things that are known by a name and told apart by a text: headers, schemes, members.

use std::collections::{BTreeMap, BTreeSet};

use deskpro_spec::Place;

use super::words::became;
use super::{Comparison, Found};
use crate::diff::change::WireClass;
use crate::diff::part::Part;
use crate::diff::rule::Rule;

/// What can happen to something that has a name, and what that means on the wire.
pub(super) struct Rules {
    pub(super) added: (&'static Rule, WireClass),
    pub(super) removed: (&'static Rule, WireClass),
    pub(super) changed: (&'static Rule, WireClass),
}

/// Where something stands on both sides.
pub(super) type Places = [Option<Place>; 2];

/// Things by name, each with the text that tells it apart.
pub(super) type Texts<'a> = Vec<(&'a str, String)>;

impl Comparison<'_> {
    /// Takes a change of what holds for the whole API.
    pub(super) fn whole(
        &mut self,
        rule: (&'static Rule, WireClass),
        subject: &str,
        message: String,
        places: Places,
    ) {
        let part = if subject == "batch" { Part::Batch } else { Part::Whole };
        let found = Found::new(rule.0, rule.1, subject, message);
        self.push(found.was(part.clone(), places[0]).is(part, places[1]));
    }

    /// Something that is there once or not at all.
    pub(super) fn one(
        &mut self,
        rules: &Rules,
        (subject, noun): (&str, &str),
        (old, new): (Option<&str>, Option<&str>),
        places: Places,
    ) {
        let (rule, message) = match (old, new) {
            (None, Some(_)) => (rules.added, format!("{noun} is new")),
            (Some(_), None) => (rules.removed, format!("{noun} is gone")),
            (Some(was), Some(is)) if was != is => {
                (rules.changed, format!("{noun} differs: {}", became(was, is)))
            }
            _ => return,
        };
        self.whole(rule, subject, message, places);
    }

    /// Things by name, each with the text that tells it apart.
    pub(super) fn each(
        &mut self,
        rules: &Rules,
        (section, noun): (&str, &str),
        (old, new): (Texts<'_>, Texts<'_>),
        places: impl Fn(&str) -> Places,
    ) {
        let (old, new): (BTreeMap<_, _>, BTreeMap<_, _>) =
            (old.into_iter().collect(), new.into_iter().collect());
        let names: BTreeSet<_> = old.keys().chain(new.keys()).copied().collect();
        for name in names {
            let values = (old.get(name).map(String::as_str), new.get(name).map(String::as_str));
            let (subject, noun) = (format!("{section}.{name}"), format!("{noun} `{name}`"));
            self.one(rules, (&subject, &noun), values, places(name));
        }
    }
}
