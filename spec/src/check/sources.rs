//! Sources, and the citations of them.

use super::names::{Names, sorted};
use super::report::Report;
use super::words::prose;
use crate::api::{Source, SourceId};
use crate::document::Text;
use crate::problem::Problem;
use crate::problem::codes::meaning::UNKNOWN_SOURCE;

/// The sources of a description, by key.
pub(super) fn sources(names: &Names<'_>, report: &mut Report) -> Vec<Source> {
    sorted(&names.document.sources)
        .into_iter()
        .map(|(key, docs)| Source { key: key.value.clone(), docs: prose(report, Some(docs)) })
        .collect()
}

/// The sources that something cites.
pub(super) fn cited(names: &Names<'_>, report: &mut Report, keys: &[Text]) -> Vec<SourceId> {
    let mut cited = Vec::new();
    for key in keys {
        match names.source(&key.value) {
            Some(id) if cited.contains(&id) => {}
            Some(id) => cited.push(id),
            None => unknown(names, report, key),
        }
    }
    cited
}

fn unknown(names: &Names<'_>, report: &mut Report, key: &Text) {
    let known = names.document.sources.iter().map(|(key, _)| key.value.as_str());
    let near = report.closest(&key.value, known);
    report.push(
        Problem::new(UNKNOWN_SOURCE, key.place, format!("unknown source `{}`", key.value))
            .label("not declared under `sources`")
            .help("every key that is cited is declared under `sources` of the first file")
            .suggest(near),
    );
}
