//! Rust types as the plan names them.

use proc_macro2::Ident;

use super::case::ident;

/// A Rust type, by name.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum RustType {
    /// `String`, `Ticket`
    Named(Ident),
    /// `super::people::Status`, where the bare name is taken: the path of the generated modules, a
    /// module and a name.
    Path(String, Ident, Ident),
    /// `Option<T>`, `Id<T>`
    Generic(Ident, Box<RustType>),
    /// `&str`
    Str,
    /// `()`
    Unit,
}

impl RustType {
    /// The type of this bare name.
    pub(super) fn named(name: &str) -> Self {
        Self::Named(ident(name))
    }

    /// `name<self>`
    pub(super) fn within(self, name: &str) -> Self {
        Self::Generic(ident(name), Box::new(self))
    }
}
