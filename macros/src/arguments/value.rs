//! The values of arguments.

use deskpro_codegen::mistake::Mistakes;
use deskpro_codegen::mistake::arguments::{
    MISSING_VALUE, RELATIVE_PATH, REPEATED_VALUE, UNKNOWN_POLICY, WRONG_VALUE,
};
use deskpro_codegen::plan::EnumPolicy;
use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::{Ident, LitStr, Path, PathArguments, Token, Visibility, parenthesized, parse2, token};

use super::parse::split;
use super::{Arguments, plain};
use crate::description::help;

/// How an argument is written.
pub(super) fn example(name: &str) -> &'static str {
    match name {
        "type" => "`type = avatar`",
        "path" => "`path = \"/assets\"`",
        "name" => "`name = \"assets\"`",
        "spec" => "`spec = \"../helpdesk\"`",
        "client" => "`client = crate::client`",
        "runtime" => "`runtime = crate::client::runtime`",
        "verbs" => "`verbs(list, get)`",
        "rename" => "`rename(Ticket = Case)`",
        "vis" => "`vis(pub(crate))`",
        "derive" => "`derive(Hash)`",
        _ => "`enums = open`, `enums = exhaustive` or `enums = closed`",
    }
}

/// Parses the value of an argument, and sets it.
pub(super) fn set(
    name: &Ident,
    input: ParseStream<'_>,
    arguments: &mut Arguments,
    mistakes: &mut Mistakes,
) {
    match plain(name).as_str() {
        "name" => arguments.name = text(name, input, mistakes),
        "spec" => arguments.spec = text(name, input, mistakes),
        "client" => arguments.client = absolute(name, input, mistakes),
        "runtime" => arguments.runtime = absolute(name, input, mistakes),
        "verbs" => {
            let verbs = list::<Word>(name, input, mistakes);
            arguments.verbs = verbs.map(|verbs| {
                distinct(verbs.into_iter().map(|word| word.0).collect(), of_word, mistakes)
            });
        }
        "rename" => {
            let pairs = list::<Pair>(name, input, mistakes).unwrap_or_default();
            let pairs = pairs.into_iter().map(|pair| (pair.from, pair.to)).collect();
            arguments.renames = distinct(pairs, |(from, _)| of_word(from), mistakes);
        }
        "vis" => arguments.visibility = visibility(name, input, mistakes),
        "derive" => {
            let paths = list::<Path>(name, input, mistakes).unwrap_or_default();
            arguments.derives = distinct(paths, of_path, mistakes);
        }
        _ => arguments.enums = policy(name, input, mistakes),
    }
}

/// `= "text"`
pub(super) fn text(
    name: &Ident,
    input: ParseStream<'_>,
    mistakes: &mut Mistakes,
) -> Option<LitStr> {
    equal(name, input, mistakes)
}

/// `= word`
pub(super) fn word(name: &Ident, input: ParseStream<'_>, mistakes: &mut Mistakes) -> Option<Ident> {
    equal::<Word>(name, input, mistakes).map(|word| word.0)
}

/// `= crate::client`: a path that means the same in every module.
fn absolute(name: &Ident, input: ParseStream<'_>, mistakes: &mut Mistakes) -> Option<Path> {
    let path = equal::<Path>(name, input, mistakes)?;
    let plain_path = path.segments.iter().all(|part| matches!(part.arguments, PathArguments::None));
    if !plain_path {
        wrong(name, &path, mistakes);
        return None;
    }
    let first = path.segments.first().map(|part| part.ident.to_string());
    if matches!(first.as_deref(), Some("self" | "super")) {
        let message = "this path leads elsewhere from within the generated module\n\
                       help: begin with `crate::`, or with the name of a crate";
        mistakes.push(&RELATIVE_PATH, &path, message);
        return None;
    }
    Some(path)
}

/// `(pub(crate))`
fn visibility(name: &Ident, input: ParseStream<'_>, mistakes: &mut Mistakes) -> Option<Visibility> {
    let found = list::<Visibility>(name, input, mistakes)?;
    let mut found = found.into_iter();
    match (found.next(), found.next()) {
        (Some(visibility), None) => Some(visibility),
        (_, Some(second)) => {
            wrong(name, second, mistakes);
            None
        }
        // What could not be parsed was reported.
        (None, None) => None,
    }
}

