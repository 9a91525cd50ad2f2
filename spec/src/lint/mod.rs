//! From a checked description to findings: what is well-formed and still likely to be a mistake.
//!
//! Each rule is a file that looks at one thing and pushes what it finds; it knows nothing of the
//! excuses and of how findings with the same cause become one, which comes after. A rule that finds
//! much in good descriptions is a bad rule, so each keeps to what has a real chance of being wrong.

mod addresses;
mod citations;
mod described;
mod docs;
mod excuses;
mod finding;
mod methods;
mod pages;
mod paging;
mod parameters;
mod plurals;
mod references;
mod refusals;
mod repeat;
mod routes;
mod rust_words;
mod secrets;
mod similar;
mod sources;
mod statuses;
mod templates;
mod unused;
mod words;

use crate::api::Api;
use crate::document::Document;
use crate::problem::Problems;

use described::Described;
use finding::Findings;

pub use crate::problem::codes::{Explanation, lints as all};

/// Every rule. Their order does not matter: findings are sorted by place.
const RULES: &[fn(&Described<'_>, &mut Findings)] = &[
    addresses::rule,
    docs::rule,
    methods::rule,
    pages::rule,
    paging::rule,
    parameters::rule,
    plurals::rule,
    references::rule,
    refusals::rule,
    repeat::rule,
    routes::rule,
    rust_words::rule,
    secrets::rule,
    similar::rule,
    sources::rule,
    statuses::rule,
    unused::rule,
];

/// What is likely to be a mistake in a description that is well-formed, except for what its quirks
/// excuse.
///
/// Findings have codes from `DL0101` up, which [`explain`](crate::problem::explain) explains, and
/// are rendered as problems are. Those with the same cause are one. An excuse that excuses nothing
/// is a finding itself.
///
/// # Example
///
/// ```
/// use deskpro_spec::{Sources, lint, load_document};
///
/// let sources = Sources::builtin();
/// let (document, api) = load_document(&sources).unwrap();
/// let findings = lint(&document, &api);
/// print!("{}", findings.short(&sources));
/// ```
pub fn lint(document: &Document, api: &Api) -> Problems {
    let described = Described::new(document, api);
    let mut findings = Findings::default();
    for rule in RULES {
        rule(&described, &mut findings);
    }
    excuses::apply(api, findings).into_problems()
}
