//! What a function has to handle: the refusals of an operation, with the names of their variants.

use deskpro_spec::Place;
use deskpro_spec::api::{Api, Operation, RetryClass};
use proc_macro2::Ident;

use super::error_set::{is_rest, named};

/// A refusal that an operation can meet, and how it is told apart.
#[derive(Debug)]
pub struct RefusalPlan {
    /// The variant of the operation's error type.
    pub variant: Ident,
    /// The code; of a status without codes, the name of the status.
    pub name: String,
    /// The HTTP status.
    pub status: u16,
    /// The name of the status.
    pub status_name: String,
    /// What it means, in one line.
    pub meaning: String,
    /// Whether and when the request may be repeated.
    pub retry: RetryClass,
    /// Where the description states it.
    pub place: Place,
}

/// The refusals that an operation can meet: each code, and each status that has no codes. What is
/// left of a status besides its codes is not among them, as nothing is known of it.
pub fn refusals(api: &Api, operation: &Operation) -> Vec<RefusalPlan> {
    let outcomes = &api[operation.errors].outcomes;
    named(api, operation.errors)
        .into_iter()
        .filter(|(outcome, _)| !is_rest(outcomes, *outcome))
        .map(|(outcome, variant)| {
            let status = api.status(outcome.status);
            let code = outcome.code.map(|id| &api[id]);
            let status_name = status.map_or_else(String::new, |status| status.name.clone());
            let docs = code.map(|code| &code.docs).or(status.map(|status| &status.docs));
            RefusalPlan {
                variant,
                name: code.map_or_else(|| status_name.clone(), |code| code.code.clone()),
                status: outcome.status,
                meaning: docs.and_then(|docs| docs.lines().next()).unwrap_or_default().to_owned(),
                retry: code
                    .and_then(|code| code.retry)
                    .or(status.map(|status| status.retry))
                    .unwrap_or(RetryClass::Never),
                place: code
                    .map(|code| code.place)
                    .or(status.map(|status| status.place))
                    .unwrap_or(operation.place),
                status_name,
            }
        })
        .collect()
}
