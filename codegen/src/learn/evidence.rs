//! What speaks for a change: where it was seen, how often and when.

use std::collections::{BTreeMap, BTreeSet};

use super::drift::{Deviation, Finding};

/// How many places a comment names, and how many operations the documentation.
const MOST_NAMED: usize = 3;

/// Everything that was seen of one thing.
#[derive(Debug, Default)]
pub(super) struct Evidence {
    /// How often, by operation and path.
    places: BTreeMap<(String, String), u64>,
    pub(super) seen: BTreeSet<String>,
    first: Option<String>,
    last: Option<String>,
}

impl Evidence {
    pub(super) fn add(&mut self, finding: &Finding) {
        let place = (finding.operation.clone(), finding.path.clone());
        let count = self.places.entry(place).or_default();
        *count = count.saturating_add(finding.count);
        self.seen.extend(finding.seen.iter().cloned());
        if finding.deviation == Deviation::UnexpectedNull {
            self.seen.insert("null".to_owned());
        }
        // Written so that their order is that of the moments.
        let moments = [&self.first, &finding.first].into_iter().flatten();
        self.first = moments.min().cloned();
        let moments = [&self.last, &finding.last].into_iter().flatten();
        self.last = moments.max().cloned();
    }

    /// "Seen in `tickets.get` and `tickets.list`; not documented."
    pub(super) fn docs(&self) -> String {
        let operations: BTreeSet<&str> =
            self.places.keys().map(|(operation, _)| operation.as_str()).collect();
        let named: Vec<String> =
            operations.iter().take(MOST_NAMED).map(|it| format!("`{it}`")).collect();
        format!("Seen in {}; not documented.", joined(&named, operations.len()))
    }

    /// "Seen 41 times: in tickets.list at data[].order_number. It was: integer, null. First on .. "
    pub(super) fn comment(&self) -> String {
        let count = self.places.values().copied().fold(0, u64::saturating_add);
        let named: Vec<String> = self
            .places
            .keys()
            .take(MOST_NAMED)
            .map(|(operation, path)| match path.is_empty() {
                true => format!("in {operation}"),
                false => format!("in {operation} at {path}"),
            })
            .collect();
        let times = if count == 1 { "once".to_owned() } else { format!("{count} times") };
        let mut comment = format!("Seen {times}, {}", joined(&named, self.places.len()));
        if !self.seen.is_empty() {
            let seen: Vec<&str> = self.seen.iter().map(String::as_str).collect();
            comment.push_str(&format!(": {}", seen.join(", ")));
        }
        comment.push('.');
        if let Some(period) = self.period() {
            comment.push_str(&format!(" {period}"));
        }
        comment
    }

    fn period(&self) -> Option<String> {
        let day = |moment: &str| moment.chars().take_while(|&c| c != 'T').collect::<String>();
        let (first, last) = (day(self.first.as_deref()?), day(self.last.as_deref()?));
        Some(match first == last {
            true => format!("On {first}."),
            false => format!("From {first} to {last}."),
        })
    }
}

/// "a, b and c", or "a, b, c and 2 more" of five.
fn joined(named: &[String], all: usize) -> String {
    let more = all.saturating_sub(named.len());
    match named {
        [] => String::new(),
        _ if more > 0 => format!("{} and {more} more", named.join(", ")),
        [only] => only.clone(),
        [before @ .., last] => format!("{} and {last}", before.join(", ")),
    }
}
