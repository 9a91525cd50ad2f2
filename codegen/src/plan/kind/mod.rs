//! The kinds of values that fields hold: for the compiler, in words, and as Rust types to write.

mod words;
mod written;

pub(super) use words::{alternatives, any_of, listed, one};
pub(super) use written::{Written, item_path};

use deskpro_spec::api::{Api, ResourceId, Type, TypeKind};
use proc_macro2::Ident;

use super::Options;
use super::case::ident;
use super::names::NameTable;
use super::rust_type::RustType;

/// A type of the runtime's module `kind`, which stands for a kind of values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum KindPlan {
    /// `kind::Text`
    Plain(Ident),
    /// `kind::Enum<::deskpro_client::tickets::TicketStatus>`
    Of(Ident, RustType),
    /// `kind::List<kind::Text>`
    Around(Ident, Box<KindPlan>),
}

impl KindPlan {
    /// As an implementation for it is written: `kind::List<kind::Text>`.
    pub(super) fn text(&self) -> String {
        match self {
            Self::Plain(name) => format!("kind::{name}"),
            Self::Of(name, RustType::Path(_, _, of) | RustType::Named(of)) => {
                format!("kind::{name}<{of}>")
            }
            Self::Of(name, _) => format!("kind::{name}<_>"),
            Self::Around(name, inner) => format!("kind::{name}<{}>", inner.text()),
        }
    }

    /// The same, or null, or nothing.
    pub(super) fn nullable(self) -> Self {
        self.within("Nullable")
    }

    /// The same, which must not be shown.
    pub(super) fn secret(self) -> Self {
        self.within("Secret")
    }

    fn within(self, name: &str) -> Self {
        Self::Around(ident(name), Box::new(self))
    }
}

/// What kinds are looked up in.
#[derive(Clone, Copy)]
pub(super) struct Kinds<'a> {
    pub(super) api: &'a Api,
    pub(super) names: &'a NameTable<'a>,
    pub(super) options: &'a Options,
}

impl Kinds<'_> {
    /// What values of this type are when they are read.
    pub(super) fn read(&self, ty: &Type) -> KindPlan {
        match ty {
            Type::String => KindPlan::Plain(ident("Text")),
            Type::Integer => KindPlan::Plain(ident("Integer")),
            Type::Number => KindPlan::Plain(ident("Number")),
            Type::Boolean => KindPlan::Plain(ident("Boolean")),
            Type::DateTime => KindPlan::Plain(ident("Moment")),
            Type::Date => KindPlan::Plain(ident("Day")),
            Type::Json => KindPlan::Plain(ident("Any")),
            Type::Id(resource) => KindPlan::Of(ident("Id"), self.model(*resource)),
            Type::Ref(resource) => KindPlan::Of(ident("Reference"), self.model(*resource)),
            Type::List(item) => self.read(item).within("List"),
            Type::Map(value) => self.read(value).within("Map"),
            Type::Named(id) => {
                let kind = match self.api[*id].kind {
                    TypeKind::Enum(_) => "Enum",
                    TypeKind::Object(_) | TypeKind::OneOf(_) => "Object",
                };
                let names = &self.names[*id];
                KindPlan::Of(ident(kind), self.item(&names.module, &names.name))
            }
        }
    }

    /// What values of this type are when they are sent.
    pub(super) fn sent(&self, ty: &Type) -> KindPlan {
        self.read(&self.sent_type(ty))
    }

    /// The type as it is sent: of what is referred to, only the id.
    pub(super) fn sent_type(&self, ty: &Type) -> Type {
        match ty {
            Type::Ref(resource) => Type::Id(*resource),
            Type::List(item) => Type::List(Box::new(self.sent_type(item))),
            Type::Map(value) => Type::Map(Box::new(self.sent_type(value))),
            other => other.clone(),
        }
    }

    /// The struct of a resource.
    pub(super) fn model(&self, resource: ResourceId) -> RustType {
        let names = &self.names[resource];
        self.item(&names.module, &names.model)
    }

    /// An item of a generated module, by its whole path.
    pub(super) fn item(&self, module: &Ident, name: &Ident) -> RustType {
        RustType::Path(self.options.generated.clone(), module.clone(), name.clone())
    }
}
