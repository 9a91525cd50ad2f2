//! A struct of the user's own, as far as checking it needs to know it.

use proc_macro2::{Ident, TokenStream};
use syn::{Attribute, GenericArgument, PathArguments, PathSegment, Type};

use super::case::{camel, ident};
use super::scope::Scope;

/// A struct that is checked against a description.
pub struct UserStruct {
    /// Its name.
    pub name: Ident,
    /// Its parameters and what is asked of them.
    pub generics: syn::Generics,
    /// Its fields.
    pub fields: Vec<UserField>,
    /// Every word that its types use, which generated names must not hide.
    pub words: Vec<String>,
    /// Whether it derives `Default` itself.
    pub derives_default: bool,
    /// Whether something of it is deprecated, which must not be held against generated code.
    pub is_deprecated: bool,
}

/// A field of such a struct.
pub struct UserField {
    /// Its name.
    pub name: Ident,
    /// Its type.
    pub ty: Type,
    /// When it is there at all: `#[cfg(...)]`.
    pub cfgs: Vec<Attribute>,
    /// What it stands for.
    pub role: Role,
}

/// What a field stands for.
#[derive(Debug)]
pub enum Role {
    /// A field of the description.
    Wire(WireName),
    /// All fields of another struct of the same kind.
    Flatten,
    /// All fields that have no place of their own.
    Rest,
    /// Nothing of the description.
    Skip,
    /// Something that could not be understood, which was reported.
    Broken,
}

/// The name of a field of the description.
#[derive(Debug)]
pub struct WireName {
    /// The name, or the names on the way to it: `organization`, `name`.
    pub path: Vec<String>,
    /// Whether an attribute says it, rather than the name of the Rust field.
    pub is_explicit: bool,
    /// Where the user wrote it.
    pub at: TokenStream,
}

impl UserStruct {
    /// Names for private traits, none of which is a name that the struct itself uses.
    pub(super) fn trait_names(&self) -> TraitNames {
        TraitNames(Scope::of(self.words.iter().cloned()))
    }

    /// Whether it is generic over more than lifetimes.
    pub(super) fn has_type_parameters(&self) -> bool {
        self.generics.type_params().next().is_some()
            || self.generics.const_params().next().is_some()
    }
}

/// The names of private traits.
pub(super) struct TraitNames(Scope);

impl TraitNames {
    /// `HoldsSubject`
    pub(super) fn claim(&mut self, verb: &str, field: &str) -> Ident {
        self.0.claim(&format!("{verb}{}", camel(field)), "Field")
    }

    /// A name for a type parameter.
    pub(super) fn parameter(&mut self) -> Ident {
        self.0.claim("T", "ype")
    }
}

/// What stands between the brackets of `name<...>`, when the type is spelled like that.
pub fn argument_of<'t>(ty: &'t Type, name: &str) -> Option<&'t Type> {
    argument(last_segment(ty).filter(|segment| segment.ident == name)?)
}

/// The only type between the brackets of a segment.
pub fn argument(segment: &PathSegment) -> Option<&Type> {
    let PathArguments::AngleBracketed(arguments) = &segment.arguments else { return None };
    match arguments.args.first() {
        Some(GenericArgument::Type(inner)) if arguments.args.len() == 1 => Some(inner),
        _ => None,
    }
}

/// The last part of a type that is a path. Types that a `macro_rules!` macro passed on stand in
/// groups without brackets.
pub fn last_segment(ty: &Type) -> Option<&PathSegment> {
    match ty {
        Type::Group(group) => last_segment(&group.elem),
        Type::Paren(paren) => last_segment(&paren.elem),
        Type::Path(path) if path.qself.is_none() => path.path.segments.last(),
        _ => None,
    }
}

/// A generated name as if the user had written it at this place.
pub(super) fn here(name: &Ident, at: &Ident) -> Ident {
    Ident::new(&name.to_string(), at.span())
}

/// Whether the type is the id that a resource has: `u64`, `Id<..>`, or the id by its own name.
pub(super) fn id_spelling(ty: &Type, id: Option<&Ident>) -> Option<IdSpelling> {
    let last = last_segment(ty)?;
    match (&last.ident, last.arguments.is_none()) {
        (name, true) if *name == ident("u64") => Some(IdSpelling::Number),
        (name, true) if Some(name) == id => Some(IdSpelling::Id),
        (name, false) if *name == ident("Id") => Some(IdSpelling::Id),
        _ => None,
    }
}

/// How a field holds an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IdSpelling {
    /// As a bare number.
    Number,
    /// As what the runtime calls an id.
    Id,
}
