//! Whether one type takes every value of another: what is sent may take more, what is read may hold less.

use deskpro_spec::api::{Api, Type, TypeKind};

use super::pairs::Pairs;
use crate::expression::expression;

/// How a type compares with what it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Variance {
    Same,
    /// It takes all that it took, and more.
    Wider,
    /// It takes less than it took, and nothing else.
    Narrower,
    Other,
}

/// Compares two types of two descriptions. Declared types that are paired are the same: what changed
/// within them is told there.
pub(super) fn variance(
    pairs: &Pairs<'_>,
    (old, old_null): (&Type, bool),
    (new, new_null): (&Type, bool),
) -> Variance {
    use Variance::{Narrower, Other, Same, Wider};
    let null = match (old_null, new_null) {
        (false, true) => Wider,
        (true, false) => Narrower,
        _ => Same,
    };
    match (of_types(pairs, old, new), null) {
        (Same, other) | (other, Same) => other,
        (one, other) if one == other => one,
        _ => Other,
    }
}

fn of_types(pairs: &Pairs<'_>, old: &Type, new: &Type) -> Variance {
    match (old, new) {
        _ if is_same(pairs, old, new) => Variance::Same,
        (Type::List(old), Type::List(new)) | (Type::Map(old), Type::Map(new)) => {
            of_types(pairs, old, new)
        }
        _ if takes(pairs.new, new, old, pairs.old) => Variance::Wider,
        _ if takes(pairs.old, old, new, pairs.new) => Variance::Narrower,
        _ => Variance::Other,
    }
}

/// Whether two types of two descriptions are one.
pub(super) fn is_same(pairs: &Pairs<'_>, old: &Type, new: &Type) -> bool {
    match (old, new) {
        (Type::Id(old), Type::Id(new)) | (Type::Ref(old), Type::Ref(new)) => {
            pairs.is_same_resource(*old, *new)
        }
        (Type::Named(old), Type::Named(new)) => pairs.is_same_type(*old, *new),
        (Type::List(old), Type::List(new)) | (Type::Map(old), Type::Map(new)) => {
            is_same(pairs, old, new)
        }
        (old, new) => old == new,
    }
}

/// Whether every value of `what` is one of `wide`, as JSON.
fn takes(wide_api: &Api, wide: &Type, what: &Type, what_api: &Api) -> bool {
    let is_text = |api: &Api, ty: &Type| match ty {
        Type::String | Type::Date | Type::DateTime => true,
        Type::Named(id) => matches!(api[*id].kind, TypeKind::Enum(_)),
        _ => false,
    };
    match (wide, what) {
        (Type::Json, _)
        | (Type::Number, Type::Integer | Type::Id(_))
        | (Type::Integer, Type::Id(_)) => true,
        (Type::String, what) => is_text(what_api, what),
        (Type::Ref(wide), Type::Id(what)) => wide_api[*wide].name == what_api[*what].name,
        (Type::Named(id), what) => match &wide_api[*id].kind {
            TypeKind::OneOf(choices) => {
                let what_is = expression(what_api, what, false);
                choices.iter().any(|choice| {
                    expression(wide_api, &choice.ty, false) == what_is
                        || takes(wide_api, &choice.ty, what, what_api)
                })
            }
            _ => false,
        },
        _ => false,
    }
}
