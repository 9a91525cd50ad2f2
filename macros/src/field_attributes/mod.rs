//! A struct of the user's own as the planner knows it: its fields, and what `#[deskpro(...)]` says
//! of them.

#[cfg(test)]
mod tests;
mod words;

use deskpro_codegen::mistake::Mistakes;
use deskpro_codegen::mistake::fields::CONTRADICTING_FIELD_ATTRIBUTES;
use deskpro_codegen::plan::{Role, UserField, UserStruct, WireName};
use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::{Attribute, Field, ItemStruct};

use crate::item::derives_default;
use words::{Word, Words};

/// What a struct says of itself. The attributes that only this macro understands are taken away.
pub(crate) fn user_struct(item: &mut ItemStruct, mistakes: &mut Mistakes) -> UserStruct {
    let mut words = Vec::new();
    collect_words(item.ident.to_token_stream(), &mut words);
    collect_words(item.generics.to_token_stream(), &mut words);
    collect_words(item.generics.where_clause.to_token_stream(), &mut words);
    let is_deprecated =
        is_deprecated(&item.attrs) || item.fields.iter().any(|field| is_deprecated(&field.attrs));
    let fields = item.fields.iter_mut().filter_map(|field| {
        collect_words(field.ty.to_token_stream(), &mut words);
        user_field(field, mistakes)
    });
    UserStruct {
        fields: fields.collect(),
        name: item.ident.clone(),
        generics: item.generics.clone(),
        derives_default: derives_default(&item.attrs),
        is_deprecated,
        words,
    }
}

fn user_field(field: &mut Field, mistakes: &mut Mistakes) -> Option<UserField> {
    let (own, kept): (Vec<_>, Vec<_>) =
        std::mem::take(&mut field.attrs).into_iter().partition(is_own);
    field.attrs = kept;
    let name = field.ident.clone()?;
    let role = match words::read(&own, mistakes) {
        Some(words) => role(&name, &words, mistakes),
        None => Role::Broken,
    };
    let cfgs = field.attrs.iter().filter(|attribute| attribute.path().is_ident("cfg")).cloned();
    Some(UserField { name, ty: field.ty.clone(), cfgs: cfgs.collect(), role })
}

/// What a field stands for, according to the words about it.
fn role(name: &syn::Ident, words: &Words, mistakes: &mut Mistakes) -> Role {
    let Some((first, others)) = words.split_first() else {
        let path = vec![name.unraw().to_string()];
        return Role::Wire(WireName { path, is_explicit: false, at: name.to_token_stream() });
    };
    for (other, at) in others {
        let message = format!(
            "`{}` and `{}` exclude each other\n\
             help: a field stands for one thing; keep one of both",
            first.0.name(),
            other.name(),
        );
        mistakes.push(&CONTRADICTING_FIELD_ATTRIBUTES, at, message);
    }
    if !others.is_empty() {
        return Role::Broken;
    }
    let wire = |path: Vec<String>, text: &syn::LitStr| {
        Role::Wire(WireName { path, is_explicit: true, at: text.to_token_stream() })
    };
    match &first.0 {
        Word::Rename(text) => wire(vec![text.value()], text),
        Word::Path(text) => wire(text.value().split('.').map(str::to_owned).collect(), text),
        Word::Flatten => Role::Flatten,
        Word::Rest => Role::Rest,
        Word::Skip => Role::Skip,
    }
}

fn is_own(attribute: &Attribute) -> bool {
    attribute.path().is_ident("deskpro")
}

fn is_deprecated(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| attribute.path().is_ident("deprecated"))
}

/// Every word in these tokens.
fn collect_words(tokens: TokenStream, into: &mut Vec<String>) {
    for token in tokens {
        match token {
            TokenTree::Ident(word) => into.push(word.to_string()),
            TokenTree::Group(group) => collect_words(group.stream(), into),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}
