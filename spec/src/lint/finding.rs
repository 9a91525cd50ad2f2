//! Findings before they are problems: with names that excuses can cite, and with their cause.

use std::collections::BTreeMap;

use crate::problem::codes::lint::UNUSED_EXCUSE;
use crate::problem::{Code, Place, Problem, Problems};

/// How many of several findings a line lists.
const LISTED: usize = 5;

/// How many findings are kept, so that a hostile description cannot take all memory.
const KEPT: usize = 100_000;

/// Something that is likely to be a mistake.
pub(super) struct Finding {
    pub(super) problem: Problem,
    /// The names of what it is about, as excuses write them.
    pub(super) about: Vec<String>,
    cause: Option<Cause>,
}

/// What findings that are mended in one go have in common.
#[derive(Clone)]
pub(super) struct Cause {
    /// Findings with the same code and key are one.
    pub(super) key: String,
    /// Where they are mended.
    pub(super) place: Place,
    /// What they have in common, after their number: "fields of `tickets` have no source".
    pub(super) message: String,
    /// What stands under the caret.
    pub(super) label: &'static str,
}

impl Finding {
    /// A finding about something.
    pub(super) fn new(
        code: Code,
        place: Place,
        about: impl IntoIterator<Item = impl Into<String>>,
        message: impl Into<String>,
    ) -> Self {
        // Names are one word each in an excuse.
        let word = |name: String| name.replace(char::is_whitespace, "_");
        Self {
            problem: Problem::new(code, place, message),
            about: about.into_iter().map(|name| word(name.into())).collect(),
            cause: None,
        }
    }

    /// Says what stands under the caret.
    pub(super) fn label(mut self, label: &'static str) -> Self {
        self.problem = self.problem.label(label);
        self
    }

    /// Adds another place that matters.
    pub(super) fn related(mut self, place: Place, text: impl Into<String>) -> Self {
        self.problem = self.problem.related(place, text);
        self
    }

    /// Adds a line that says what to do.
    pub(super) fn help(mut self, line: impl Into<String>) -> Self {
        self.problem = self.problem.help(line);
        self
    }

    /// Says what it has in common with others.
    pub(super) fn because(mut self, cause: Cause) -> Self {
        self.cause = Some(cause);
        self
    }

    /// The excuse for just this one.
    fn excuse(&self) -> String {
        format!("{} {}", self.problem.code, self.about.join(" "))
    }
}

/// The findings so far.
#[derive(Default)]
pub(super) struct Findings {
    list: Vec<Finding>,
}

impl Findings {
    /// Adds a finding.
    pub(super) fn push(&mut self, finding: Finding) {
        if self.list.len() < KEPT {
            self.list.push(finding);
        }
    }

    /// Leaves only the findings that a condition holds for.
    pub(super) fn retain(&mut self, keep: impl FnMut(&Finding) -> bool) {
        self.list.retain(keep);
    }

    /// The findings by place, those with the same cause as one.
    pub(super) fn into_problems(self) -> Problems {
        let mut groups: BTreeMap<(Code, String), Vec<Finding>> = BTreeMap::new();
        let mut problems = Problems::new();
        for finding in self.list {
            match &finding.cause {
                Some(cause) => {
                    groups
                        .entry((finding.problem.code, cause.key.clone()))
                        .or_default()
                        .push(finding);
                }
                None => problems.push(alone(finding)),
            }
        }
        groups.into_values().filter_map(grouped).for_each(|problem| problems.push(problem));
        problems.into_sorted()
    }
}

fn alone(finding: Finding) -> Problem {
    if finding.problem.code == UNUSED_EXCUSE {
        return finding.problem;
    }
    let excuse = finding.excuse();
    finding.problem.help(format!("to excuse it, under a quirk: `excuses: [\"{excuse}\"]`"))
}

fn grouped(mut findings: Vec<Finding>) -> Option<Problem> {
    if findings.len() < 2 {
        return findings.pop().map(alone);
    }
    findings.sort_by(|a, b| (a.problem.place, &a.about).cmp(&(b.problem.place, &b.about)));
    let first = findings.first()?;
    let cause = first.cause.as_ref()?;
    let message = format!("{} {}", findings.len(), cause.message);
    let mut problem = Problem::new(first.problem.code, cause.place, message).label(cause.label);
    let names = findings.iter().filter_map(|finding| finding.about.first());
    let mut names: Vec<&str> = names.map(String::as_str).collect();
    names.dedup();
    problem = problem.help(format!("they are about {}", listed(names)));
    for line in &first.problem.help {
        problem = problem.help(line.clone());
    }
    let mut excuses: Vec<String> = match shared_excuse(&findings) {
        Some(excuse) => vec![excuse],
        None => findings.iter().take(LISTED).map(Finding::excuse).collect(),
    };
    excuses.dedup();
    let excuses = excuses.join("\", \"");
    Some(problem.help(format!("to excuse them, under a quirk: `excuses: [\"{excuses}\"]`")))
}

/// The excuse for all findings, where all they are about has one beginning.
fn shared_excuse(findings: &[Finding]) -> Option<String> {
    let first = findings.first()?;
    let (owner, _) = first.about.first()?.rsplit_once('.')?;
    let start = format!("{owner}.");
    let is_within = |finding: &Finding| finding.about.iter().all(|name| name.starts_with(&start));
    findings.iter().all(is_within).then(|| format!("{} {start}*", first.problem.code))
}

/// The first names, and how many more there are.
pub(super) fn listed<'n>(names: impl IntoIterator<Item = &'n str>) -> String {
    let mut names = names.into_iter();
    let first: Vec<String> = names.by_ref().take(LISTED).map(|name| format!("`{name}`")).collect();
    match names.count() {
        0 => first.join(", "),
        more => format!("{} and {more} more", first.join(", ")),
    }
}
