//! The list of endpoints.

use std::fmt;

/// One method of one path, as sources have it.
pub(crate) struct Endpoint {
    /// The number of its line in the list.
    line: usize,
    pub(crate) method: &'static str,
    pub(crate) path: &'static str,
    pub(crate) evidence: &'static str,
    pub(crate) fate: Fate,
}

/// What the description makes of an endpoint.
#[derive(Clone, Copy)]
pub(crate) enum Fate {
    /// An operation, by its full name.
    Operation(&'static str),
    /// Nothing, and why.
    LeftOut(&'static str),
}

impl fmt::Display for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "endpoints.txt:{}: {} {}", self.line, self.method, self.path)
    }
}

/// Every line of the list that is no comment.
pub(crate) fn endpoints() -> Vec<Endpoint> {
    let lines = include_str!("endpoints.txt").lines().enumerate();
    let listed = lines.filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
    listed.map(|(at, line)| endpoint(at + 1, line)).collect()
}

fn endpoint(number: usize, line: &'static str) -> Endpoint {
    let (method, rest) = word(line);
    let (path, rest) = word(rest);
    let (evidence, fate) = word(rest);
    assert!(!fate.is_empty(), "endpoints.txt:{number}: four columns are expected");
    let fate = match fate.strip_prefix("left out:") {
        Some(why) => Fate::LeftOut(why.trim()),
        None => Fate::Operation(fate),
    };
    Endpoint { line: number, method, path, evidence, fate }
}

/// The first word of a line, and what follows it.
fn word(line: &str) -> (&str, &str) {
    let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
    (word, rest.trim())
}
