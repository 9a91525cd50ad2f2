//! Known contradictions and faults of the vendor's documentation.

use super::names::{Names, sorted};
use super::report::Report;
use super::sources::cited;
use super::words::prose;
use crate::api::Quirk;
use crate::document::{QuirkDoc, Text};
use crate::problem::Problem;
use crate::problem::codes::meaning::{NEGATIVE_NUMBER, QUIRK_WITHOUT_WORDS};

/// The quirks of a description: numbered ones first, then by name.
pub(super) fn quirks(names: &Names<'_>, report: &mut Report) -> Vec<Quirk> {
    let quirks = sorted(&names.document.quirks);
    let mut quirks: Vec<_> =
        quirks.into_iter().map(|(name, doc)| quirk(names, report, name, doc)).collect();
    quirks.sort_by_key(|quirk| (quirk.number.is_none(), quirk.number));
    quirks
}

fn quirk(names: &Names<'_>, report: &mut Report, name: &Text, doc: &QuirkDoc) -> Quirk {
    if doc.says.is_empty() {
        let message = format!("the quirk `{}` does not say what was found", name.value);
        report.push(
            Problem::new(QUIRK_WITHOUT_WORDS, name.place, message)
                .label("no `says`")
                .help("quote the statements that contradict each other under `says`"),
        );
    }
    let number = doc.number.as_ref().and_then(|number| {
        let small = u32::try_from(number.value).ok();
        if small.is_none() {
            let message = format!("{} is not the number of a quirk", number.value);
            report.push(Problem::new(NEGATIVE_NUMBER, number.place, message).label("out of range"));
        }
        small
    });
    Quirk {
        name: name.value.clone(),
        number,
        says: doc.says.iter().map(|words| prose(report, Some(words))).collect(),
        decision: prose(report, doc.decision.as_ref()),
        sources: cited(names, report, &doc.source),
        place: name.place,
    }
}
