//! Codes and statuses with which requests are refused.

use deskpro_spec::api::{Api, ErrorCode, Operation, Outcome as Refusal};

use super::changes::{Change, Outcome};
use super::naming::{like_code, like_validation_code};
use super::place::operation;

const NO_REFUSAL: &str = "a description has no refusals with that status";

/// What an unknown code of a refusal leads to.
pub(super) fn code(api: &Api, name: &str, status: u16, code: Option<&str>) -> Outcome {
    let Some((resource, operation)) = operation(api, name) else {
        return Outcome::unplaced("there is no such operation");
    };
    let Some(code) = code else {
        return Outcome::unplaced("it looks like data, so it was not kept");
    };
    if !is_refusal(status) {
        return Outcome::unplaced(NO_REFUSAL);
    }
    let declares = match api.error_codes.iter().find(|known| is(known, code)) {
        Some(known) if known.status != status => {
            let why = format!("the code is described with {}", known.status);
            return Outcome::Unplaced(why);
        }
        Some(_) if can_meet(api, operation, status, Some(code)) => return Outcome::Known,
        Some(_) => Vec::new(),
        None if let Some(other) = like_code(api, code, status) => return named_like(&other),
        None => {
            let declared = declared(api, status);
            declared.into_iter().chain([Change::Code(code.to_owned(), status)]).collect()
        }
    };
    Outcome::Change(Change::Refusal {
        target: target(&resource.name, operation),
        refusal: code.to_owned(),
        declares,
    })
}

/// What an unknown status leads to.
pub(super) fn status(api: &Api, name: &str, status: u16) -> Outcome {
    let Some((resource, operation)) = operation(api, name) else {
        return Outcome::unplaced("there is no such operation");
    };
    if can_meet(api, operation, status, None) {
        return Outcome::Known;
    }
    if !is_refusal(status) {
        return Outcome::unplaced(NO_REFUSAL);
    }
    Outcome::Change(Change::Refusal {
        target: target(&resource.name, operation),
        refusal: status.to_string(),
        declares: declared(api, status).into_iter().collect(),
    })
}

/// What declares a status that is not.
fn declared(api: &Api, status: u16) -> Option<Change> {
    api.status(status).is_none().then_some(Change::Status(status))
}

/// What an unknown code among the errors of fields leads to.
pub(super) fn validation_code(api: &Api, code: Option<&str>) -> Outcome {
    match code {
        None => Outcome::unplaced("it looks like data, so it was not kept"),
        Some(code) if api.validation_codes.iter().any(|known| known.code == code) => Outcome::Known,
        Some(code) => match like_validation_code(api, code) {
            Some(other) => named_like(&other),
            None => Outcome::Change(Change::ValidationCode(code.to_owned())),
        },
    }
}

fn is_refusal(status: u16) -> bool {
    (400..600).contains(&status)
}

fn named_like(other: &str) -> Outcome {
    Outcome::Unplaced(format!("in Rust it would be called like {other}"))
}

/// Whether an operation is described to be refused so.
fn can_meet(api: &Api, operation: &Operation, status: u16, code: Option<&str>) -> bool {
    let has_code = |refusal: &Refusal| match (refusal.code, code) {
        (_, None) => true,
        (Some(id), Some(code)) => is(&api[id], code),
        (None, Some(_)) => false,
    };
    let outcomes = &api[operation.errors].outcomes;
    outcomes.iter().any(|refusal| refusal.status == status && has_code(refusal))
}

fn is(known: &ErrorCode, code: &str) -> bool {
    known.code == code || known.also.iter().any(|also| also == code)
}

fn target(resource: &str, operation: &Operation) -> String {
    format!("resources.{resource}.operations.{}", operation.name)
}
