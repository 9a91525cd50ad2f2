//! Arguments of methods: what a caller may pass, and how it becomes what is sent.

use deskpro_spec::api::{Api, Field, FilePart, InputField, Parameter, PathParameter, Type};
use proc_macro2::Ident;

use super::case::snake;
use super::docs::Docs;
use super::rust_type::RustType;
use super::types::Types;

/// An argument of a method.
#[derive(Debug, Clone, Hash)]
pub struct ArgumentPlan {
    /// What it means.
    pub docs: Docs,
    /// Its name.
    pub name: Ident,
    /// What it becomes.
    pub ty: RustType,
    /// How it becomes that.
    pub conversion: Conversion,
}

/// How an argument becomes what is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Conversion {
    /// It is taken as it is: numbers and truth values.
    AsIs,
    /// `impl Into<T>`
    Into,
    /// `impl IntoSet<T>`: a value, or that it is cleared.
    Set,
    /// `impl IntoIterator<Item = T>` for a list of numbers or truth values.
    EachAsIs,
    /// `impl IntoIterator<Item = impl Into<T>>`; the argument's type is the list's.
    EachInto,
}

/// Plans the argument for a field of an object that requests hold.
pub(super) fn plan_field(types: &mut Types<'_>, field: &Field, name: &Ident) -> ArgumentPlan {
    let mut docs = Docs::new(&field.docs);
    docs.sources(types.api, &field.sources);
    let shape = Shape {
        ty: field.write_type(),
        nullable: field.write_nullable(),
        sensitive: field.sensitive,
    };
    let ty = types.sent(shape.ty);
    plan(types, docs, name.clone(), &shape, ty)
}

/// Plans the argument for a field of an object that responses hold too.
pub(super) fn plan_member(types: &mut Types<'_>, field: &Field, name: &Ident) -> ArgumentPlan {
    let docs = Docs::new(&field.docs);
    let shape = Shape { ty: &field.ty, nullable: false, sensitive: field.sensitive };
    let ty = types.rust(shape.ty);
    plan(types, docs, name.clone(), &shape, ty)
}

/// Plans the argument for a field of a body.
pub(super) fn plan_input(types: &mut Types<'_>, field: &InputField) -> ArgumentPlan {
    let mut docs = Docs::new(&field.docs);
    docs.sources(types.api, &field.sources);
    let name = snake(field.rust_name.as_deref().unwrap_or(&field.name));
    let shape = Shape { ty: &field.ty, nullable: field.nullable, sensitive: field.sensitive };
    let ty = types.sent(shape.ty);
    plan(types, docs, name, &shape, ty)
}

/// Plans the argument for a file of a form.
pub(super) fn plan_file(types: &mut Types<'_>, file: &FilePart) -> ArgumentPlan {
    let mut docs = Docs::new(&file.docs);
    docs.sources(types.api, &file.sources);
    let ty = types.runtime("Upload");
    ArgumentPlan { docs, name: snake(&file.name), ty, conversion: Conversion::Into }
}

/// Plans the argument for a whole body.
pub(super) fn plan_whole(docs: &str, ty: RustType) -> ArgumentPlan {
    ArgumentPlan { docs: Docs::new(docs), name: snake("body"), ty, conversion: Conversion::Into }
}

/// Plans the argument for a query parameter.
pub(super) fn plan_query(types: &mut Types<'_>, parameter: &Parameter) -> ArgumentPlan {
    let docs = query_docs(types.api, parameter);
    let name = snake(parameter.rust_name.as_deref().unwrap_or(&parameter.name));
    let ty = types.sent(&parameter.ty);
    plan(types, docs, name, &Shape { ty: &parameter.ty, nullable: false, sensitive: false }, ty)
}

/// What a query parameter means, and which values it takes.
pub(super) fn query_docs(api: &Api, parameter: &Parameter) -> Docs {
    let mut docs = Docs::new(&parameter.docs);
    match (parameter.minimum, parameter.maximum) {
        (Some(least), Some(most)) => docs.paragraph(format!("From {least} to {most}.")),
        (Some(least), None) => docs.paragraph(format!("At least {least}.")),
        (None, Some(most)) => docs.paragraph(format!("At most {most}.")),
        (None, None) => {}
    }
    docs.sources(api, &parameter.sources);
    docs
}

/// Plans the argument for a parameter of a path.
pub(super) fn plan_path(types: &mut Types<'_>, parameter: &PathParameter) -> ArgumentPlan {
    let docs = Docs::new(&parameter.docs);
    let shape = Shape { ty: &parameter.ty, nullable: false, sensitive: false };
    let ty = types.sent(shape.ty);
    plan(types, docs, snake(&parameter.name), &shape, ty)
}

/// Whether a method would take more arguments than clippy finds readable.
pub(super) fn is_many(arguments: usize) -> bool {
    arguments > 7
}

struct Shape<'a> {
    ty: &'a Type,
    nullable: bool,
    sensitive: bool,
}

fn plan(
    types: &mut Types<'_>,
    docs: Docs,
    name: Ident,
    shape: &Shape<'_>,
    mut ty: RustType,
) -> ArgumentPlan {
    if shape.sensitive {
        ty = types.generic("Sensitive", ty);
    }
    if shape.nullable {
        types.imports.runtime("IntoSet");
    }
    let conversion = match shape.ty {
        _ if shape.nullable => Conversion::Set,
        _ if shape.sensitive => Conversion::Into,
        Type::List(item) if is_plain(item) => Conversion::EachAsIs,
        Type::List(_) => Conversion::EachInto,
        ty if is_plain(ty) => Conversion::AsIs,
        _ => Conversion::Into,
    };
    ArgumentPlan { docs, name, ty, conversion }
}

fn is_plain(ty: &Type) -> bool {
    matches!(ty, Type::Integer | Type::Number | Type::Boolean)
}
