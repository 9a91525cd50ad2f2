//! What stands between the parentheses of `#[deskpro(...)]` on a field.

use deskpro_codegen::mistake::Mistakes;
use deskpro_codegen::mistake::fields::{
    FIELD_ATTRIBUTE_VALUE, REPEATED_FIELD_ATTRIBUTE, UNKNOWN_FIELD_ATTRIBUTE,
};
use deskpro_spec::problem::closest;
use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, LitStr, Meta, Token, parse2};

/// The words that a field can have.
const KNOWN: [&str; 5] = ["rename", "path", "flatten", "rest", "skip"];

/// The words that only fields of a struct can have that is itself the description.
const DESCRIBING: [&str; 8] =
    ["id", "read_only", "write_only", "create_only", "required", "sensitive", "optional", "type"];

/// One of these words, with its value.
pub(super) enum Word {
    /// `rename = "ref"`
    Rename(LitStr),
    /// `path = "organization.name"`
    Path(LitStr),
    /// `flatten`
    Flatten,
    /// `rest`
    Rest,
    /// `skip`
    Skip,
}

/// The words of one field, each with the token that it is.
pub(super) type Words = Vec<(Word, Ident)>;

impl Word {
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Rename(_) => "rename",
            Self::Path(_) => "path",
            Self::Flatten => "flatten",
            Self::Rest => "rest",
            Self::Skip => "skip",
        }
    }
}

/// A word as it is written, whatever it is.
struct Written {
    name: Ident,
    value: Value,
}

enum Value {
    None,
    Text(LitStr),
    /// `= 13`, `(x)`, or `=` alone.
    Other(TokenStream),
}

/// The words of these attributes; `None` after a mistake.
pub(super) fn read(attributes: &[Attribute], mistakes: &mut Mistakes) -> Option<Words> {
    let mut found: Words = Vec::new();
    let mut is_good = true;
    for attribute in attributes {
        let Some(written) = written(attribute, mistakes) else {
            is_good = false;
            continue;
        };
        for word in written {
            let name = word.name.clone();
            let is_repeated = found.iter().any(|(known, _)| name == known.name());
            match understood(word, mistakes) {
                Some(_) if is_repeated => {
                    let message =
                        format!("`{name}` stands on this field twice\nhelp: keep one of both");
                    mistakes.push(&REPEATED_FIELD_ATTRIBUTE, &name, message);
                    is_good = false;
                }
                Some(word) => found.push((word, name)),
                None => is_good = false,
            }
        }
    }
    is_good.then_some(found)
}

/// The words of one attribute; `None` when there are none.
fn written(attribute: &Attribute, mistakes: &mut Mistakes) -> Option<Vec<Written>> {
    let help = "help: write `#[deskpro(rename = \"...\")]`, `#[deskpro(path = \"...\")]`, \
                `#[deskpro(flatten)]`, `#[deskpro(rest)]` or `#[deskpro(skip)]`";
    let Meta::List(list) = &attribute.meta else {
        let message = format!("`#[deskpro]` says nothing without parentheses\n{help}");
        mistakes.push(&FIELD_ATTRIBUTE_VALUE, attribute, message);
        return None;
    };
    let mut words = Vec::new();
    for part in parts(list.tokens.clone()) {
        match parse2::<Written>(part.clone()) {
            Ok(word) => words.push(word),
            Err(_) => {
                let message = format!("a word is expected here\n{help}");
                mistakes.push(&FIELD_ATTRIBUTE_VALUE, part, message);
                return None;
            }
        }
    }
    if words.is_empty() {
        let message = format!("`#[deskpro()]` says nothing\n{help}");
        mistakes.push(&FIELD_ATTRIBUTE_VALUE, attribute, message);
        return None;
    }
    Some(words)
}

