//! From tokens to arguments: one after the other, each mistake at its own token.

use deskpro_codegen::mistake::Mistakes;
use deskpro_codegen::mistake::arguments::{
    MISSING_SUBJECT, MISSING_VALUE, NOT_AN_ARGUMENT, QUOTED_NAME, REPEATED_ARGUMENT,
    SECOND_SUBJECT, UNKNOWN_ARGUMENT,
};
use proc_macro2::{TokenStream, TokenTree};
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Ident, Lit, Token};

use super::{About, Arguments, OperationPath, Subject, plain, value};
use crate::description::help;

/// Every argument that has a name.
const NAMES: &[&str] = &[
    "type", "path", "name", "spec", "client", "runtime", "verbs", "rename", "vis", "derive",
    "enums",
];

/// All arguments; after a mistake in one, the next one is parsed.
pub(super) fn arguments(tokens: TokenStream, mistakes: &mut Mistakes) -> Arguments {
    let mut arguments = Arguments::default();
    let mut is_about = false;
    for part in split(tokens) {
        is_about |= argument(part, &mut arguments, mistakes);
    }
    if arguments.about.is_none() && !is_about {
        let message = "the attribute does not say what the item is of\n\
                       help: name a resource: `#[deskpro_resource(tickets)]`";
        mistakes.push(&MISSING_SUBJECT, TokenStream::new(), message);
    }
    arguments
}

/// The tokens between commas. Where there are none, the comma itself stands for them, unless it is
/// the last of all.
pub(super) fn split(tokens: TokenStream) -> Vec<TokenStream> {
    let mut parts = Vec::new();
    let mut part = TokenStream::new();
    for token in tokens {
        match &token {
            TokenTree::Punct(punct) if punct.as_char() == ',' => {
                if part.is_empty() {
                    part.extend([token]);
                }
                parts.push(std::mem::take(&mut part));
            }
            _ => part.extend([token]),
        }
    }
    parts.extend((!part.is_empty()).then_some(part));
    parts
}

/// Goes on to where the next part between commas begins, whatever is left of this one.
pub(crate) fn skip_to_comma(input: ParseStream<'_>) {
    while !input.is_empty() && !input.peek(Token![,]) {
        if input.parse::<TokenTree>().is_err() {
            return;
        }
    }
}

/// Parses one argument; whether it was meant to say what the attribute is about.
fn argument(part: TokenStream, arguments: &mut Arguments, mistakes: &mut Mistakes) -> bool {
    let whole = part.clone();
    let parse = |input: ParseStream<'_>| {
        let is_about = one(&whole, input, arguments, mistakes);
        // What is left belongs to a mistake that was reported.
        input.parse::<TokenStream>().map(|_| is_about)
    };
    parse.parse2(part).unwrap_or_else(|error| {
        mistakes.add(error);
        false
    })
}

fn one(
    whole: &TokenStream,
    input: ParseStream<'_>,
    arguments: &mut Arguments,
    mistakes: &mut Mistakes,
) -> bool {
    if let Ok(Lit::Str(text)) = input.fork().parse() {
        let message = format!(
            "what the item is of is written without quotes\nhelp: write `{}`",
            text.value().escape_debug()
        );
        mistakes.push(&QUOTED_NAME, text, message);
        return true;
    }
    let Ok(name) = input.call(Ident::parse_any) else {
        let message = "this is not an argument\n\
                       help: an argument is a name such as `tickets`, or a name with a value such as \
                       `spec = \"helpdesk\"` or `verbs(list, get)`";
        mistakes.push(&NOT_AN_ARGUMENT, whole, message);
        return false;
    };
    if input.is_empty() {
        bare(name, arguments, mistakes)
    } else if input.peek(Token![.]) {
        operation(name, whole, input, arguments, mistakes)
    } else {
        named(name, input, arguments, mistakes)
    }
}

/// A name alone: `tickets`.
fn bare(name: Ident, arguments: &mut Arguments, mistakes: &mut Mistakes) -> bool {
    let text = plain(&name);
    if NAMES.contains(&text.as_str()) {
        let message = format!("`{text}` has no value\nhelp: write {}", value::example(&text));
        mistakes.push(&MISSING_VALUE, name, message);
        return matches!(text.as_str(), "type" | "path");
    }
    set_about(About::Subject(Subject::Resource(name.clone())), &name, arguments, mistakes);
    true
}

/// A name with a name behind it: `tickets.create`.
fn operation(
    resource: Ident,
    whole: &TokenStream,
    input: ParseStream<'_>,
    arguments: &mut Arguments,
    mistakes: &mut Mistakes,
) -> bool {
    let operation = input.parse::<Token![.]>().and_then(|_| input.call(Ident::parse_any));
    match operation {
        Ok(operation) if input.is_empty() => {
            let path = OperationPath { resource, operation };
            set_about(About::Operation(path), whole, arguments, mistakes);
        }
        _ => {
            let message = "this is not an operation\n\
                           help: an operation is named by its resource and itself, such as \
                           `tickets.create`";
            mistakes.push(&NOT_AN_ARGUMENT, whole, message);
        }
    }
    true
}

/// A name with a value: `spec = "helpdesk"`, `verbs(list, get)`.
fn named(
    name: Ident,
    input: ParseStream<'_>,
    arguments: &mut Arguments,
    mistakes: &mut Mistakes,
) -> bool {
    let text = plain(&name);
    if !NAMES.contains(&text.as_str()) {
        let message =
            format!("there is no argument `{text}`\n{}", help(&text, NAMES, "arguments are"));
        mistakes.push(&UNKNOWN_ARGUMENT, name, message);
        return false;
    }
    if arguments.given.iter().any(|given| plain(given) == text) {
        let message = format!("`{text}` is given twice\nhelp: leave one of them out");
        mistakes.push(&REPEATED_ARGUMENT, name, message);
        return false;
    }
    arguments.given.push(name.clone());
    match text.as_str() {
        "type" => {
            if let Some(ty) = value::word(&name, input, mistakes) {
                set_about(About::Subject(Subject::Type(ty)), &name, arguments, mistakes);
            }
            true
        }
        "path" => {
            if let Some(path) = value::text(&name, input, mistakes) {
                set_about(About::Own(path), &name, arguments, mistakes);
            }
            true
        }
        _ => {
            value::set(&name, input, arguments, mistakes);
            false
        }
    }
}

fn set_about(
    about: About,
    at: impl quote::ToTokens,
    arguments: &mut Arguments,
    mistakes: &mut Mistakes,
) {
    if arguments.about.is_none() {
        arguments.about = Some(about);
        return;
    }
    let message = "the attribute says already what the item is of\n\
                   help: leave one of them out; an item is of one resource, type or operation";
    mistakes.push(&SECOND_SUBJECT, at, message);
}
