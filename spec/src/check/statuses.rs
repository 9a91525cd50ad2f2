//! Statuses.

use super::names::Names;
use super::report::Report;
use super::rust_names::{Case, RustNames};
use super::sources::cited;
use super::words::{prose, snake_case, word};
use crate::api::{RetryClass, Status};
use crate::document::Located;
use crate::problem::Problem;
use crate::problem::codes::meaning::{NOT_A_STATUS, UNKNOWN_STATUS};

/// The statuses of a description, by number.
pub(super) fn statuses(names: &Names<'_>, report: &mut Report) -> Vec<Status> {
    let mut rust_names = RustNames::new(Case::Camel);
    let mut statuses = Vec::new();
    for (number, doc) in &names.document.statuses {
        let name = report.required(doc.name.as_ref());
        if let Some(name) = name {
            snake_case(report, "status", name);
            rust_names.add(report, name, None, format!("status {}", number.value));
        }
        statuses.push(Status {
            number: in_range(report, number).unwrap_or(0),
            name: name.map(|name| name.value.clone()).unwrap_or_default(),
            docs: prose(report, doc.docs.as_ref()),
            retry: word(report, doc.retry.as_ref()).unwrap_or(RetryClass::Never),
            sources: cited(names, report, &doc.source),
            place: number.place,
        });
    }
    statuses.sort_by_key(|status| status.number);
    statuses
}

/// The status of a number that must be declared. Reports one that is not.
pub(super) fn declared(
    names: &Names<'_>,
    report: &mut Report,
    number: &Located<i64>,
) -> Option<u16> {
    let status = in_range(report, number)?;
    if !names.statuses.contains_key(&status) {
        report.push(unknown(names, status, number));
        return None;
    }
    Some(status)
}

fn unknown(names: &Names<'_>, status: u16, number: &Located<i64>) -> Problem {
    let known: Vec<_> = names.statuses.keys().map(u16::to_string).collect();
    Problem::new(UNKNOWN_STATUS, number.place, format!("unknown status {status}"))
        .label("not declared under `statuses`")
        .help(format!("declared statuses: {}", known.join(", ")))
}

fn in_range(report: &mut Report, number: &Located<i64>) -> Option<u16> {
    let status = u16::try_from(number.value).ok().filter(|number| (100..600).contains(number));
    if status.is_none() {
        let message = format!("{} is not an HTTP status", number.value);
        report.push(
            Problem::new(NOT_A_STATUS, number.place, message)
                .label("out of range")
                .help("expected a number from 100 to 599"),
        );
    }
    status
}
