//! Statuses of success that contradict their shape, or what an operation means.

use super::described::Described;
use super::finding::{Finding, Findings};
use crate::api::{Meaning, Operation, Verb};
use crate::document::{Located, Text};
use crate::problem::codes::lint::{BODY_OF_EMPTY_STATUS, STATUS_OF_ANOTHER_MEANING};

/// Statuses whose responses never have a body (RFC 9110).
const WITHOUT_BODY: [i64; 3] = [204, 205, 304];

/// Where a success is declared, by a verb or by an operation.
struct Declared<'d> {
    name: &'d str,
    meaning: Meaning,
    location: bool,
    success: &'d [(Located<i64>, Text)],
}

pub(super) fn rule(described: &Described<'_>, findings: &mut Findings) {
    for Verb { name, meaning, location, .. } in &described.api.verbs {
        if let Some((_, doc)) = described.verbs.get(name.as_str()) {
            let (meaning, location) = (*meaning, *location);
            Declared { name, meaning, location, success: &doc.success }.examine(findings);
        }
    }
    for (_, it) in described.operations() {
        let Operation { verb, location, .. } = *it.operation;
        let meaning = described.api[verb].meaning;
        Declared { name: &it.name, meaning, location, success: &it.doc.success }.examine(findings);
    }
}

impl Declared<'_> {
    fn examine(&self, findings: &mut Findings) {
        for (status, shape) in self.success {
            if WITHOUT_BODY.contains(&status.value) && shape.value != "empty" {
                let message =
                    format!("{} never has a body, and is `{}`", status.value, shape.value);
                findings.push(
                    Finding::new(BODY_OF_EMPTY_STATUS, shape.place, [self.name], message)
                        .label("something is expected here")
                        .related(status.place, "nothing comes with this status")
                        .help("declare it `empty`, or the status with which the body comes"),
                );
            }
            if let Some(why) = self.contradiction(status.value) {
                let message = format!("`{}` succeeds with {}, {why}", self.name, status.value);
                findings.push(
                    Finding::new(STATUS_OF_ANOTHER_MEANING, status.place, [self.name], message)
                        .label("the status of another meaning")
                        .help("look up what the API answers, and which verb the operation has"),
                );
            }
        }
    }

    fn contradiction(&self, status: i64) -> Option<&'static str> {
        match (self.meaning, status) {
            (Meaning::List | Meaning::Get, 201) => Some("which says that something was made"),
            (Meaning::Update, 201) => Some("which says that something was made, not changed"),
            (Meaning::Delete, 201) => Some("which says that something was made, not removed"),
            (Meaning::List | Meaning::Get, 204) => Some("which brings nothing to read"),
            (Meaning::Create, 204) if !self.location => {
                Some("and neither body nor `Location` says what was made")
            }
            _ => None,
        }
    }
}
