//! What an attribute stands on.

use deskpro_codegen::mistake::Mistakes;
use deskpro_codegen::mistake::arguments::{REPEATED_ATTRIBUTE, WRONG_ITEM};
use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::ToTokens;
use syn::punctuated::Punctuated;
use syn::{Attribute, ItemStruct, Path, Token, parse2};

use crate::module::Module;

/// The attribute's own name.
const NAME: &str = "deskpro_resource";

/// An item that the attribute can stand on.
pub(crate) enum Item {
    /// `mod tickets {}`
    Module(Module),
    /// `struct Tickets;`, `struct TicketRow { .. }`
    Struct(ItemStruct),
}

impl Item {
    /// The item; `None` after a mistake.
    pub(crate) fn parse(tokens: TokenStream, mistakes: &mut Mistakes) -> Option<Self> {
        let mut item = match keyword(&tokens) {
            Some((word, _)) if word == "mod" => Self::Module(parsed(tokens, mistakes)?),
            Some((word, _)) if word == "struct" => Self::Struct(parsed(tokens, mistakes)?),
            other => {
                wrong(other, tokens, mistakes);
                return None;
            }
        };
        item.take_repeated(mistakes);
        Some(item)
    }

    /// Takes away what stands on the item a second time.
    fn take_repeated(&mut self, mistakes: &mut Mistakes) {
        let attributes = match self {
            Self::Module(module) => &mut module.attributes,
            Self::Struct(item) => &mut item.attrs,
        };
        attributes.retain(|attribute| {
            let is_repeated = is_named(attribute, NAME);
            if is_repeated {
                let message = "the attribute stands on this item twice\n\
                               help: leave one of them out; what is of two resources or operations \
                               is two items";
                mistakes.push(&REPEATED_ATTRIBUTE, attribute, message);
            }
            !is_repeated
        });
    }
}

/// Whether an attribute has this name, whatever the path before it.
fn is_named(attribute: &Attribute, name: &str) -> bool {
    attribute.path().segments.last().is_some_and(|part| part.ident == name)
}

/// The tokens without `#[deskpro(...)]`, which only this attribute understands, and without further
/// attributes of its own name.
pub(crate) fn without_own_attributes(tokens: TokenStream) -> TokenStream {
    let mut kept = TokenStream::new();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let is_hash = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '#');
        if is_hash && tokens.next_if(is_own).is_some() {
            continue;
        }
        kept.extend([match token {
            TokenTree::Group(group) => {
                let inner = without_own_attributes(group.stream());
                let mut cleaned = Group::new(group.delimiter(), inner);
                cleaned.set_span(group.span());
                TokenTree::Group(cleaned)
            }
            other => other,
        }]);
    }
    kept
}

/// Whether this is `[deskpro(...)]` or `[deskpro_resource(...)]`.
fn is_own(token: &TokenTree) -> bool {
    let TokenTree::Group(group) = token else { return false };
    if group.delimiter() != Delimiter::Bracket {
        return false;
    }
    let names =
        group.stream().into_iter().take_while(|token| !matches!(token, TokenTree::Group(_)));
    names.last().is_some_and(|name| matches!(name.to_string().as_str(), "deskpro" | NAME))
}

/// Whether `Default` is derived, as far as can be seen below the attribute.
pub(crate) fn derives_default(attributes: &[Attribute]) -> bool {
    let derives = attributes.iter().filter(|attribute| attribute.path().is_ident("derive"));
    // A list that cannot be read is the compiler's to report.
    derives
        .filter_map(|derive| derived(derive).ok())
        .flatten()
        .any(|path| path.segments.last().is_some_and(|last| last.ident == "Default"))
}

/// What a `#[derive(...)]` derives.
pub(crate) fn derived(attribute: &Attribute) -> syn::Result<Punctuated<Path, Token![,]>> {
    attribute.parse_args_with(Punctuated::parse_terminated)
}

fn parsed<T: syn::parse::Parse>(tokens: TokenStream, mistakes: &mut Mistakes) -> Option<T> {
    match parse2(tokens) {
        Ok(item) => Some(item),
        Err(error) => {
            mistakes.add(error);
            None
        }
    }
}

/// The word that says what kind of item this is.
fn keyword(tokens: &TokenStream) -> Option<(String, TokenTree)> {
    const KEYWORDS: &[&str] = &[
        "mod",
        "struct",
        "enum",
        "fn",
        "impl",
        "trait",
        "type",
        "const",
        "static",
        "use",
        "extern",
        "macro_rules",
        "macro",
    ];
    let mut words = tokens.clone().into_iter().filter_map(|token| match &token {
        TokenTree::Ident(ident) => Some((ident.to_string(), token.clone())),
        _ => None,
    });
    let union_or = |word: &str| word == "union" || KEYWORDS.contains(&word);
    words.find(|(word, _)| union_or(word))
}

/// Reports an item on which the attribute means nothing.
fn wrong(word: Option<(String, TokenTree)>, tokens: TokenStream, mistakes: &mut Mistakes) {
    let (kind, at) = match word {
        Some((word, token)) => (kind(&word), token.into_token_stream()),
        None => ("this", tokens),
    };
    let message = format!(
        "`{NAME}` means nothing on {kind}\n\
         help: write it on a struct with fields, a struct without fields, or a module: \
         `pub mod tickets {{}}`"
    );
    mistakes.push(&WRONG_ITEM, at, message);
}

fn kind(word: &str) -> &'static str {
    match word {
        "enum" => "an enum",
        "union" => "a union",
        "fn" => "a function",
        "impl" => "an impl",
        "trait" => "a trait",
        "type" => "a type alias",
        "const" | "static" => "a constant",
        "use" => "an import",
        "extern" => "foreign items",
        _ => "a macro",
    }
}
