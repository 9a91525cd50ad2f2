//! Families: features of the client.

use deskpro_spec::api::{Api, Family};

use super::words::Words;
use super::{Comparison, Found};
use crate::diff::change::WireClass::Unseen;
use crate::diff::part::Part;
use crate::diff::rule::{Rule, api as rule};
use crate::plan::feature;

impl Comparison<'_> {
    pub(super) fn families(&mut self) {
        let (old, new) = (&self.old.api, &self.new.api);
        for family in &old.families {
            match find(new, &family.name) {
                Some(now) => self.family_on_both(family, now),
                None => self.family(&rule::FAMILY_REMOVED, "is gone", [Some(family), None]),
            }
        }
        for family in new.families.iter().filter(|family| find(old, &family.name).is_none()) {
            self.family(&rule::FAMILY_ADDED, "is new", [None, Some(family)]);
        }
    }

    fn family_on_both(&mut self, was: &Family, is: &Family) {
        if was.is_default != is.is_default {
            let what = if is.is_default {
                "is on from the start"
            } else {
                "is no longer on from the start"
            };
            self.family(&rule::FAMILY_DEFAULT_CHANGED, what, [Some(was), Some(is)]);
        }
        let part = |family: &Family| (Part::Feature(feature(family)), family.place);
        let words = (&Words::new(&was.docs), &Words::new(&is.docs));
        self.words(&format!("families.{}", was.name), (part(was), part(is)), words);
    }

    fn family(&mut self, rule: &'static Rule, what: &str, sides: [Option<&Family>; 2]) {
        let Some(family) = sides[0].or(sides[1]) else { return };
        let message = format!("the family `{}` {what}", family.name);
        let mut found = Found::new(rule, Unseen, format!("families.{}", family.name), message);
        if let Some(was) = sides[0] {
            found = found.was(Part::Feature(feature(was)), was.place);
        }
        if let Some(is) = sides[1] {
            found = found.is(Part::Feature(feature(is)), is.place);
        }
        self.push(found);
    }
}

fn find<'a>(api: &'a Api, name: &str) -> Option<&'a Family> {
    api.families.iter().find(|family| family.name == name)
}
