//! Verbs and the HTTP methods that carry them.

use std::collections::BTreeMap;

use super::error_sets::ErrorSets;
use super::names::{Names, Scope, sorted};
use super::parameters::shared;
use super::report::{Report, listed};
use super::responses::{Effects, success};
use super::sources::cited;
use super::words::{prose, snake_case, word};
use crate::api::{ErrorSetName, Meaning, Method, Repeat, Target, Verb};
use crate::document::{Entries, Text, VerbDoc};
use crate::problem::Problem;
use crate::problem::codes::meaning::{SAME_METHOD, UNKNOWN_VERB, VERB_WITHOUT_METHOD};

/// HTTP methods by the name of the verb that they carry, with where that is said.
pub(super) type Methods<'d> = BTreeMap<&'d str, (Method, &'d Text)>;

/// The verbs of a description, by name.
pub(super) fn verbs(
    names: &Names<'_>,
    report: &mut Report,
    methods: &Methods<'_>,
    errors: &mut ErrorSets,
) -> Vec<Verb> {
    let verbs = names.verbs.iter();
    verbs.map(|(name, doc)| verb(names, report, methods, errors, name, doc)).collect()
}

/// The HTTP methods that a `methods` mapping gives.
pub(super) fn methods<'d>(
    names: &Names<'d>,
    report: &mut Report,
    entries: &'d Entries<Text>,
) -> Methods<'d> {
    let mut methods = Methods::new();
    for (name, method) in sorted(entries) {
        if names.verb(&name.value).is_none() {
            unknown(names, report, name);
        }
        if let Some(known) = word(report, Some(method)) {
            methods.insert(&name.value, (known, method));
        }
    }
    methods
}

/// Reports that create and update would be the same request method. `methods` are those that hold
/// here, the ones of `entries` among them.
pub(super) fn distinct_methods(
    names: &Names<'_>,
    report: &mut Report,
    methods: &Methods<'_>,
    entries: &Entries<Text>,
) {
    let of = |meaning: &str| {
        let mut verbs = names.verbs.iter();
        let is_it = |doc: &VerbDoc| doc.meaning.as_ref().is_some_and(|word| word.value == meaning);
        let (name, _) = verbs.find(|(_, doc)| is_it(doc))?;
        methods.get(name.value.as_str()).copied()
    };
    let (Some((create, first)), Some((update, second))) = (of("create"), of("update")) else {
        return;
    };
    let is_here = entries
        .iter()
        .any(|(_, method)| method.place == second.place || method.place == first.place);
    if create == update && is_here {
        let message = format!("create and update are both {create}");
        report.push(
            Problem::new(SAME_METHOD, second.place, message)
                .label("the same method")
                .related(first.place, "the other one")
                .help("one of them is PUT and the other POST"),
        );
    }
}

/// The verb that a text names. Reports an unknown one.
pub(super) fn unknown(names: &Names<'_>, report: &mut Report, name: &Text) {
    let known = names.verbs.iter().map(|(name, _)| name.value.as_str());
    let near = report.closest(&name.value, known.clone());
    report.push(
        Problem::new(UNKNOWN_VERB, name.place, format!("unknown verb `{}`", name.value))
            .label("not declared under `verbs`")
            .help(format!("declared verbs: {}", listed(known)))
            .suggest(near),
    );
}

fn verb(
    names: &Names<'_>,
    report: &mut Report,
    methods: &Methods<'_>,
    errors: &mut ErrorSets,
    name: &Text,
    doc: &VerbDoc,
) -> Verb {
    snake_case(report, "verb", name);
    let meaning = word(report, doc.meaning.as_ref());
    let meaning = report.required(meaning).unwrap_or(Meaning::Action);
    let method = methods.get(name.value.as_str()).map(|(method, _)| *method);
    // A method that is no word of HTTP was reported by parsing.
    let has_method = names.document.methods.iter().any(|(verb, _)| verb.value == name.value);
    if !has_method && meaning != Meaning::Action {
        without_method(report, name);
    }
    let effects = Effects::of_verb(doc);
    effects.check(report, method);
    let on = word(report, doc.on.as_ref());
    Verb {
        name: name.value.clone(),
        meaning,
        docs: prose(report, doc.docs.as_ref()),
        method,
        negotiable: effects.is_negotiable(),
        on: report.required(on).unwrap_or(Target::Collection),
        success: success(names, report, &doc.success),
        location: effects.has_location(),
        follow_location: effects.follows_location(),
        repeat: word(report, doc.repeat.as_ref()).unwrap_or(Repeat::Unsafe),
        query: (doc.query.iter())
            .filter_map(|query| shared(names, report, Scope::AnyResource, query))
            .collect(),
        errors: doc.errors.as_ref().map(|set| {
            let outcomes = errors.outcomes(names, report, std::slice::from_ref(set), set.place);
            errors.intern(outcomes, || ErrorSetName::Declared(set.value.clone()))
        }),
        sources: cited(names, report, &doc.source),
        place: name.place,
    }
}

fn without_method(report: &mut Report, name: &Text) {
    let message = format!("the verb `{}` has no HTTP method", name.value);
    report.push(
        Problem::new(VERB_WITHOUT_METHOD, name.place, message)
            .label("not under `methods`")
            .help(format!("say which it is: `methods: {{ {}: GET }}`", name.value)),
    );
}
