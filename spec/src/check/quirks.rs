//! Known contradictions and faults of the vendor's documentation.

use super::names::{Names, sorted};
use super::report::Report;
use super::sources::cited;
use super::words::prose;
use crate::api::{Excuse, ExcuseError, Quirk};
use crate::document::{QuirkDoc, Text};
use crate::problem::Problem;
use crate::problem::codes::lints;
use crate::problem::codes::meaning::{NEGATIVE_NUMBER, NOT_AN_EXCUSE, QUIRK_WITHOUT_WORDS};

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
        excuses: doc.excuses.iter().filter_map(|text| excuse(report, text)).collect(),
        sources: cited(names, report, &doc.source),
        place: name.place,
    }
}

fn excuse(report: &mut Report, text: &Text) -> Option<Excuse> {
    let error = match Excuse::read(&text.value, text.place) {
        Ok(excuse) if lints().any(|lint| lint.code == excuse.code) => return Some(excuse),
        Ok(_) => ExcuseError::Code,
        Err(error) => error,
    };
    let label = match error {
        ExcuseError::Code => "does not begin with the code of a finding",
        ExcuseError::Names => "no names, or not with one space before each",
        ExcuseError::Star => "`*` stands only at the end of a name, behind its last dot",
    };
    report.push(
        Problem::new(NOT_AN_EXCUSE, text.place, format!("`{}` is not an excuse", text.value))
            .label(label)
            .help("write it as the finding does: `DL0108 agents.online agents.get`"),
    );
    None
}