/// What stands between commas.
fn parts(tokens: TokenStream) -> Vec<TokenStream> {
    let mut parts = vec![TokenStream::new()];
    for token in tokens {
        match &token {
            TokenTree::Punct(punct) if punct.as_char() == ',' => parts.push(TokenStream::new()),
            _ => parts.iter_mut().last().into_iter().for_each(|part| part.extend([token.clone()])),
        }
    }
    parts.retain(|part| !part.is_empty());
    parts
}

impl Parse for Written {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let name = input.call(syn::ext::IdentExt::parse_any)?;
        if input.is_empty() {
            return Ok(Self { name, value: Value::None });
        }
        let sign = input.parse::<Option<Token![=]>>()?;
        let rest: TokenStream = input.parse()?;
        let value = match (sign, parse2::<LitStr>(rest.clone())) {
            (Some(_), Ok(text)) => Value::Text(text),
            (Some(sign), Err(_)) if rest.is_empty() => Value::Other(sign.to_token_stream()),
            (_, _) => Value::Other(rest),
        };
        Ok(Self { name, value })
    }
}

/// The word that is meant; `None` after a mistake.
fn understood(word: Written, mistakes: &mut Mistakes) -> Option<Word> {
    let name = word.name.to_string();
    let alone = |found: Word, mistakes: &mut Mistakes| match &word.value {
        Value::None => Some(found),
        Value::Text(text) => no_value(&name, text, mistakes),
        Value::Other(tokens) => no_value(&name, tokens, mistakes),
    };
    match name.as_str() {
        "flatten" => alone(Word::Flatten, mistakes),
        "rest" => alone(Word::Rest, mistakes),
        "skip" => alone(Word::Skip, mistakes),
        "rename" => text(&word, "subject", mistakes).map(Word::Rename),
        "path" => path(&word, mistakes).map(Word::Path),
        _ => {
            mistakes.push(&UNKNOWN_FIELD_ATTRIBUTE, &word.name, unknown(&name));
            None
        }
    }
}

fn unknown(name: &str) -> String {
    if DESCRIBING.contains(&name) {
        return format!(
            "`{name}` is for fields of a resource that only a struct describes, with `path = \"/...\"` \
             on the struct\nhelp: leave it out; here the description says that"
        );
    }
    let help = match closest(name, KNOWN) {
        Some(close) => format!("did you mean `{close}`?"),
        None => "a field can have `rename`, `path`, `flatten`, `rest` or `skip`".to_owned(),
    };
    format!("`{name}` means nothing on a field\nhelp: {help}")
}

fn no_value(name: &str, at: impl ToTokens, mistakes: &mut Mistakes) -> Option<Word> {
    let message = format!("`{name}` takes no value\nhelp: write `#[deskpro({name})]`");
    mistakes.push(&FIELD_ATTRIBUTE_VALUE, at, message);
    None
}

/// The text that is the word's value.
fn text(word: &Written, example: &str, mistakes: &mut Mistakes) -> Option<LitStr> {
    let name = &word.name;
    let (at, problem) = match &word.value {
        Value::Text(text) if !text.value().trim().is_empty() => return Some(text.clone()),
        Value::Text(text) => (text.to_token_stream(), "is empty"),
        Value::None => (name.to_token_stream(), "needs a value"),
        Value::Other(tokens) => (tokens.clone(), "needs one text in quotes"),
    };
    let message = format!("`{name}` {problem}\nhelp: write `#[deskpro({name} = \"{example}\")]`");
    mistakes.push(&FIELD_ATTRIBUTE_VALUE, at, message);
    None
}

fn path(word: &Written, mistakes: &mut Mistakes) -> Option<LitStr> {
    let text = text(word, "organization.name", mistakes)?;
    if text.value().split('.').any(|step| step.trim().is_empty()) {
        let message = "a step of the path is empty\n\
                       help: names of fields with one dot between two: `organization.name`";
        mistakes.push(&FIELD_ATTRIBUTE_VALUE, &text, message);
        return None;
    }
    Some(text)
}