fn policy(name: &Ident, input: ParseStream<'_>, mistakes: &mut Mistakes) -> Option<EnumPolicy> {
    let word = word(name, input, mistakes)?;
    let text = plain(&word);
    match text.as_str() {
        "open" => Some(EnumPolicy::Open),
        "exhaustive" => Some(EnumPolicy::Exhaustive),
        "closed" => Some(EnumPolicy::Closed),
        _ => {
            let policies = ["open", "exhaustive", "closed"];
            let help = help(&text, &policies, "policies are");
            let message = format!("`{text}` is nothing that enums can be\n{help}");
            mistakes.push(&UNKNOWN_POLICY, word, message);
            None
        }
    }
}

/// What stands behind `=`.
fn equal<T: Parse>(name: &Ident, input: ParseStream<'_>, mistakes: &mut Mistakes) -> Option<T> {
    if !input.peek(Token![=]) {
        wrong(name, rest(input), mistakes);
        return None;
    }
    let parsed = input.parse::<Token![=]>();
    if parsed.is_err() || input.is_empty() {
        empty(name, mistakes);
        return None;
    }
    let value = rest(input);
    match input.parse() {
        Ok(parsed) if input.is_empty() => Some(parsed),
        _ => {
            wrong(name, value, mistakes);
            None
        }
    }
}

/// What stands between parentheses; an entry that cannot be parsed is reported and left out.
fn list<T: Parse>(name: &Ident, input: ParseStream<'_>, mistakes: &mut Mistakes) -> Option<Vec<T>> {
    let entries = if input.peek(token::Paren) { within(input) } else { None };
    let Some(entries) = entries.filter(|_| input.is_empty()) else {
        wrong(name, rest(input), mistakes);
        return None;
    };
    let entries = split(entries);
    if entries.is_empty() {
        empty(name, mistakes);
        return None;
    }
    let mut values = Vec::new();
    for entry in entries {
        match parse2(entry.clone()) {
            Ok(value) => values.push(value),
            Err(_) => wrong(name, entry, mistakes),
        }
    }
    Some(values)
}

fn within(input: ParseStream<'_>) -> Option<TokenStream> {
    let parse = || -> syn::Result<TokenStream> {
        let content;
        parenthesized!(content in input);
        content.parse()
    };
    parse().ok()
}

/// The values without those that were there before, which are reported at the tokens beside their
/// text.
fn distinct<T>(
    values: Vec<T>,
    key: impl Fn(&T) -> (String, TokenStream),
    mistakes: &mut Mistakes,
) -> Vec<T> {
    let mut seen = Vec::new();
    let mut distinct = Vec::new();
    for value in values {
        let (text, tokens) = key(&value);
        if seen.contains(&text) {
            let message = format!("`{text}` is listed twice\nhelp: leave one of them out");
            mistakes.push(&REPEATED_VALUE, tokens, message);
        } else {
            seen.push(text);
            distinct.push(value);
        }
    }
    distinct
}

fn of_word(word: &Ident) -> (String, TokenStream) {
    (plain(word), word.to_token_stream())
}

fn of_path(path: &Path) -> (String, TokenStream) {
    let tokens = path.to_token_stream();
    (tokens.to_string().replace(' ', ""), tokens)
}

fn wrong(name: &Ident, at: impl ToTokens, mistakes: &mut Mistakes) {
    let name = plain(name);
    let message = format!("this is no value of `{name}`\nhelp: it is written {}", example(&name));
    mistakes.push(&WRONG_VALUE, at, message);
}

fn empty(name: &Ident, mistakes: &mut Mistakes) {
    let text = plain(name);
    let message = format!("`{text}` has no value\nhelp: write {}", example(&text));
    mistakes.push(&MISSING_VALUE, name, message);
}

/// What is still to be parsed.
fn rest(input: ParseStream<'_>) -> TokenStream {
    input.fork().parse().unwrap_or_default()
}

/// Any identifier, keywords included.
struct Word(Ident);

impl Parse for Word {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        input.call(Ident::parse_any).map(Self)
    }
}

/// `Ticket = Case`
struct Pair {
    from: Ident,
    to: Ident,
}

impl Parse for Pair {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let from = input.parse()?;
        input.parse::<Token![=]>()?;
        Ok(Self { from, to: input.parse()? })
    }
}
