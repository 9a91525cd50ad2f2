//! What `#[deskpro(...)]` says of a field of a struct that describes a resource.

use deskpro_codegen::mistake::Mistakes;
use deskpro_codegen::mistake::resources::{
    CONTRADICTING_FLAGS, FLAG_VALUE, REPEATED_FLAG, UNKNOWN_FLAG,
};
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, Ident, LitStr, Meta, Token};

use crate::arguments::{plain, skip_to_comma};
use crate::description::help;

/// Words that stand alone.
const FLAGS: [(&str, Flag); 8] = [
    ("id", Flag::Id),
    ("read_only", Flag::ReadOnly),
    ("write_only", Flag::WriteOnly),
    ("create_only", Flag::CreateOnly),
    ("required", Flag::Required),
    ("sensitive", Flag::Sensitive),
    ("optional", Flag::Optional),
    ("skip", Flag::Skip),
];

/// Pairs of words that cannot both hold, and why.
const CONTRADICTIONS: [(Flag, Flag, &str); 8] = [
    (Flag::ReadOnly, Flag::WriteOnly, "what is only read is never written"),
    (Flag::ReadOnly, Flag::CreateOnly, "what is only read is never set"),
    (Flag::ReadOnly, Flag::Required, "what is only read cannot be asked for"),
    (Flag::WriteOnly, Flag::Optional, "what is never read cannot be left out of a response"),
    (Flag::Id, Flag::WriteOnly, "the helpdesk gives the id"),
    (Flag::Id, Flag::CreateOnly, "the helpdesk gives the id"),
    (Flag::Id, Flag::Required, "the helpdesk gives the id"),
    (Flag::Id, Flag::Optional, "everything has an id"),
];

/// A word that stands alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Flag {
    Id,
    ReadOnly,
    WriteOnly,
    CreateOnly,
    Required,
    Sensitive,
    Optional,
    Skip,
}

/// What the attributes of a field say.
#[derive(Default)]
pub(super) struct FieldAttributes {
    /// `rename = "wire"`
    pub(super) rename: Option<LitStr>,
    /// `type = "string"`
    pub(super) ty: Option<LitStr>,
    /// The words that stand alone, none of them twice.
    flags: Vec<(Flag, Ident)>,
}

impl FieldAttributes {
    /// Reads `#[deskpro(...)]`; whatever cannot be read is left out.
    pub(super) fn read(attributes: &[Attribute], mistakes: &mut Mistakes) -> Self {
        let mut read = Self::default();
        for attribute in attributes.iter().filter(|found| found.path().is_ident("deskpro")) {
            let Meta::List(list) = &attribute.meta else {
                let message = "`deskpro` says nothing here\n\
                               help: write what holds for the field: `#[deskpro(read_only)]`";
                mistakes.push(&FLAG_VALUE, attribute.path(), message);
                continue;
            };
            let parse = |input: ParseStream<'_>| {
                read.entries(input, mistakes);
                Ok(())
            };
            if let Err(error) = parse.parse2(list.tokens.clone()) {
                mistakes.add(error);
            }
        }
        read.drop_contradictions(mistakes);
        read
    }

    /// The word itself, where the field has it.
    pub(super) fn flag(&self, flag: Flag) -> Option<&Ident> {
        self.flags.iter().find(|(found, _)| *found == flag).map(|(_, word)| word)
    }

    /// Whether the field has this word.
    pub(super) fn has(&self, flag: Flag) -> bool {
        self.flag(flag).is_some()
    }

    fn entries(&mut self, input: ParseStream<'_>, mistakes: &mut Mistakes) {
        while !input.is_empty() {
            if let Err(error) = self.entry(input, mistakes) {
                let message = format!(
                    "{error}\nhelp: write a word such as `read_only`, or `rename = \"...\"` or \
                     `type = \"...\"`"
                );
                mistakes.push_at(&FLAG_VALUE, error.span(), message);
            }
            skip_to_comma(input);
            let _ = input.parse::<Token![,]>();
        }
    }

    fn entry(&mut self, input: ParseStream<'_>, mistakes: &mut Mistakes) -> syn::Result<()> {
        let word = input.call(Ident::parse_any)?;
        let text = plain(&word);
        match text.as_str() {
            "rename" => set(&mut self.rename, word, input, mistakes),
            "type" => set(&mut self.ty, word, input, mistakes),
            _ => {
                self.word(word, &text, input, mistakes);
                Ok(())
            }
        }
    }

    fn word(&mut self, word: Ident, text: &str, input: ParseStream<'_>, mistakes: &mut Mistakes) {
        let Some((_, flag)) = FLAGS.iter().find(|(name, _)| *name == text) else {
            let mut known: Vec<_> = FLAGS.iter().map(|(name, _)| *name).collect();
            known.extend(["rename", "type"]);
            let help = help(text, &known, "a field can be");
            let message = format!("`{text}` is nothing that can be said of a field\n{help}");
            mistakes.push(&UNKNOWN_FLAG, word, message);
            return;
        };
        if !input.is_empty() && !input.peek(Token![,]) {
            let message = format!("`{text}` has no value\nhelp: write `{text}` alone");
            mistakes.push(&FLAG_VALUE, &word, message);
        }
        if self.has(*flag) {
            mistakes.push(&REPEATED_FLAG, word, repeated(text));
        } else {
            self.flags.push((*flag, word));
        }
    }

    /// Of two words that contradict each other, only the first counts.
    fn drop_contradictions(&mut self, mistakes: &mut Mistakes) {
        let mut kept: Vec<(Flag, Ident)> = Vec::new();
        for (flag, word) in std::mem::take(&mut self.flags) {
            let why = kept.iter().find_map(|(other, name)| Some((name, why(flag, *other)?)));
            let Some((other, why)) = why else {
                kept.push((flag, word));
                continue;
            };
            let message =
                format!("`{word}` contradicts `{other}`: {why}\nhelp: remove one of them");
            mistakes.push(&CONTRADICTING_FLAGS, word, message);
        }
        self.flags = kept;
    }
}

/// Why two words contradict each other.
fn why(one: Flag, other: Flag) -> Option<&'static str> {
    if one == Flag::Skip || other == Flag::Skip {
        return Some("the description does not speak of a field that is skipped");
    }
    let found = CONTRADICTIONS
        .iter()
        .find(|(a, b, _)| (*a, *b) == (one, other) || (*b, *a) == (one, other));
    found.map(|(_, _, why)| *why)
}

/// `= "text"`
fn set(
    slot: &mut Option<LitStr>,
    word: Ident,
    input: ParseStream<'_>,
    mistakes: &mut Mistakes,
) -> syn::Result<()> {
    input.parse::<Token![=]>()?;
    let value = input.parse()?;
    if slot.is_some() {
        let text = plain(&word);
        mistakes.push(&REPEATED_FLAG, word, repeated(&text));
    } else {
        *slot = Some(value);
    }
    Ok(())
}

fn repeated(text: &str) -> String {
    format!("`{text}` is said twice\nhelp: remove one of them")
}
