//! What can be wrong with the use of an attribute, each kind with a name and an explanation.

pub mod arguments;
pub mod fields;
pub mod handled;
pub mod resources;

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;

/// A kind of mistake: its name, as messages show it, and what to do about it.
#[derive(Debug, PartialEq, Eq)]
pub struct Kind {
    /// `unknown_field`
    pub name: &'static str,
    /// What is wrong, in one sentence.
    pub meaning: &'static str,
    /// Why that is a mistake, and how to mend it; Markdown.
    pub explanation: &'static str,
}

/// All kinds of mistakes, in the order in which the documentation has them.
pub fn all() -> impl Iterator<Item = &'static Kind> {
    [arguments::ALL, fields::ALL, resources::ALL, handled::ALL].into_iter().flatten().copied()
}

/// The kind of this name.
pub fn explain(name: &str) -> Option<&'static Kind> {
    all().find(|kind| kind.name == name)
}

/// All mistakes of one use of an attribute, each at the smallest part that is wrong.
#[derive(Debug, Default)]
pub struct Mistakes(Option<syn::Error>);

impl Mistakes {
    /// Adds a mistake at these tokens. What follows the first line says what to do.
    pub fn push(&mut self, kind: &Kind, at: impl ToTokens, message: impl std::fmt::Display) {
        self.add(syn::Error::new_spanned(at, named(kind, message)));
    }

    /// Adds a mistake where something is missing, so that there are no tokens.
    pub fn push_at(&mut self, kind: &Kind, at: Span, message: impl std::fmt::Display) {
        self.add(syn::Error::new(at, named(kind, message)));
    }

    /// Adds what a parser did not understand.
    pub fn add(&mut self, error: syn::Error) {
        match &mut self.0 {
            Some(first) => first.combine(error),
            none => *none = Some(error),
        }
    }

    /// Adds the mistakes of another part of the same use.
    pub fn extend(&mut self, other: Self) {
        if let Some(error) = other.0 {
            self.add(error);
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_none()
    }
}

/// The message with the name of the kind at the end of its first line.
fn named(kind: &Kind, message: impl std::fmt::Display) -> String {
    let message = message.to_string();
    let (first, rest) = message.split_once('\n').unwrap_or((&message, ""));
    let gap = if rest.is_empty() { "" } else { "\n" };
    format!("{first} [{}]{gap}{rest}", kind.name)
}

/// An error of the compiler for each of them.
impl ToTokens for Mistakes {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(self.0.as_ref().map(syn::Error::to_compile_error));
    }
}
