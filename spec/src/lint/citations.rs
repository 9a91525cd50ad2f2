//! Every key of a source that something cites.

use std::collections::BTreeSet;

use super::described::Described;
use crate::document::{ExampleDoc, OperationDoc, QueryDoc, Text};

/// The keys of all sources that are cited anywhere.
pub(super) fn cited<'d>(described: &Described<'d>) -> BTreeSet<&'d str> {
    let document = described.document;
    let mut cited = Cited(BTreeSet::new());
    document.batch.iter().for_each(|doc| cited.add(&doc.source));
    document.auth.iter().for_each(|(_, doc)| cited.add(&doc.source));
    document.verbs.iter().for_each(|(_, doc)| cited.add(&doc.source));
    document.statuses.iter().for_each(|(_, doc)| cited.add(&doc.source));
    document.error_codes.iter().for_each(|(_, doc)| cited.add(&doc.source));
    document.validation_codes.iter().for_each(|(_, doc)| cited.add(&doc.source));
    document.parameters.iter().for_each(|(_, doc)| cited.add(&doc.source));
    document.quirks.iter().for_each(|(_, doc)| cited.add(&doc.source));
    for ty in described.types() {
        cited.add(&ty.doc.source);
    }
    for list in described.field_lists() {
        list.fields.iter().for_each(|(_, doc)| cited.add(&doc.source));
    }
    for resource in &document.resources {
        cited.add(&resource.source);
        cited.examples(&resource.examples);
        resource.operations.iter().for_each(|(_, doc)| cited.operation(doc));
    }
    cited.0
}

struct Cited<'d>(BTreeSet<&'d str>);

impl<'d> Cited<'d> {
    fn add(&mut self, source: &'d [Text]) {
        self.0.extend(source.iter().map(|key| key.value.as_str()));
    }

    fn operation(&mut self, doc: &'d OperationDoc) {
        self.add(&doc.source);
        self.examples(&doc.examples);
        let files = doc.body.iter().flat_map(|body| &body.files);
        files.for_each(|(_, file)| self.add(&file.source));
        for (_, query) in &doc.query {
            if let QueryDoc::Own(parameter) = query {
                self.add(&parameter.source);
            }
        }
    }

    fn examples(&mut self, examples: &'d [ExampleDoc]) {
        examples.iter().for_each(|example| self.add(&example.source));
    }
}
