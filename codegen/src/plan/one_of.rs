//! One of several types, told apart by their JSON.

use deskpro_spec::api::{Choice, Type, TypeKind};
use proc_macro2::Ident;

use super::case::camel;
use super::derive::Derive;
use super::docs::Docs;
use super::rust_type::RustType;
use super::scope::Scope;
use super::types::Types;

/// An enum with a variant for every choice.
#[derive(Debug, Hash)]
pub struct OneOfPlan {
    /// What it is.
    pub docs: Docs,
    /// Its name.
    pub name: Ident,
    /// What it derives besides.
    pub derives: Vec<Derive>,
    /// Its choices.
    pub choices: Vec<ChoicePlan>,
    /// Whether responses hold it.
    pub decode: bool,
    /// What a value that is none of the choices is not: `a number or an object`.
    pub expected: String,
    /// What a field of this type can be set to beside the type itself, where it can be cleared.
    pub set_from: Vec<RustType>,
}

/// One of the choices.
#[derive(Debug, Hash)]
pub struct ChoicePlan {
    /// What it means.
    pub docs: Docs,
    /// The variant's name.
    pub name: Ident,
    /// What the variant holds.
    pub ty: RustType,
    /// The JSON that means this choice.
    pub kind: JsonKind,
    /// Types that convert into this choice beside its own: `u64`, `&str`.
    pub from_number: bool,
    /// Whether a borrowed text converts into this choice.
    pub from_str: bool,
    /// What a list holds: an array of it converts into this choice.
    pub item: Option<RustType>,
}

/// A kind of JSON value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum JsonKind {
    /// `true`
    Boolean,
    /// `13`
    Number,
    /// `"text"`
    String,
    /// `[]`
    List,
    /// `{}`
    Object,
}

/// Plans an enum with a variant for every choice.
pub(super) fn plan(
    types: &mut Types<'_>,
    name: Ident,
    docs: Docs,
    choices: &[Choice],
    decode: bool,
    is_cleared: bool,
) -> OneOfPlan {
    let mut scope = Scope::default();
    let choices: Vec<_> = choices
        .iter()
        .map(|choice| ChoicePlan {
            docs: Docs::new(&choice.docs),
            name: scope.claim(&camel(&choice.name), "Choice"),
            ty: if decode { types.rust(&choice.ty) } else { types.sent(&choice.ty) },
            kind: json_kind(types, &choice.ty),
            from_number: matches!(choice.ty, Type::Id(_)),
            from_str: choice.ty == Type::String || types.is_enum(&choice.ty),
            item: match &choice.ty {
                Type::List(item) if decode => Some(types.rust(item)),
                Type::List(item) => Some(types.sent(item)),
                _ => None,
            },
        })
        .collect();
    let expected = expected(choices.iter().map(|choice| choice.kind));
    let set_from = choices.iter().filter(|_| is_cleared).flat_map(ChoicePlan::sources).collect();
    OneOfPlan { docs, name, derives: Vec::new(), choices, decode, expected, set_from }
}

impl ChoicePlan {
    /// The types that convert into this choice.
    pub fn sources(&self) -> impl Iterator<Item = RustType> + '_ {
        let number = self.from_number.then(|| RustType::named("u64"));
        let text = self.from_str.then_some(RustType::Str);
        std::iter::once(self.ty.clone()).chain(number).chain(text)
    }
}

fn expected(kinds: impl Iterator<Item = JsonKind>) -> String {
    let mut words: Vec<_> = kinds.map(JsonKind::words).collect();
    match words.pop() {
        Some(last) if words.is_empty() => last.to_owned(),
        Some(last) => format!("{} or {last}", words.join(", ")),
        None => String::new(),
    }
}

impl JsonKind {
    /// What a decoding error calls it.
    fn words(self) -> &'static str {
        match self {
            Self::Boolean => "a boolean",
            Self::Number => "a number",
            Self::String => "a string",
            Self::List => "a list",
            Self::Object => "an object",
        }
    }
}

fn json_kind(types: &Types<'_>, ty: &Type) -> JsonKind {
    match ty {
        Type::String | Type::DateTime | Type::Date => JsonKind::String,
        Type::Integer | Type::Number | Type::Id(_) | Type::Ref(_) => JsonKind::Number,
        Type::Boolean => JsonKind::Boolean,
        Type::List(_) => JsonKind::List,
        Type::Map(_) | Type::Json => JsonKind::Object,
        Type::Named(id) => match &types.api[*id].kind {
            TypeKind::Enum(_) => JsonKind::String,
            TypeKind::Object(_) | TypeKind::OneOf(_) => JsonKind::Object,
        },
    }
}
