//! Sets of refusals: closed enums, so that a `match` needs no catch-all arm.

use deskpro_spec::api::{Api, ErrorSetId, ErrorSetName, Outcome};
use proc_macro2::Ident;

use super::Context;
use super::case::camel;
use super::docs::{Docs, code};
use super::scope::Scope;

/// A closed enum over the refusals that an operation can meet.
#[derive(Debug, Hash)]
pub struct ErrorSetPlan {
    /// The set.
    pub id: ErrorSetId,
    /// What it is.
    pub docs: Docs,
    /// Its name.
    pub name: Ident,
    /// Its variants.
    pub variants: Vec<ErrorVariant>,
    /// Which refusal becomes which variant; the first arm that fits counts.
    pub arms: Vec<ErrorArm>,
}

/// A variant for a code, or for the codes of a status that are not listed.
#[derive(Debug, Hash)]
pub struct ErrorVariant {
    /// What it means.
    pub docs: Docs,
    /// Its name.
    pub name: Ident,
}

/// An arm of the `match` that sorts refusals.
#[derive(Debug, Hash)]
pub struct ErrorArm {
    /// The HTTP status.
    pub status: u16,
    /// The codes that it takes.
    pub code: ArmCode,
    /// The variant that they become.
    pub variant: Ident,
}

/// The codes that an arm takes.
#[derive(Debug, Hash)]
pub enum ArmCode {
    /// This code.
    Exact(String),
    /// Codes that fit a pattern with one `*`.
    Pattern(String),
    /// Every other code of the status.
    Any,
}

/// Plans the enum for a set of refusals.
pub(super) fn plan(context: &Context<'_>, id: ErrorSetId) -> ErrorSetPlan {
    let set = &context.api[id];
    let mut variants = Vec::new();
    let mut arms = Vec::new();
    for (outcome, name) in named(context.api, id) {
        variants
            .push(ErrorVariant { docs: variant_docs(context.api, outcome), name: name.clone() });
        push_arms(context.api, outcome, &name, &mut arms);
    }
    arms.sort_by_key(|arm| (arm.status, arm.rank()));
    ErrorSetPlan {
        id,
        docs: Docs::line(set_docs(&set.name)),
        name: context.names[id].name.clone(),
        variants,
        arms,
    }
}

/// The refusals of a set, each with the name of its variant.
pub(super) fn named(api: &Api, id: ErrorSetId) -> Vec<(Outcome, Ident)> {
    let outcomes = &api[id].outcomes;
    let mut scope = Scope::default();
    let name = |outcome| scope.claim(&variant_name(api, outcomes, outcome), "Refusal");
    outcomes.iter().copied().zip(outcomes.iter().copied().map(name)).collect()
}

impl ErrorArm {
    /// Exact codes come before patterns, and what is left comes last.
    fn rank(&self) -> u8 {
        match self.code {
            ArmCode::Exact(_) => 0,
            ArmCode::Pattern(_) => 1,
            ArmCode::Any => 2,
        }
    }
}

fn push_arms(api: &Api, outcome: Outcome, variant: &Ident, arms: &mut Vec<ErrorArm>) {
    let mut push =
        |code| arms.push(ErrorArm { status: outcome.status, code, variant: variant.clone() });
    let Some(code) = outcome.code else {
        return push(ArmCode::Any);
    };
    let code = &api[code];
    push(ArmCode::Exact(code.code.clone()));
    for also in &code.also {
        push(if also.contains('*') {
            ArmCode::Pattern(also.clone())
        } else {
            ArmCode::Exact(also.clone())
        });
    }
}

/// A code gives its name; what is left of a status with listed codes is `Other…`.
fn variant_name(api: &Api, outcomes: &[Outcome], outcome: Outcome) -> String {
    if let Some(code) = outcome.code {
        return camel(&api[code].code);
    }
    let status = match api.status(outcome.status) {
        Some(status) => camel(&status.name),
        None => format!("Status{}", outcome.status),
    };
    if is_rest(outcomes, outcome) { format!("Other{status}") } else { status }
}

/// Whether a refusal is what is left of a status besides its listed codes.
pub(super) fn is_rest(outcomes: &[Outcome], outcome: Outcome) -> bool {
    let is_listed = |other: &Outcome| other.status == outcome.status && other.code.is_some();
    outcome.code.is_none() && outcomes.iter().any(is_listed)
}

fn variant_docs(api: &Api, outcome: Outcome) -> Docs {
    match outcome.code {
        Some(id) => {
            let found = &api[id];
            let mut docs = Docs::new(&found.docs);
            docs.paragraph(format!("{} {}.", found.status, code(&found.code)));
            docs.sources(api, &found.sources);
            docs
        }
        None => {
            let text = api.status(outcome.status).map_or("", |status| status.docs.as_str());
            let mut docs = Docs::new(text);
            docs.paragraph(format!("{} with any code that is not listed.", outcome.status));
            docs
        }
    }
}

fn set_docs(name: &ErrorSetName) -> String {
    match name {
        ErrorSetName::Declared(name) => {
            format!("Why a request was refused: the refusals of the set `{name}`.")
        }
        ErrorSetName::Operation(resource, operation) => {
            format!("Why a request was refused: the refusals of `{resource}.{operation}`.")
        }
    }
}
