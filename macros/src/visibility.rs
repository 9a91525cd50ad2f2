//! Generated items with another visibility than `pub`.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{VisRestricted, Visibility, parse_quote};

/// Gives items that are `pub` this visibility; what they hold keeps its own.
///
/// Parsing the items would take longer than making them. Outside of all braces nothing but an item
/// is `pub`.
pub(crate) fn set(items: TokenStream, visibility: &Visibility) -> TokenStream {
    let tokens = items.into_iter().map(|token| match token {
        TokenTree::Ident(name) if name == "pub" => visibility.to_token_stream(),
        other => other.into(),
    });
    tokens.collect()
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
