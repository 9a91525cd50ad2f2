//! What of the description's types becomes which Rust type.

use deskpro_spec::api::{Api, Field, Payload, Type, TypeKind};

use super::imports::Imports;
use super::names::NameTable;
use super::rust_type::RustType;

/// Turns types of the description into Rust types, and remembers what must be imported for them.
pub(super) struct Types<'a> {
    pub(super) api: &'a Api,
    pub(super) names: &'a NameTable<'a>,
    pub(super) imports: &'a mut Imports,
}

impl<'a> Types<'a> {
    /// The same for what stands elsewhere, and is imported there.
    pub(super) fn elsewhere<'i>(&self, imports: &'i mut Imports) -> Types<'i>
    where
        'a: 'i,
    {
        Types { api: self.api, names: self.names, imports }
    }

    /// The Rust type of a value of this type.
    pub(super) fn rust(&mut self, ty: &Type) -> RustType {
        match ty {
            Type::String => RustType::named("String"),
            Type::Integer => RustType::named("i64"),
            Type::Number => RustType::named("f64"),
            Type::Boolean => RustType::named("bool"),
            Type::DateTime => self.runtime("DateTime"),
            Type::Date => self.runtime("Date"),
            Type::Json => self.runtime("Json"),
            Type::Id(resource) => {
                let names = &self.names[*resource];
                match &names.id {
                    Some(id) => self.imports.item(&names.module, id),
                    None => RustType::named("u64"),
                }
            }
            Type::Ref(resource) => {
                let names = &self.names[*resource];
                let model = self.imports.item(&names.module, &names.model);
                self.generic("Ref", model)
            }
            Type::List(item) => self.rust(item).within("Vec"),
            Type::Map(value) => {
                let value = self.rust(value);
                self.generic("Map", value)
            }
            Type::Named(id) => {
                let names = &self.names[*id];
                self.imports.item(&names.module, &names.name)
            }
        }
    }

    /// The Rust type of a value that is sent: of what is referred to, only the id.
    pub(super) fn sent(&mut self, ty: &Type) -> RustType {
        match ty {
            Type::Ref(resource) => self.rust(&Type::Id(*resource)),
            Type::List(item) => self.sent(item).within("Vec"),
            Type::Map(value) => {
                let value = self.sent(value);
                self.generic("Map", value)
            }
            other => self.rust(other),
        }
    }

    /// The Rust type of a field as it is read.
    pub(super) fn read(&mut self, field: &Field) -> RustType {
        let mut ty = self.rust(&field.ty);
        if field.sensitive {
            ty = self.generic("Sensitive", ty);
        }
        if field.nullable || field.optional { ty.within("Option") } else { ty }
    }

    /// The Rust type of the data of a response.
    pub(super) fn payload(&mut self, payload: Payload) -> RustType {
        match payload {
            Payload::Resource(id) => {
                let names = &self.names[id];
                self.imports.item(&names.module, &names.model)
            }
            Payload::Type(id) => self.rust(&Type::Named(id)),
            Payload::Json => self.runtime("Json"),
            Payload::Text => self.runtime("Text"),
            Payload::Bytes => self.runtime("Content"),
            Payload::Nothing => RustType::Unit,
        }
    }

    /// A type of the runtime.
    pub(super) fn runtime(&mut self, name: &'static str) -> RustType {
        RustType::Named(self.imports.runtime(name))
    }

    /// A generic type of the runtime around another.
    pub(super) fn generic(&mut self, name: &'static str, inner: RustType) -> RustType {
        RustType::Generic(self.imports.runtime(name), Box::new(inner))
    }

    /// Whether a value of this type is a text of known values.
    pub(super) fn is_enum(&self, ty: &Type) -> bool {
        matches!(ty, Type::Named(id) if matches!(self.api[*id].kind, TypeKind::Enum(_)))
    }
}
