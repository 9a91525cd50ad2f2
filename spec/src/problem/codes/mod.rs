//! Every code with its explanation.
//!
//! Numbers are stable and never used again. `DP00xx`: reading files. `DP01xx`: YAML. `DP02xx`:
//! shape, that is keys and kinds of value. `DP03xx`: names and references. `DP04xx`: types.
//! `DP05xx`: paths, operations and verbs. `DP06xx`: statuses and errors. `DP07xx`: examples.
//! `DP08xx`: contradictions. `DP09xx`: overlays. `DL01xx`: findings of the lint. `DG00xx`: files that
//! are made of a description, and where they go.

/// Declares the codes of a file: a constant for each, and the table of their explanations.
///
/// Number and name stand first; the texts follow. The name in lower case is what
/// [`Explanation::name`](super::Explanation::name) gives.
macro_rules! codes {
    ($($number:literal $name:ident {
        title: $title:literal,
        text: $text:literal,
        wrong: $wrong:literal,
        right: $right:literal $(,)?
    })*) => {
        $(
            #[doc = $title]
            pub const $name: $crate::problem::Code = $crate::problem::Code($number);
        )*

        /// The codes of this file, by number.
        pub(super) static TABLE: &[super::Explanation] = &[
            $(super::Explanation {
                code: $name,
                constant: stringify!($name),
                title: $title,
                text: $text,
                wrong: $wrong,
                right: $right,
            },)*
        ];
    };
}

pub mod lint;
pub mod made_files;
pub mod meaning;
pub mod overlay;
pub mod reading;
pub mod shape;

use super::Code;

/// What a code means, with a description that has the problem and one that has it mended.
#[derive(Debug, Clone, Copy)]
pub struct Explanation {
    /// The code.
    pub code: Code,
    /// The name in upper case.
    constant: &'static str,
    /// What is wrong, in a line.
    pub title: &'static str,
    /// Why it is wrong and what to do, in a paragraph.
    pub text: &'static str,
    /// YAML that has the problem; of made files, what leads to it.
    pub wrong: &'static str,
    /// The same, mended.
    pub right: &'static str,
}

impl Explanation {
    /// The name of the problem: `unknown_key`.
    pub fn name(&self) -> String {
        self.constant.to_lowercase()
    }
}

/// What a code means; `None` when there is no such code.
///
/// # Example
///
/// ```
/// use deskpro_spec::problem::{Code, explain};
///
/// assert_eq!(explain(Code(201)).unwrap().name(), "unknown_key");
/// assert!(explain(Code(9999)).is_none());
/// ```
pub fn explain(code: Code) -> Option<&'static Explanation> {
    all().chain(lints()).chain(made_files()).find(|explanation| explanation.code == code)
}

/// Every code of a finding of the lint, by number.
pub fn lints() -> impl Iterator<Item = &'static Explanation> {
    lint::TABLE.iter()
}

/// Every code of what is wrong with files that are made of a description, by number.
pub fn made_files() -> impl Iterator<Item = &'static Explanation> {
    made_files::TABLE.iter()
}

/// Every code of a problem, by number.
pub fn all() -> impl Iterator<Item = &'static Explanation> {
    let first = [reading::TABLE, shape::TABLE].into_iter();
    first.chain(meaning::TABLES).chain([overlay::TABLE]).flatten()
}

#[cfg(test)]
mod tests {
    use super::{all, lints, made_files};

    #[test]
    fn numbers_rise_and_texts_are_complete() {
        let explanations: Vec<_> = all().chain(lints()).chain(made_files()).collect();
        for pair in explanations.windows(2) {
            assert!(pair[0].code < pair[1].code, "{} comes before {}", pair[0].code, pair[1].code);
        }
        for explanation in explanations {
            let code = explanation.code;
            assert!(!explanation.title.ends_with('.'), "{code}: the title has a full stop");
            assert!(explanation.text.ends_with('.'), "{code}: the text has no full stop");
            assert!(explanation.text.len() > 60, "{code}: the text is too short to explain");
            assert!(!explanation.wrong.is_empty() && !explanation.right.is_empty(), "{code}");
            assert_ne!(explanation.wrong, explanation.right, "{code}");
        }
    }
}
