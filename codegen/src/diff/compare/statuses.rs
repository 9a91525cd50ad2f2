//! Statuses.

use deskpro_spec::api::{RetryClass, Status};

use super::words::{Words, became};
use super::{Comparison, Found};
use crate::diff::change::WireClass::{self, Tolerated, Unseen};
use crate::diff::part::Part;
use crate::diff::rule::{Rule, errors as rule};

impl Comparison<'_> {
    pub(super) fn statuses(&mut self) {
        let (old, new) = (&self.old.api, &self.new.api);
        for was in &old.statuses {
            match new.status(was.number) {
                Some(is) => self.status(was, is),
                None => {
                    let found = told(&rule::STATUS_REMOVED, Unseen, was, "is gone");
                    self.push(found.was(part(was), was.place));
                }
            }
        }
        for is in new.statuses.iter().filter(|is| old.status(is.number).is_none()) {
            self.push(told(&rule::STATUS_ADDED, Unseen, is, "is new").is(part(is), is.place));
        }
    }

    fn status(&mut self, was: &Status, is: &Status) {
        let mut push = |rule, wire, what: String| {
            let found = told(rule, wire, was, &what);
            self.push(found.was(part(was), was.place).is(part(is), is.place));
        };
        if was.name != is.name {
            let what = format!("has another name: {}", became(&was.name, &is.name));
            push(&rule::STATUS_RENAMED, Unseen, what);
        }
        if was.retry != is.retry {
            let what =
                format!("says otherwise when to send again: {}", retries(was.retry, is.retry));
            push(&rule::RETRY_CHANGED, Tolerated, what);
        }
        let (old, new) = (&self.old.api, &self.new.api);
        let words = Words::new(&was.docs).sources(old, &was.sources);
        let now = Words::new(&is.docs).sources(new, &is.sources);
        let sides = ((part(was), was.place), (part(is), is.place));
        self.words(&format!("statuses.{}", was.number), sides, (&words, &now));
    }
}

fn told(rule: &'static Rule, wire: WireClass, status: &Status, what: &str) -> Found {
    let message = format!("the status {} {what}", status.number);
    Found::new(rule, wire, format!("statuses.{}", status.number), message)
}

fn part(status: &Status) -> Part {
    Part::Refusal(status.name.clone())
}

/// How a change of retries reads.
pub(super) fn retries(old: RetryClass, new: RetryClass) -> String {
    let word = |retry| match retry {
        RetryClass::Never => "never",
        RetryClass::RateLimit => "when the limit allows it",
        RetryClass::Outage => "when the helpdesk is back",
    };
    became(word(old), word(new))
}
