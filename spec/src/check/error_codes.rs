//! Error codes and validation codes.

use std::collections::BTreeMap;

use super::names::{Names, sorted};
use super::report::Report;
use super::rust_names::{Case, RustNames, What, fold};
use super::sources::cited;
use super::statuses::declared;
use super::words::{optional_prose, prose, word};
use crate::api::{ErrorCode, ValidationCode};
use crate::document::{ErrorCodeDoc, Located, Text};
use crate::problem::codes::meaning::{
    AMBIGUOUS_CODE, ERROR_WITH_SUCCESS_STATUS, PATTERN_FORM, RESERVED_NAME,
};
use crate::problem::{Place, Problem};

/// Names that refusals need for themselves.
const RESERVED: &[(&str, &str)] = &[("Unknown", "how unknown codes are kept")];

/// The error codes of a description, by code.
pub(super) fn error_codes(names: &Names<'_>, report: &mut Report) -> Vec<ErrorCode> {
    let mut rust_names = RustNames::with_reserved(Case::Camel, RESERVED);
    let mut spellings = BTreeMap::new();
    let mut codes = Vec::new();
    for (code, doc) in &names.error_codes {
        rust_names.add(report, code, None, What("error code", &code.value));
        unlike_statuses(names, report, code, doc);
        let status = report.required(doc.status.as_ref());
        let status = status.and_then(|status| refusal(names, report, status)).unwrap_or(0);
        for spelling in std::iter::once(*code).chain(&doc.also) {
            unambiguous(report, &mut spellings, status, spelling);
        }
        codes.push(ErrorCode {
            code: code.value.clone(),
            also: doc.also.iter().map(|pattern| self::pattern(report, pattern)).collect(),
            status,
            docs: prose(report, doc.docs.as_ref()),
            message: optional_prose(report, doc.message.as_ref()),
            retry: word(report, doc.retry.as_ref()),
            sources: cited(names, report, &doc.source),
            place: code.place,
        });
    }
    codes
}

/// The validation codes of a description, by code.
pub(super) fn validation_codes(names: &Names<'_>, report: &mut Report) -> Vec<ValidationCode> {
    let mut rust_names = RustNames::with_reserved(Case::Camel, RESERVED);
    let mut codes = Vec::new();
    for (code, doc) in sorted(&names.document.validation_codes) {
        rust_names.add(report, code, None, What("validation code", &code.value));
        codes.push(ValidationCode {
            code: code.value.clone(),
            docs: prose(report, doc.docs.as_ref()),
            message: optional_prose(report, doc.message.as_ref()),
            sources: cited(names, report, &doc.source),
            place: code.place,
        });
    }
    codes
}

/// A declared status that refuses. Reports one that is unknown or means success.
pub(super) fn refusal(
    names: &Names<'_>,
    report: &mut Report,
    number: &Located<i64>,
) -> Option<u16> {
    let status = declared(names, report, number)?;
    if status < 400 {
        let message = format!("status {status} does not refuse anything");
        report.push(
            Problem::new(ERROR_WITH_SUCCESS_STATUS, number.place, message)
                .label("not a status of an error")
                .help("errors come with a status from 400 to 599"),
        );
        return None;
    }
    Some(status)
}

/// A code is a variant beside those of other statuses, so it must not be called like one of them.
fn unlike_statuses(names: &Names<'_>, report: &mut Report, code: &Text, doc: &ErrorCodeDoc) {
    let folded = fold(Case::Camel, &code.value);
    let own = doc.status.as_ref().and_then(|status| u16::try_from(status.value).ok());
    for (number, status) in &names.statuses {
        let Some(name) = &status.name else { continue };
        let name_in_rust = fold(Case::Camel, &name.value);
        let is_taken = (own != Some(*number) && name_in_rust == folded)
            || folded.strip_prefix("Other") == Some(name_in_rust.as_str());
        if is_taken {
            let message =
                format!("error code `{}` would be called like status {number}", code.value);
            report.push(
                Problem::new(RESERVED_NAME, code.place, message)
                    .label(format!("would be `{folded}` in Rust"))
                    .related(name.place, "the name of the status")
                    .help("give the status another name"),
            );
        }
    }
}

fn unambiguous<'d>(
    report: &mut Report,
    spellings: &mut BTreeMap<(u16, &'d str), Place>,
    status: u16,
    spelling: &'d Text,
) {
    match spellings.get(&(status, spelling.value.as_str())) {
        Some(first) => {
            let message = format!("`{}` stands for two refusals", spelling.value);
            report.push(
                Problem::new(AMBIGUOUS_CODE, spelling.place, message)
                    .label("already taken for this status")
                    .related(*first, "first used here"),
            );
        }
        None => {
            spellings.insert((status, &spelling.value), spelling.place);
        }
    }
}

fn pattern(report: &mut Report, pattern: &Text) -> String {
    let is_good = pattern.value.matches('*').count() <= 1 && pattern.value != "*";
    if !is_good || pattern.value.is_empty() {
        let message = format!("`{}` is not a pattern of codes", pattern.value);
        report.push(
            Problem::new(PATTERN_FORM, pattern.place, message)
                .label("not a pattern")
                .help("expected a code, perhaps with one `*` for any text: `#* Not Found`"),
        );
    }
    pattern.value.clone()
}
