//! Rust text without its texts: no documentation, no comments, every literal empty.

use proc_macro2::{Delimiter, Group, Ident, Literal, Span, TokenStream, TokenTree};
use quote::ToTokens;

/// What becomes of identifiers.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Idents {
    /// They stay.
    Kept,
    /// All that are not keywords are the same.
    Blank,
}

/// What is left of a file without its texts.
#[track_caller]
pub(crate) fn skeleton(text: &str, idents: Idents) -> String {
    let file = syn::parse_file(text).unwrap_or_else(|error| panic!("{error}:\n{text}"));
    stripped(file.into_token_stream(), idents).to_string()
}

/// Commas are left out, and blocks behind `=>` are opened: there the formatter's choice depends on
/// how long the texts are.
fn stripped(tokens: TokenStream, idents: Idents) -> TokenStream {
    let mut out: Vec<TokenTree> = Vec::new();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Punct(punct) if punct.as_char() == '#' => {
                // `#` and `!` of documentation go with the group that follows.
                let inner = tokens.next_if(|next| next.to_string() == "!");
                if tokens.next_if(is_documentation).is_none() {
                    out.push(punct.into());
                    out.extend(inner);
                }
            }
            TokenTree::Punct(punct) if punct.as_char() == ',' => {}
            TokenTree::Group(group) => {
                let inner = stripped(group.stream(), idents);
                if group.delimiter() == Delimiter::Brace && ends_with_arrow(&out) {
                    out.extend(inner);
                } else {
                    out.push(Group::new(group.delimiter(), inner).into());
                }
            }
            TokenTree::Literal(literal) if literal.to_string().starts_with('"') => {
                out.push(Literal::string("").into());
            }
            TokenTree::Ident(ident) if idents == Idents::Blank && is_name(&ident) => {
                out.push(Ident::new("name", Span::call_site()).into());
            }
            other => out.push(other),
        }
    }
    out.into_iter().collect()
}

fn ends_with_arrow(tokens: &[TokenTree]) -> bool {
    let is =
        |token: &TokenTree, c: char| matches!(token, TokenTree::Punct(it) if it.as_char() == c);
    matches!(tokens, [.., equals, greater] if is(equals, '=') && is(greater, '>'))
}

fn is_documentation(token: &TokenTree) -> bool {
    match token {
        TokenTree::Group(group) if group.delimiter() == Delimiter::Bracket => {
            group.stream().into_iter().next().is_some_and(|first| first.to_string() == "doc")
        }
        _ => false,
    }
}

/// Whether an identifier is not a keyword.
fn is_name(ident: &Ident) -> bool {
    syn::parse2::<syn::Ident>(ident.to_token_stream()).is_ok()
}
