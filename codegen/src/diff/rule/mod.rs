//! Every kind of change, with its explanation.

/// Declares the rules of a file: a constant for each, and the table of them.
macro_rules! rules {
    ($($name:ident $id:literal $title:literal $text:literal)*) => {
        $(
            #[doc = $title]
            pub(in crate::diff) static $name: $crate::diff::rule::Rule =
                $crate::diff::rule::Rule { id: $id, title: $title, text: $text };
        )*

        /// The rules of this file.
        pub(super) static TABLE: &[&$crate::diff::rule::Rule] = &[$(&$name,)*];
    };
}

pub(in crate::diff) mod api;
pub(in crate::diff) mod errors;
pub(in crate::diff) mod fields;
pub(in crate::diff) mod operations;
pub(in crate::diff) mod types;

/// A kind of change.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its stable name: `field-removed`.
    pub id: &'static str,
    /// What it is, in a line.
    pub title: &'static str,
    /// What it means to callers, and why.
    pub text: &'static str,
}

/// Every kind of change.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    let tables = [api::TABLE, operations::TABLE, fields::TABLE, types::TABLE, errors::TABLE];
    tables.into_iter().flatten().copied()
}

/// The kind of change of this name.
pub fn explain(id: &str) -> Option<&'static Rule> {
    rules().find(|rule| rule.id == id)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::rules;

    #[test]
    fn names_differ_and_texts_are_complete() {
        let names: BTreeSet<_> = rules().map(|rule| rule.id).collect();
        assert_eq!(names.len(), rules().count());
        for rule in rules() {
            assert!(!rule.title.ends_with('.'), "{}: the title has a full stop", rule.id);
            assert!(rule.text.ends_with('.') && rule.text.len() > 30, "{}", rule.id);
        }
    }
}
