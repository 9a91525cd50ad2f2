//! Generated items with another visibility than `pub`.

use syn::{Item, VisRestricted, Visibility, parse_quote};

/// Gives items that are `pub` this visibility; what they hold keeps its own.
pub(crate) fn set(items: &mut [Item], visibility: &Visibility) {
    for found in items.iter_mut().filter_map(of) {
        if matches!(found, Visibility::Public(_)) {
            *found = visibility.clone();
        }
    }
}

/// The visibility that means the same from one module further in.
pub(crate) fn from_within(visibility: &Visibility) -> Visibility {
    match visibility {
        Visibility::Inherited => parse_quote!(pub(super)),
        Visibility::Restricted(restricted) => within(restricted),
        other => other.clone(),
    }
}

fn within(restricted: &VisRestricted) -> Visibility {
    let path = &restricted.path;
    let first = path.segments.first().map(|part| part.ident.to_string());
    let rest = || path.segments.iter().skip(1);
    match first.as_deref() {
        Some("self") if path.segments.len() == 1 => parse_quote!(pub(super)),
        Some("self") => {
            let rest = rest();
            parse_quote!(pub(in super #(::#rest)*))
        }
        Some("super") => {
            let rest = rest();
            parse_quote!(pub(in super::super #(::#rest)*))
        }
        _ => Visibility::Restricted(restricted.clone()),
    }
}

fn of(item: &mut Item) -> Option<&mut Visibility> {
    match item {
        Item::Const(item) => Some(&mut item.vis),
        Item::Enum(item) => Some(&mut item.vis),
        Item::Static(item) => Some(&mut item.vis),
        Item::Struct(item) => Some(&mut item.vis),
        Item::Type(item) => Some(&mut item.vis),
        _ => None,
    }
}
