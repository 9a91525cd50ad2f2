//! Operations: what can be done with a resource.

use std::collections::BTreeMap;

use super::bodies::body;
use super::error_sets::ErrorSets;
use super::examples::operation_examples;
use super::fields::deprecation;
use super::names::{Names, is_singleton, sorted};
use super::paths::{Typing, item_parameter};
use super::report::Report;
use super::requests::{distinct_inputs, query, query_in_body};
use super::responses::{Effects, returns, succeeds, success};
use super::sources::cited;
use super::templates::Template;
use super::verbs::{Methods, unknown};
use super::words::{optional_prose, prose, snake_case, word};
use crate::api::{
    Body, ErrorSetId, ErrorSetName, Field, Meaning, Method, Operation, Path, ResourceId, Success,
    Target, Verb, VerbId,
};
use crate::document::{OperationDoc, ResourceDoc, Text, VerbDoc};
use crate::problem::Problem;
use crate::problem::codes::meaning::{ACTION_WITHOUT_METHOD, NO_VERB};

/// The operations that come first; the others follow by name.
const FIRST: [&str; 5] = ["list", "get", "create", "update", "delete"];

/// What the operations of a resource are checked against.
pub(super) struct Surroundings<'a, 'd> {
    pub(super) names: &'a Names<'d>,
    pub(super) verbs: &'a [Verb],
    /// The methods that hold for the resource.
    pub(super) methods: &'a Methods<'d>,
    /// The resources by the shape of their path.
    pub(super) places: &'a BTreeMap<String, Vec<ResourceId>>,
    pub(super) resource: ResourceId,
    pub(super) template: &'a Template<'d>,
    pub(super) fields: &'a [Field],
}

