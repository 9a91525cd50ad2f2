//! The refusals that an operation can meet, with the variants that they become in Rust.

use deskpro_spec::api::{Api, ErrorSetId};

use super::words;
use crate::plan::ErrorSetPlan;
use crate::reference::page::{Line, Section, Table};

/// The table of a set of refusals.
pub(super) fn table(api: &Api, set: ErrorSetId, plan: Option<&ErrorSetPlan>) -> Table {
    let mut table = Table::new(&["Status", "Code", "Rust", "Meaning", "May be repeated"]);
    let outcomes = &api[set].outcomes;
    for (at, outcome) in outcomes.iter().enumerate() {
        let status = api.status(outcome.status);
        let retry = status.map_or("", |status| words::retry(status.retry));
        let (code, docs, retry) = match outcome.code.map(|id| &api[id]) {
            Some(code) => {
                let link = Line::new().link(Section::ErrorCodes, Line::new().code(&code.code));
                (link, code.docs.as_str(), code.retry.map_or(retry, words::retry))
            }
            None => {
                let is_rest =
                    outcomes.iter().any(|it| it.status == outcome.status && it.code.is_some());
                let words = if is_rest { "any other" } else { "any" };
                (words.into(), status.map_or("", |status| status.docs.as_str()), retry)
            }
        };
        let variant = plan.and_then(|plan| plan.variants.get(at));
        table.row([
            Line::from(outcome.status.to_string()),
            code,
            variant.map_or_else(Line::new, |variant| Line::new().code(&variant.name)),
            Line::new().prose(docs),
            retry.into(),
        ]);
    }
    table
}

/// The refusals of a set in a line: "400 `bad_request` or any other, 429".
pub(super) fn line(api: &Api, set: ErrorSetId) -> Line {
    let mut statuses: Vec<(u16, Vec<Line>)> = Vec::new();
    for outcome in &api[set].outcomes {
        if statuses.last().is_none_or(|(status, _)| *status != outcome.status) {
            statuses.push((outcome.status, Vec::new()));
        }
        let code = outcome.code.map(|id| &api[id].code);
        let link = code.map(|code| Line::new().link(Section::ErrorCodes, Line::new().code(code)));
        if let Some((_, codes)) = statuses.last_mut() {
            let is_rest = !codes.is_empty();
            codes.extend(link.or_else(|| is_rest.then(|| "any other".into())));
        }
    }
    let statuses = statuses.into_iter().map(|(status, codes)| {
        let line = Line::from(status.to_string());
        if codes.is_empty() { line } else { line.text(" ").line(Line::joined(codes, " or ")) }
    });
    Line::joined(statuses, ", ")
}
