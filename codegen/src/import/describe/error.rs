//! Statuses and sets of refusals.

use std::collections::{BTreeMap, BTreeSet};

use super::super::resource::ResourceDraft;
use super::super::yaml::{Map, Yaml};

/// The refusals of all operations.
#[derive(Debug, Default)]
pub(super) struct Errors {
    /// What every operation of a verb can meet, by verb.
    verbs: BTreeMap<&'static str, BTreeSet<u16>>,
    /// Names of sets of several statuses.
    sets: BTreeMap<BTreeSet<u16>, String>,
    /// What each status most often means, where the document says it in most places.
    statuses: BTreeMap<u16, Option<String>>,
}

impl Errors {
    /// The refusals that these operations have in common.
    pub(super) fn of(resources: &[ResourceDraft<'_>]) -> Self {
        let mut errors = Self::default();
        for operation in resources.iter().flat_map(|resource| &resource.operations) {
            let statuses = operation.success.keys().chain(&operation.errors);
            errors.statuses.extend(statuses.map(|status| (*status, None)));
            let common = errors.verbs.entry(operation.verb);
            let own = &operation.errors;
            common.and_modify(|it| it.retain(|it| own.contains(it))).or_insert_with(|| own.clone());
        }
        for (status, said) in &mut errors.statuses {
            *said = usual(resources, *status);
        }
        errors.verbs.retain(|_, common| !common.is_empty());
        let names = [
            ("list", "listing"),
            ("get", "reading"),
            ("create", "creating"),
            ("update", "updating"),
            ("replace", "replacing"),
            ("delete", "deleting"),
            ("action", "acting"),
        ];
        for (verb, name) in names {
            if let Some(set) = errors.verbs.get(verb) {
                errors.sets.entry(set.clone()).or_insert_with(|| name.to_owned());
            }
        }
        errors
    }

    /// The set of a verb.
    pub(super) fn of_verb(&self, verb: &str) -> Option<&str> {
        self.sets.get(self.verbs.get(verb)?).map(String::as_str)
    }

    /// What an operation can meet beside what its verb can.
    pub(super) fn beside(&self, verb: &str, errors: &BTreeSet<u16>) -> Yaml {
        let known = self.verbs.get(verb);
        let own = errors.iter().filter(|it| !known.is_some_and(|known| known.contains(it)));
        Yaml::List(own.map(|status| i64::from(*status).into()).collect())
    }

    /// Whether the meaning of a status says as much as this.
    pub(super) fn says(&self, status: u16, said: &str) -> bool {
        let letters = |text: &str| {
            let letters = text.chars().filter(|c| c.is_alphanumeric());
            letters.flat_map(char::to_lowercase).collect::<String>()
        };
        let (name, docs) = known(status);
        let usual = self.statuses.get(&status).and_then(Option::as_deref);
        let known = [
            name,
            docs,
            usual.unwrap_or_default(),
            "response",
            "success",
            "successful",
            "successful response",
            "successful operation",
            "no content",
            "default response",
            "ok",
            "error",
            "none",
        ];
        known.iter().any(|known| letters(known) == letters(said))
    }

    /// `error_sets`.
    pub(super) fn sets(&self) -> Map {
        let mut map = Map::tall();
        for (set, name) in &self.sets {
            let statuses = set.iter().map(|status| i64::from(*status).into());
            map.add(name, statuses.collect::<Vec<Yaml>>());
        }
        map
    }

    /// `statuses`.
    pub(super) fn statuses(&self) -> Map {
        let mut map = Map::tall();
        for (status, said) in &self.statuses {
            let (name, docs) = known(*status);
            let docs = said.as_deref().unwrap_or(docs);
            let retry = match status {
                429 => Some("rate_limit"),
                503 => Some("outage"),
                _ => None,
            };
            let name = if name.is_empty() { format!("status_{status}") } else { name.to_owned() };
            let entry = Map::default().with("name", name).with("docs", docs);
            map.put_status(*status, entry.with_some("retry", retry));
        }
        map
    }
}

/// What most operations say of a status, where they say more than its name.
fn usual(resources: &[ResourceDraft<'_>], status: u16) -> Option<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut all: usize = 0;
    for operation in resources.iter().flat_map(|resource| &resource.operations) {
        if let Some(said) = operation.answers.get(&status) {
            *counts.entry(said).or_default() += 1;
            all += 1;
        }
    }
    let (said, count) = counts.into_iter().max_by_key(|(_, count)| *count)?;
    // `OK` says nothing.
    let is_sentence = said.contains(' ') && said.len() > 20;
    (is_sentence && count > 1 && count * 2 > all).then(|| said.to_owned())
}

/// Names and meanings of statuses (RFC 9110 and the registry of statuses).
const KNOWN: &[(u16, &str, &str)] = &[
    (200, "ok", "It was done."),
    (201, "created", "It was made."),
    (202, "accepted", "It will be done later."),
    (203, "non_authoritative", "It was done, and somebody on the way changed the answer."),
    (204, "no_content", "It was done, and the answer has no body."),
    (205, "reset_content", "It was done, and the form should be emptied."),
    (206, "partial_content", "A part of it."),
    (207, "multi_status", "Several answers in one."),
    (208, "already_reported", "It was listed before."),
    (226, "im_used", "What changed since."),
    (400, "bad_request", "The request is wrong."),
    (401, "unauthorized", "Nobody says who is asking."),
    (402, "payment_required", "It has to be paid for."),
    (403, "forbidden", "Who is asking may not do this."),
    (404, "not_found", "There is no such thing."),
    (405, "method_not_allowed", "It does not take this method."),
    (406, "not_acceptable", "It cannot answer as it was asked to."),
    (407, "proxy_authentication_required", "A proxy wants to know who is asking."),
    (408, "request_timeout", "The request came too slowly."),
    (409, "conflict", "It contradicts what is there."),
    (410, "gone", "It was there, and is no more."),
    (411, "length_required", "The length of the body is not said."),
    (412, "precondition_failed", "It is not as the request says."),
    (413, "content_too_large", "The body is too large."),
    (414, "uri_too_long", "The address is too long."),
    (415, "unsupported_media_type", "It does not take this media type."),
    (416, "range_not_satisfiable", "There is no such part."),
    (417, "expectation_failed", "It does not do what was expected."),
    (418, "teapot", "It does nothing of the kind."),
    (421, "misdirected_request", "The request came to the wrong server."),
    (422, "unprocessable_content", "The request can be read, and what it says is wrong."),
    (423, "locked", "It is locked."),
    (424, "failed_dependency", "What it needs failed."),
    (425, "too_early", "It is too early for it."),
    (426, "upgrade_required", "It takes another protocol only."),
    (428, "precondition_required", "The request has to say what it expects."),
    (429, "too_many_requests", "Too many requests."),
    (431, "header_fields_too_large", "The headers are too large."),
    (451, "unavailable_for_legal_reasons", "The law forbids it."),
    (500, "internal_server_error", "The server failed."),
    (501, "not_implemented", "The server cannot do this."),
    (502, "bad_gateway", "A server behind it failed."),
    (503, "service_unavailable", "The server is not there for now."),
    (504, "gateway_timeout", "A server behind it did not answer."),
    (505, "http_version_not_supported", "It does not take this version of HTTP."),
    (507, "insufficient_storage", "There is no room for it."),
    (508, "loop_detected", "It would never end."),
    (511, "network_authentication_required", "The network wants to know who is asking."),
];

/// Name and meaning of a status.
fn known(status: u16) -> (&'static str, &'static str) {
    let known = KNOWN.iter().find(|(number, ..)| *number == status);
    known.map_or(("", "The document says no more than this."), |(_, name, docs)| (*name, *docs))
}