impl<'d> Surroundings<'_, 'd> {
    /// The operations of the resource, in their canonical order.
    pub(super) fn operations(&self, report: &mut Report, errors: &mut ErrorSets) -> Vec<Operation> {
        let doc = self.doc();
        let mut entries = sorted(&doc.operations);
        entries.sort_by_key(|(name, _)| {
            FIRST.iter().position(|first| *first == name.value).unwrap_or(FIRST.len())
        });
        let entries = entries.into_iter();
        entries.filter_map(|(name, doc)| self.operation(report, errors, name, doc)).collect()
    }

    fn doc(&self) -> &'d ResourceDoc {
        self.names.resource_doc(self.resource)
    }

    fn operation(
        &self,
        report: &mut Report,
        errors: &mut ErrorSets,
        name: &'d Text,
        doc: &'d OperationDoc,
    ) -> Option<Operation> {
        snake_case(report, "operation", name);
        let verb_id = self.verb(report, name, doc)?;
        let verb = &self.verbs[verb_id.0];
        let method = self.method(report, name, doc, verb)?;
        let effects = Effects::of_operation(doc, verb);
        effects.check(report, Some(method));
        let mut success = self.success(report, name, doc, verb);
        let returns = returns(self.names, report, self.resource, doc, name, &mut success);
        let mut operation = Operation {
            name: name.value.clone(),
            docs: prose(report, doc.docs.as_ref()),
            sources: cited(self.names, report, &doc.source),
            verb: verb_id,
            method,
            negotiable: effects.is_negotiable() && method.other().is_some(),
            path: self.path(report, name, doc, verb),
            query: query(self.names, report, self.resource, (name, doc), self.verb_doc(verb_id)),
            body: self.body(report, (name, doc), (verb.meaning, method)),
            returns,
            query_in_body: query_in_body(self.names, report, doc, method),
            location: effects.has_location(),
            follow_location: effects.follows_location(),
            repeat: word(report, doc.repeat.as_ref()).unwrap_or(verb.repeat),
            errors: self.errors(report, errors, name, doc, self.verb_doc(verb_id)),
            unverified: doc.unverified.as_ref().is_some_and(|unverified| unverified.value),
            deprecated: doc.deprecated.as_ref().map(|doc| deprecation(report, doc)),
            since: optional_prose(report, doc.since.as_ref()),
            examples: Vec::new(),
            place: name.place,
            success,
        };
        distinct_inputs(report, &operation);
        operation.examples = operation_examples(self.names, report, &operation, doc);
        Some(operation)
    }

    fn verb_doc(&self, id: VerbId) -> &'d VerbDoc {
        self.names.verbs[id.0].1
    }

    /// What success looks like: as the operation says, and else as its verb does.
    fn success(
        &self,
        report: &mut Report,
        name: &Text,
        doc: &OperationDoc,
        verb: &Verb,
    ) -> Vec<Success> {
        let own = success(self.names, report, &doc.success);
        let success = if doc.success.is_empty() { verb.success.clone() } else { own };
        succeeds(report, &success, doc, name);
        success
    }

    fn body(
        &self,
        report: &mut Report,
        operation: (&Text, &OperationDoc),
        carried: (Meaning, Method),
    ) -> Option<Body> {
        body(self.names, report, (self.resource, self.fields), operation, carried)
    }

    /// The verb of an operation: the one it names, or the one it is called like.
    fn verb(&self, report: &mut Report, name: &Text, doc: &OperationDoc) -> Option<VerbId> {
        let said = doc.verb.as_ref();
        let verb = self.names.verb(said.map_or(&name.value, |said| &said.value));
        match (verb, said) {
            (None, Some(said)) => unknown(self.names, report, said),
            (None, None) => {
                let message = format!("nothing says what `{}` means", name.value);
                let verbs = self.names.verbs.iter().map(|(name, _)| name.value.as_str());
                let near = report.closest(&name.value, verbs);
                report.push(
                    Problem::new(NO_VERB, name.place, message)
                        .label("not the name of a verb, and no `verb`")
                        .help("say which verb it is: `verb: action`")
                        .suggest(near),
                );
            }
            (Some(_), _) => {}
        }
        verb
    }

    /// The method of an operation: its own, or the one that its verb has here.
    fn method(
        &self,
        report: &mut Report,
        name: &Text,
        doc: &OperationDoc,
        verb: &Verb,
    ) -> Option<Method> {
        if doc.method.is_some() {
            return word(report, doc.method.as_ref());
        }
        let method = self.methods.get(verb.name.as_str()).map(|(method, _)| *method);
        // A verb that should have one and has none was reported there.
        if method.is_none() && verb.meaning == Meaning::Action {
            let message = format!("nothing says which HTTP method `{}` has", name.value);
            report.push(
                Problem::new(ACTION_WITHOUT_METHOD, name.place, message)
                    .label("no `method`")
                    .help("every action states its own: `method: POST`"),
            );
        }
        report.required(method)
    }

    fn path(
        &self,
        report: &mut Report,
        name: &'d Text,
        doc: &'d OperationDoc,
        verb: &Verb,
    ) -> Path {
        let template = match (&doc.absolute_path, &doc.path) {
            (Some(path), _) => Template::read(report, path),
            (None, Some(path)) => self.template.join(&Template::read(report, path)),
            (None, None) if verb.on == Target::Item && !is_singleton(self.doc()) => {
                self.template.item(item_parameter(self.doc()))
            }
            (None, None) => self.template.clone(),
        };
        let typing =
            Typing { names: self.names, places: self.places, resource: self.resource, owner: name };
        typing.path(report, &template)
    }

    fn errors(
        &self,
        report: &mut Report,
        errors: &mut ErrorSets,
        name: &Text,
        doc: &OperationDoc,
        verb: &VerbDoc,
    ) -> ErrorSetId {
        let mut outcomes = errors.outcomes(self.names, report, &doc.errors, name.place);
        let mut seen_before = Report::default();
        let inherited =
            errors.outcomes(self.names, &mut seen_before, verb.errors.as_slice(), name.place);
        if report.unfold(inherited.len(), name.place) {
            outcomes.extend(inherited);
        }
        let resource = self.names.resource_name(self.resource);
        errors.intern(outcomes, || ErrorSetName::Operation(resource.to_owned(), name.value.clone()))
    }
}
