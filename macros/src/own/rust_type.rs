//! From the Rust types of a struct to the type expressions of a description.

use std::collections::BTreeMap;

use deskpro_codegen::plan::{Known, argument, argument_of, last_segment};
use deskpro_spec::problem::closest;
use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::Type;

use crate::arguments::plain;

/// Rust types without parameters, and what they are in a description.
const SCALARS: [(&str, &str); 7] = [
    ("String", "string"),
    ("i64", "integer"),
    ("f64", "number"),
    ("bool", "boolean"),
    ("DateTime", "datetime"),
    ("Date", "date"),
    ("Json", "json"),
];

/// What others often write, and what to write here.
const INSTEAD: [(&str, &str); 22] = [
    ("i8", "i64"),
    ("i16", "i64"),
    ("i32", "i64"),
    ("i128", "i64"),
    ("isize", "i64"),
    ("u8", "i64"),
    ("u16", "i64"),
    ("u32", "i64"),
    ("u128", "i64"),
    ("usize", "i64"),
    ("f32", "f64"),
    ("str", "String"),
    ("char", "String"),
    ("HashMap", "Map<...>"),
    ("BTreeMap", "Map<...>"),
    ("HashSet", "Vec<...>"),
    ("BTreeSet", "Vec<...>"),
    ("Value", "Json"),
    ("NaiveDate", "Date"),
    ("NaiveDateTime", "DateTime"),
    ("Timestamp", "DateTime"),
    ("OffsetDateTime", "DateTime"),
];

/// What names of types mean.
pub(super) struct Meanings<'a> {
    /// The types of the description.
    pub(super) known: &'a BTreeMap<String, Known>,
    /// The struct itself.
    pub(super) object: String,
    /// The name of the resource that it describes.
    pub(super) resource: &'a str,
}

/// A type that the description has no words for.
pub(super) struct Unknown {
    /// The part of the type that is not understood.
    pub(super) at: TokenStream,
    /// Why, and what to write instead.
    pub(super) message: String,
}

/// What is left of a type without `Option` and `Sensitive` around it.
pub(super) struct Peeled<'t> {
    /// What is within.
    pub(super) inner: &'t Type,
    /// Whether it was within `Option`.
    pub(super) nullable: bool,
    /// Whether it was within `Sensitive`.
    pub(super) sensitive: bool,
}

/// Takes `Option` and then `Sensitive` off a type.
pub(super) fn peel(ty: &Type) -> Peeled<'_> {
    let within = argument_of(ty, "Option");
    let ty = within.unwrap_or(ty);
    let secret = argument_of(ty, "Sensitive");
    Peeled { inner: secret.unwrap_or(ty), nullable: within.is_some(), sensitive: secret.is_some() }
}

impl Meanings<'_> {
    /// The type expression for values of this type.
    pub(super) fn expression(&self, ty: &Type) -> Result<String, Unknown> {
        let Some(last) = last_segment(ty) else { return Err(self.unknown(ty, "")) };
        let name = plain(&last.ident);
        let Some(argument) = argument(last) else {
            return if last.arguments.is_none() {
                self.named(ty, &name)
            } else {
                Err(self.unknown(ty, &name))
            };
        };
        match name.as_str() {
            "Vec" => Ok(format!("list({})", self.expression(argument)?)),
            "Map" => Ok(format!("map({})", self.expression(argument)?)),
            "Ref" => Ok(format!("ref({})", self.resource(argument)?)),
            "Id" => Ok(format!("id({})", self.resource(argument)?)),
            "Option" => Err(Unknown {
                at: ty.to_token_stream(),
                message: "`null` is possible for a whole field only\n\
                          help: put `Option` around all of the field's type, or read it as `Json`"
                    .to_owned(),
            }),
            _ => Err(self.unknown(ty, &name)),
        }
    }

    /// Whether the type is an id of the struct's own: `u64`, `AssetId`, `Id<Asset>`.
    pub(super) fn is_own_id(&self, ty: &Type) -> bool {
        let Some(last) = last_segment(ty) else { return false };
        let name = plain(&last.ident);
        match argument(last) {
            Some(of) => name == "Id" && self.resource(of).is_ok_and(|of| of == self.resource),
            None => name == "u64" || name == format!("{}Id", self.object),
        }
    }

    fn named(&self, ty: &Type, name: &str) -> Result<String, Unknown> {
        if let Some((_, expression)) = SCALARS.iter().find(|(scalar, _)| *scalar == name) {
            return Ok((*expression).to_owned());
        }
        if name == format!("{}Id", self.object) {
            return Ok(format!("id({})", self.resource));
        }
        let at = || ty.to_token_stream();
        match self.known.get(name) {
            _ if name == self.object => Err(Unknown { at: at(), message: whole(name) }),
            Some(Known::Object(_)) => Err(Unknown { at: at(), message: whole(name) }),
            Some(Known::Id(resource)) => Ok(format!("id({resource})")),
            Some(Known::Type(expression)) => Ok(expression.clone()),
            None if name == "u64" => Err(Unknown {
                at: at(),
                message: "`u64` does not say whose id it is\n\
                          help: write the id's own type, such as `PersonId`, `#[deskpro(type = \
                          \"id(people)\")]`, or `i64` for a number that is no id"
                    .to_owned(),
            }),
            None => Err(self.unknown(ty, name)),
        }
    }

    /// The resource whose object has this type.
    fn resource(&self, ty: &Type) -> Result<String, Unknown> {
        let name = last_segment(ty).map(|last| plain(&last.ident)).unwrap_or_default();
        if name == self.object || name == "Self" {
            return Ok(self.resource.to_owned());
        }
        if let Some(Known::Object(resource)) = self.known.get(&name) {
            return Ok(resource.clone());
        }
        let objects = self.known.iter().filter(|(_, known)| matches!(known, Known::Object(_)));
        let objects: Vec<&str> = objects.map(|(name, _)| name.as_str()).collect();
        let help = crate::description::help(&name, &objects, "resources are");
        let message = format!("`{}` is not the object of a resource\n{help}", shown(ty));
        Err(Unknown { at: ty.to_token_stream(), message })
    }

    fn unknown(&self, ty: &Type, name: &str) -> Unknown {
        let shown = shown(ty);
        let scalars = SCALARS.iter().map(|(name, _)| *name);
        let candidates = scalars.chain(self.known.keys().map(String::as_str));
        let name = if matches!(ty, Type::Reference(_)) { "str" } else { name };
        let help = match INSTEAD.iter().find(|(other, _)| *other == name) {
            Some((_, instead)) => format!("help: write `{instead}`"),
            None => match closest(name, candidates).filter(|close| *close != name) {
                Some(close) => format!("help: did you mean `{close}`?"),
                None => "help: for a type of your own, say what the API sends for it: \
                         `#[deskpro(type = \"string\")]`"
                    .to_owned(),
            },
        };
        let message = format!("nothing says what the API sends for `{shown}`\n{help}");
        Unknown { at: ty.to_token_stream(), message }
    }
}

/// What to write for a resource's object.
fn whole(name: &str) -> String {
    format!(
        "`{name}` is a whole resource, and the API sends its id unless it is asked for more\n\
         help: write `Ref<{name}>`"
    )
}

/// A type as people write it.
fn shown(ty: &Type) -> String {
    let text = ty.to_token_stream().to_string();
    text.replace(" :: ", "::")
        .replace(" <", "<")
        .replace("< ", "<")
        .replace(" >", ">")
        .replace("& ", "&")
}
