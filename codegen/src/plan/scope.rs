//! Names that must differ from one another.

use std::collections::BTreeSet;

use proc_macro2::Ident;

use super::case::ident;

/// Names that are taken in one scope.
#[derive(Debug, Clone, Default)]
pub(super) struct Scope {
    /// Names that nothing can have, which are the same in many scopes.
    reserved: Vec<&'static [&'static str]>,
    taken: BTreeSet<String>,
}

impl Scope {
    /// A scope in which these names are taken.
    pub(super) fn with(reserved: &'static [&'static str]) -> Self {
        Self { reserved: vec![reserved], taken: BTreeSet::new() }
    }

    /// A scope in which these names are taken.
    pub(super) fn of(taken: impl IntoIterator<Item = String>) -> Self {
        Self { taken: taken.into_iter().collect(), ..Self::default() }
    }

    /// The same scope in which these names are taken too.
    pub(super) fn and(mut self, reserved: &'static [&'static str]) -> Self {
        self.reserved.push(reserved);
        self
    }

    /// The names that were claimed.
    pub(super) fn into_names(self) -> BTreeSet<String> {
        self.taken
    }

    /// The name itself, or, where it is taken, the name with `suffix`, or with a number.
    pub(super) fn claim(&mut self, name: &str, suffix: &str) -> Ident {
        let mut candidate = name.to_owned();
        let mut number = 1_usize;
        while self.is_taken(&candidate) {
            candidate = match number {
                1 => format!("{name}{suffix}"),
                _ => format!("{name}{suffix}{number}"),
            };
            number += 1;
        }
        let claimed = ident(&candidate);
        self.taken.insert(candidate);
        claimed
    }

    fn is_taken(&self, name: &str) -> bool {
        self.reserved.iter().any(|names| names.contains(&name)) || self.taken.contains(name)
    }
}
