//! Names that must differ from one another.

use std::collections::BTreeSet;

use proc_macro2::Ident;

use super::case::ident;

/// Names that are taken in one scope.
#[derive(Debug, Clone, Default)]
pub(super) struct Scope {
    taken: BTreeSet<String>,
}

impl Scope {
    /// A scope in which these names are taken.
    pub(super) fn with(taken: &[&str]) -> Self {
        Self { taken: taken.iter().map(|&name| name.to_owned()).collect() }
    }

    /// A scope in which these names are taken.
    pub(super) fn of(taken: BTreeSet<String>) -> Self {
        Self { taken }
    }

    /// The same scope in which these names are taken too.
    pub(super) fn and(mut self, taken: &[&str]) -> Self {
        self.taken.extend(taken.iter().map(|&name| name.to_owned()));
        self
    }

    /// The names that are taken.
    pub(super) fn into_names(self) -> BTreeSet<String> {
        self.taken
    }

    /// The name itself, or, where it is taken, the name with `suffix`, or with a number.
    pub(super) fn claim(&mut self, name: &str, suffix: &str) -> Ident {
        let mut candidate = name.to_owned();
        let mut number = 1_usize;
        while !self.taken.insert(candidate.clone()) {
            candidate = match number {
                1 => format!("{name}{suffix}"),
                _ => format!("{name}{suffix}{number}"),
            };
            number += 1;
        }
        ident(&candidate)
    }
}
