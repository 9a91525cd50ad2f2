//! How several requests are sent at once.

use super::error_sets::ErrorSets;
use super::names::Names;
use super::report::Report;
use super::sources::cited;
use super::statuses::declared;
use super::templates::Template;
use super::words::{prose, word};
use crate::api::{Batch, ErrorSetName, Method};
use crate::problem::Problem;
use crate::problem::codes::meaning::BATCH_PATH;

/// The batch of a description, if it has one.
pub(super) fn batch(
    names: &Names<'_>,
    report: &mut Report,
    errors: &mut ErrorSets,
) -> Option<Batch> {
    let doc = names.document.batch.as_ref()?;
    if let Some(path) = &doc.path
        && Template::read(report, path).has_parameters()
    {
        report.push(
            Problem::new(BATCH_PATH, path.place, "the path of the batch has a parameter")
                .label("the same for every batch"),
        );
    }
    let method = word(report, doc.method.as_ref());
    let success = doc.success.as_ref().and_then(|number| declared(names, report, number));
    let set = doc.errors.as_slice();
    let outcomes = errors.outcomes(names, report, set, doc.place);
    let name = || match &doc.errors {
        Some(set) => ErrorSetName::Declared(set.value.clone()),
        None => ErrorSetName::Operation(String::new(), "batch".to_owned()),
    };
    Some(Batch {
        docs: prose(report, doc.docs.as_ref()),
        method: report.required(method).unwrap_or(Method::Post),
        path: report.required(doc.path.as_ref()).map(|path| path.value.clone()).unwrap_or_default(),
        success: report.required(success).unwrap_or_default(),
        errors: errors.intern(outcomes, name),
        sources: cited(names, report, &doc.source),
        place: doc.place,
    })
}
