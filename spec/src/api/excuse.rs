//! Findings of the lint that a quirk explains.

use std::fmt;

use crate::problem::{Code, Place};

/// A finding, or several of one kind, that the lint is not to report: a code and what the finding
/// is about, as in `DL0108 agents.online agents.get`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excuse {
    /// The kind of finding.
    pub code: Code,
    /// The names that the finding is about, in any order; `agents.*` stands for every name that
    /// begins with `agents.`.
    pub about: Vec<String>,
    /// Where the description states it.
    pub place: Place,
}

/// What is wrong with a text that should be an excuse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExcuseError {
    /// It does not begin with a code of the lint.
    Code,
    /// No names follow the code, or not with a single space before each.
    Names,
    /// A `*` stands elsewhere than alone behind the last dot of a name.
    Star,
}

impl Excuse {
    /// Reads `DL0108 agents.online agents.get`: a code of the lint, then names, each after one
    /// space.
    ///
    /// # Errors
    ///
    /// What is wrong with the text.
    ///
    /// # Example
    ///
    /// ```
    /// use deskpro_spec::Place;
    /// use deskpro_spec::api::Excuse;
    ///
    /// let excuse = Excuse::read("DL0108 agents.*", Place::default()).unwrap();
    /// assert!(excuse.names(&["agents.online", "agents.get"]));
    /// assert!(!excuse.names(&["agents.online", "people.get"]));
    /// ```
    pub fn read(text: &str, place: Place) -> Result<Self, ExcuseError> {
        let (code, names) = text.split_once(' ').ok_or(match code_of(text) {
            Some(_) => ExcuseError::Names,
            None => ExcuseError::Code,
        })?;
        let code = code_of(code).ok_or(ExcuseError::Code)?;
        let about: Vec<String> = names.split(' ').map(str::to_owned).collect();
        if about.iter().any(String::is_empty) {
            return Err(ExcuseError::Names);
        }
        let is_star_in_place = |name: &String| match name.strip_suffix(".*") {
            Some(before) => !before.is_empty() && !before.contains('*'),
            None => !name.contains('*'),
        };
        if !about.iter().all(is_star_in_place) {
            return Err(ExcuseError::Star);
        }
        Ok(Self { code, about, place })
    }

    /// Whether it names just these: each of them, and nothing else.
    pub fn names<S: AsRef<str>>(&self, about: &[S]) -> bool {
        let is_named = |name: &S| self.about.iter().any(|pattern| matches(pattern, name.as_ref()));
        let is_there = |pattern: &String| about.iter().any(|name| matches(pattern, name.as_ref()));
        about.iter().all(is_named) && self.about.iter().all(is_there)
    }
}

impl fmt::Display for Excuse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.code, self.about.join(" "))
    }
}

/// The code of a finding, spelled out as people read it.
fn code_of(text: &str) -> Option<Code> {
    let code: Code = text.parse().ok()?;
    (code.is_finding() && code.to_string() == text).then_some(code)
}

fn matches(pattern: &str, name: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some(start) => name.len() > start.len() && name.starts_with(start),
        None => pattern == name,
    }
}

#[cfg(test)]
mod tests {
    use super::{Excuse, ExcuseError};
    use crate::problem::Place;

    fn read(text: &str) -> Result<Excuse, ExcuseError> {
        Excuse::read(text, Place::default())
    }

    #[test]
    fn what_is_read_is_written_the_same() {
        for text in ["DL0108 agents.online agents.get", "DL0101 create", "DL0110 tickets.*"] {
            assert_eq!(read(text).unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_is_no_excuse() {
        for text in ["", " ", "create", "DP0201 create", "DL108 create", "dl0108 create", "0108 x"]
        {
            assert_eq!(read(text), Err(ExcuseError::Code), "{text:?}");
        }
        for text in ["DL0108", "DL0108 ", "DL0108  a", "DL0108 a ", "DL0108 a  b"] {
            assert_eq!(read(text), Err(ExcuseError::Names), "{text:?}");
        }
        for text in ["DL0108 *", "DL0108 .*", "DL0108 a*", "DL0108 *.get", "DL0108 a.*.b.*"] {
            assert_eq!(read(text), Err(ExcuseError::Star), "{text:?}");
        }
    }

    #[test]
    fn every_name_counts_and_their_order_does_not() {
        let excuse = read("DL0108 agents.online agents.get").unwrap();
        assert!(excuse.names(&["agents.get", "agents.online"]));
        assert!(!excuse.names(&["agents.get"]));
        assert!(!excuse.names(&["agents.get", "agents.online", "agents.list"]));
        let star = read("DL0108 agents.* people.get").unwrap();
        assert!(star.names(&["people.get", "agents.online"]));
        assert!(!star.names(&["people.get"]));
        assert!(!star.names(&["people.get", "agents."]));
    }
}
