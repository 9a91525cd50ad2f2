//! Error codes, and codes of what is wrong with inputs.

use std::collections::BTreeSet;

use deskpro_spec::api::{ErrorCode, RetryClass, ValidationCode};

use super::statuses::retries;
use super::words::{Words, became};
use super::{Comparison, Found};
use crate::diff::change::WireClass::{self, Tolerated, Unseen};
use crate::diff::pairs::matched;
use crate::diff::part::Part;
use crate::diff::rule::{Rule, errors as rule};

impl Comparison<'_> {
    pub(super) fn errors(&mut self) {
        self.error_codes();
        self.validation_codes();
    }

    fn error_codes(&mut self) {
        let (old, new) = (&self.old.api.error_codes, &self.new.api.error_codes);
        let matched = matched(
            old,
            new,
            |it| it.code.as_str(),
            |it| it.code.as_str(),
            |was, is| if was.status == is.status && was.docs == is.docs { 1.0 } else { 0.0 },
        );
        for (was, is, is_renamed) in matched.both {
            if is_renamed {
                let what = format!("seems to be `{}` now", is.code);
                let found = told(&rule::ERROR_CODE_RENAMED, Tolerated, was, &what).guess(true);
                self.push(found.was(part(was), was.place).is(part(is), is.place));
            }
            self.error_code(was, is);
        }
        for was in matched.removed {
            let found = told(&rule::ERROR_CODE_REMOVED, Unseen, was, "is gone");
            self.push(found.was(part(was), was.place));
        }
        for is in matched.added {
            self.push(told(&rule::ERROR_CODE_ADDED, Unseen, is, "is new").is(part(is), is.place));
        }
    }

    fn error_code(&mut self, was: &ErrorCode, is: &ErrorCode) {
        let mut push = |rule, wire, what: &str| {
            let found = told(rule, wire, was, what);
            self.push(found.was(part(was), was.place).is(part(is), is.place));
        };
        if was.status != is.status {
            let became = became(&was.status.to_string(), &is.status.to_string());
            push(
                &rule::ERROR_CODE_MOVED,
                Tolerated,
                &format!("comes with another status: {became}"),
            );
        }
        let spellings = |code: &ErrorCode| code.also.iter().cloned().collect::<BTreeSet<_>>();
        for spelling in spellings(is).difference(&spellings(was)) {
            push(&rule::SPELLING_ADDED, Unseen, &format!("is spelled `{spelling}` too"));
        }
        for spelling in spellings(was).difference(&spellings(is)) {
            push(&rule::SPELLING_REMOVED, Unseen, &format!("is no longer spelled `{spelling}`"));
        }
        if was.retry != is.retry {
            let of_status = RetryClass::Never;
            let became = retries(was.retry.unwrap_or(of_status), is.retry.unwrap_or(of_status));
            push(
                &rule::RETRY_CHANGED,
                Tolerated,
                &format!("says otherwise when to send again: {became}"),
            );
        }
        let words = Words::new(&was.docs).sources(&self.old.api, &was.sources);
        let now = Words::new(&is.docs).sources(&self.new.api, &is.sources);
        let sides = ((part(was), was.place), (part(is), is.place));
        self.words(&format!("error_codes.{}", was.code), sides, (&words, &now));
    }

    fn validation_codes(&mut self) {
        let (old, new) = (&self.old.api.validation_codes, &self.new.api.validation_codes);
        let matched = matched(old, new, |it| it.code.as_str(), |it| it.code.as_str(), |_, _| 0.0);
        for (was, is, _) in matched.both {
            let words = Words::new(&was.docs).sources(&self.old.api, &was.sources);
            let now = Words::new(&is.docs).sources(&self.new.api, &is.sources);
            let part = Part::ValidationCodes;
            let sides = ((part.clone(), was.place), (part, is.place));
            self.words(&format!("validation_codes.{}", was.code), sides, (&words, &now));
        }
        for was in matched.removed {
            let found = validation(&rule::VALIDATION_CODE_REMOVED, was, "is gone");
            self.push(found.was(Part::ValidationCodes, was.place));
        }
        for is in matched.added {
            let found = validation(&rule::VALIDATION_CODE_ADDED, is, "is new");
            self.push(found.is(Part::ValidationCodes, is.place));
        }
    }
}

fn told(rule: &'static Rule, wire: WireClass, code: &ErrorCode, what: &str) -> Found {
    let message = format!("the error code `{}` {what}", code.code);
    Found::new(rule, wire, format!("error_codes.{}", code.code), message)
}

fn validation(rule: &'static Rule, code: &ValidationCode, what: &str) -> Found {
    let message = format!("the validation code `{}` {what}", code.code);
    Found::new(rule, Tolerated, format!("validation_codes.{}", code.code), message)
}

fn part(code: &ErrorCode) -> Part {
    Part::Refusal(code.code.clone())
}
