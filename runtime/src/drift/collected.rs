//! Everything that was found so far, within bounds.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{Timestamp, Unit};

use super::{Drift, deviation::Deviation, finding::Finding, report::Report, walk::Found};
use crate::clock::wall_time;

/// How many unknown names an object has before they are taken for keys of a map.
const MOST_NAMES: usize = 100;

/// How many unknown values a place has before they are taken for data.
const MOST_VALUES: usize = 50;

/// How long operation and path may be together.
const LONGEST: usize = 512;

/// Findings by operation and path.
#[derive(Default)]
pub(super) struct Collected {
    findings: BTreeMap<(String, String), Vec<Finding>>,
    count: usize,
    left_out: u64,
    /// How many unknown names an object has.
    names: BTreeMap<(String, String), usize>,
    /// Operations and paths of objects whose unknown names are no longer kept.
    maps: BTreeSet<(String, String)>,
}

impl Collected {
    pub(super) fn len(&self) -> usize {
        self.count
    }

    pub(super) fn is_empty(&self) -> bool {
        self.count == 0 && self.left_out == 0
    }

    pub(super) fn report(&self) -> Report {
        let mut findings: Vec<Finding> = self.findings.values().flatten().cloned().collect();
        // By operation and path they are in order already.
        findings.sort_by(|a, b| {
            let [a, b] = [a, b].map(|it| (&it.operation, &it.path, &it.deviation));
            a.cmp(&b)
        });
        Report { findings, left_out: self.left_out }
    }

    /// Takes in what another one has reported.
    pub(super) fn add(&mut self, report: &Report) {
        self.left_out = self.left_out.saturating_add(report.left_out);
        report.findings.iter().cloned().for_each(|finding| self.put(finding));
    }

    /// Takes in what was found in one answer.
    pub(super) fn take(&mut self, operation: &str, Found(found): Found, left_out: u64) {
        let now = wall_time().and_then(|now| now.round(Unit::Second).ok());
        self.left_out = self.left_out.saturating_add(left_out);
        for (path, deviations) in found {
            for (deviation, shape, count) in deviations {
                let (operation, path) = (operation.to_owned(), path.clone());
                let seen = shape.into_iter().collect();
                let (first, last) = (now, now);
                self.put(Finding { operation, path, deviation, seen, count, first, last });
            }
        }
    }

    fn put(&mut self, mut finding: Finding) {
        if finding.operation.len() + finding.path.len() > LONGEST {
            return self.leave_out(finding.count);
        }
        self.conceal(&mut finding);
        if let Some(known) = self.find(&finding) {
            return merge(known, finding);
        }
        if self.is_one_name_too_many(&finding) {
            self.forget_names(&finding);
            return self.put(finding);
        }
        if self.count == Drift::LIMIT {
            return self.leave_out(finding.count);
        }
        if finding.deviation == Deviation::UnknownField {
            *self.names.entry(object(&finding)).or_default() += 1;
        }
        self.findings.entry(key(&finding)).or_default().push(finding);
        self.count += 1;
    }

    fn leave_out(&mut self, count: u64) {
        self.left_out = self.left_out.saturating_add(count);
    }

    fn find(&mut self, finding: &Finding) -> Option<&mut Finding> {
        let there = self.findings.get_mut(&key(finding))?;
        there.iter_mut().find(|known| known.deviation == finding.deviation)
    }

    /// Takes the names away of what are too many to be the API's.
    fn conceal(&mut self, finding: &mut Finding) {
        if finding.deviation == Deviation::UnknownField {
            let object = object(finding);
            if self.maps.contains(&object) {
                finding.path = entry_of(&object.1);
            }
            return;
        }
        let there = self.findings.get(&key(finding)).map_or(0, Vec::len);
        if there >= MOST_VALUES && self.find(finding).is_none() {
            finding.deviation = finding.deviation.clone().nameless();
        }
    }

    fn is_one_name_too_many(&self, new: &Finding) -> bool {
        let is_full = || self.names.get(&object(new)).is_some_and(|names| *names >= MOST_NAMES);
        new.deviation == Deviation::UnknownField && is_full()
    }

    /// Takes the object of an unknown field for a map: its names are forgotten.
    fn forget_names(&mut self, of: &Finding) {
        let map = object(of);
        let mut forgotten = Vec::new();
        self.findings.retain(|(operation, _), there| {
            if *operation == map.0 {
                let is_name = |known: &Finding| {
                    known.deviation == Deviation::UnknownField && parent(&known.path) == map.1
                };
                forgotten.extend(there.extract_if(.., |known| is_name(known)));
            }
            !there.is_empty()
        });
        self.count = self.count.saturating_sub(forgotten.len());
        self.names.remove(&map);
        self.maps.insert(map);
        forgotten.into_iter().for_each(|finding| self.put(finding));
    }
}

/// Where a finding is kept.
fn key(finding: &Finding) -> (String, String) {
    (finding.operation.clone(), finding.path.clone())
}

/// The object that holds an unknown field.
fn object(finding: &Finding) -> (String, String) {
    (finding.operation.clone(), parent(&finding.path).to_owned())
}

/// Adds to a finding what was found of it since, or before.
fn merge(known: &mut Finding, again: Finding) {
    let earlier = |a: Option<Timestamp>, b: Option<Timestamp>| a.into_iter().chain(b).min();
    known.count = known.count.saturating_add(again.count);
    known.seen.extend(again.seen);
    known.first = earlier(known.first, again.first);
    known.last = known.last.max(again.last);
}

/// The path of the object that holds a field.
fn parent(path: &str) -> &str {
    path.rsplit_once('.').map_or("", |(parent, _)| parent)
}

/// The path of the entries of a map.
fn entry_of(map: &str) -> String {
    if map.is_empty() { "*".to_owned() } else { format!("{map}.*") }
}
