//! HTTP methods that contradict what an operation means, or what a status says of them.

use std::collections::{BTreeMap, BTreeSet};

use super::described::{Described, methods};
use super::finding::{Cause, Finding, Findings};
use crate::api::{Api, Meaning, Method, Status, Success, Target, Verb};
use crate::document::Text;
use crate::problem::Place;
use crate::problem::codes::lint::METHOD_OF_ANOTHER_MEANING;

pub(super) fn rule(described: &Described<'_>, findings: &mut Findings) {
    let stated = stated(described.api);
    let methods = methods(&described.document.methods);
    for verb in &described.api.verbs {
        if let (Some(method), Some(text)) = (verb.method, methods.get(verb.name.as_str())) {
            let cause = cause("methods".to_owned(), text);
            let case = Case::of_verb(verb, method, text.place);
            push(findings, case.finding(&stated), Some(cause));
        }
    }
    for (resource, it) in described.operations() {
        let verb = &described.api[it.operation.verb];
        let of_resource = resource.methods.get(verb.name.as_str()).copied();
        let Some(text) = it.doc.method.as_ref().or(of_resource) else { continue };
        let key = format!("methods of {}", resource.resource.name);
        let cause = it.doc.method.is_none().then(|| cause(key, text));
        let case = Case {
            name: &it.name,
            success: &it.operation.success,
            is_collection: it.segments().last().is_some_and(|last| !last.contains('{')),
            ..Case::of_verb(verb, it.operation.method, text.place)
        };
        push(findings, case.finding(&stated), cause);
    }
}

/// Statuses by their number, with the methods that their documentation names.
type Stated<'d> = BTreeMap<u16, (&'d Status, Vec<&'static str>)>;

/// A method with what it stands for.
struct Case<'d> {
    name: &'d str,
    meaning: Meaning,
    /// Whether it is sent to a collection.
    is_collection: bool,
    success: &'d [Success],
    method: Method,
    place: Place,
}

impl<'d> Case<'d> {
    fn of_verb(verb: &'d Verb, method: Method, place: Place) -> Self {
        let Verb { name, meaning, on, success, .. } = verb;
        let is_collection = *on == Target::Collection;
        Self { name, meaning: *meaning, is_collection, success, method, place }
    }

    fn has(&self, status: u16) -> bool {
        self.success.iter().any(|success| success.status == status)
    }

    /// Why the method is that of something else.
    fn contradiction(&self) -> Option<&'static str> {
        use Meaning::{Create, Delete, Get, List, Update};
        use Method::{Delete as DELETE, Get as GET, Head as HEAD, Options as OPTIONS, Post, Put};
        let is_reading = matches!(self.method, GET | HEAD | OPTIONS);
        match (self.meaning, self.method) {
            (List | Get, _) if !is_reading => Some("which is no method to read with"),
            (Create | Update | Delete, _) if is_reading => Some("which changes nothing"),
            (Create | Update, DELETE) => Some("which removes"),
            // PUT stores what is sent at the very path that it is sent to (RFC 9110).
            (Create, Put) if self.is_collection && self.has(201) => {
                Some("and 201 on a collection is what POST answers")
            }
            (Update, Post) if self.has(204) => Some("and 204 on an item is what PUT answers"),
            (Delete, Post | Put) => Some("where DELETE says what is meant"),
            _ => None,
        }
    }

    /// The finding, if there is something to say.
    fn finding(&self, stated: &Stated<'_>) -> Option<Finding> {
        let mut others = self.success.iter().filter_map(|success| stated.get(&success.status));
        let other = others.find(|(_, methods)| !methods.contains(&self.method.as_str()));
        let (name, method) = (self.name, self.method);
        let message = match (self.contradiction(), other) {
            (Some(why), _) => format!("`{name}` is {method}, {why}"),
            (None, Some((status, methods))) => {
                let (number, methods) = (status.number, methods.join(" and "));
                format!("`{name}` is {method}, and status {number} is said to be of {methods}")
            }
            (None, None) => return None,
        };
        let finding = Finding::new(METHOD_OF_ANOTHER_MEANING, self.place, [name], message)
            .label("the method of another meaning")
            .help("look up which method the API takes, and say so under `methods`");
        Some(match other {
            Some((status, _)) => finding.related(status.place, "this says which methods it is of"),
            None => finding,
        })
    }
}

fn cause(key: String, text: &Text) -> Cause {
    Cause {
        key,
        place: text.place,
        message: "verbs have the method of another meaning".to_owned(),
        label: "the methods contradict the statuses",
    }
}

fn push(findings: &mut Findings, finding: Option<Finding>, cause: Option<Cause>) {
    let Some(finding) = finding else { return };
    findings.push(match cause {
        Some(cause) => finding.because(cause),
        None => finding,
    });
}

/// Statuses whose documentation names methods, with those.
fn stated(api: &Api) -> Stated<'_> {
    let named = |status: &Status| -> Vec<&'static str> {
        let words: BTreeSet<&str> = status.docs.split(|c: char| !c.is_ascii_alphabetic()).collect();
        Method::ALL.iter().map(|it| it.as_str()).filter(|it| words.contains(it)).collect()
    };
    let all = api.statuses.iter().map(|status| (status.number, (status, named(status))));
    all.filter(|(_, (_, methods))| !methods.is_empty()).collect()
}
