//! A unit struct that stands for a whole resource: it becomes the handle, and the rest of the
//! resource's items stands beside it.

use deskpro_codegen::Options;
use deskpro_codegen::mistake::Mistakes;
use deskpro_codegen::mistake::arguments::UNKNOWN_ITEM;
use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote};
use syn::parse::Parser;
use syn::punctuated::Punctuated;
use syn::{Attribute, Ident, Item, ItemStruct, Path, Token, parse_quote};

use crate::arguments::{Arguments, plain};
use crate::description::Description;
use crate::{visibility, whole};

/// What generated handles derive.
const DERIVED: &[&str] = &["Debug", "Clone"];

/// A module of the resource's items, all of them visible where the struct stood.
pub(crate) fn expand(
    description: &Description,
    resource: &Ident,
    arguments: &Arguments,
    item: &ItemStruct,
    options: &Options,
    mistakes: &mut Mistakes,
) -> Option<TokenStream> {
    let (_, found) = description.resource(resource, mistakes)?;
    let options = Options {
        renames: handle(description, &found.name, arguments, item, mistakes),
        ..options.clone()
    };
    let tokens = whole::items(description, resource, arguments, &options, mistakes)?;
    let wanted = arguments.visibility.as_ref().map(visibility::from_within);
    let mut items = whole::visible(tokens, wanted.as_ref(), mistakes);
    let handle = match options.renames.is_empty() {
        true => None,
        false => items.iter_mut().find_map(struct_named(&item.ident)),
    };
    // Without its name, after a mistake, the struct stays beside the handle.
    let kept = handle.is_none().then_some(item);
    if let Some(handle) = handle {
        become_handle(handle, item);
    }
    let (items, vis) = (whole::tokens(&items), &item.vis);
    let module = Ident::new(&format!("__deskpro_{}", plain(&item.ident)), Span::call_site());
    Some(quote! {
        #[doc(hidden)]
        #[allow(non_snake_case, reason = "named after the struct")]
        mod #module {
            #items
        }

        #[allow(unused_imports, reason = "which of the items are used is not known here")]
        #vis use #module::*;

        #kept
    })
}

/// The handle's own name with that of the struct; nothing after a mistake.
fn handle(
    description: &Description,
    resource: &str,
    arguments: &Arguments,
    item: &ItemStruct,
    mistakes: &mut Mistakes,
) -> Vec<(String, Ident)> {
    let api = &description.api;
    let Some(handle) = deskpro_codegen::handle_name(api, resource) else { return Vec::new() };
    if item.ident == handle.as_str() {
        let renamed = arguments.renames.iter().find(|(from, _)| plain(from) == handle);
        if let Some((from, _)) = renamed {
            let message = format!(
                "`{handle}` is the struct on which the attribute stands\nhelp: rename the struct"
            );
            mistakes.push(&UNKNOWN_ITEM, from, message);
        }
        return vec![(handle, item.ident.clone())];
    }
    let names = deskpro_codegen::item_names(api, resource, &Options::default());
    let mut names = names.unwrap_or_default();
    // What gets another name makes room for the struct.
    names.retain(|name| !arguments.renames.iter().any(|(from, _)| plain(from) == *name));
    names.push(handle.clone());
    let wanted = (Ident::new(&handle, Span::call_site()), item.ident.clone());
    whole::renames(&names, &[wanted], mistakes)
}

fn struct_named(name: &Ident) -> impl FnMut(&mut Item) -> Option<&mut ItemStruct> {
    move |item| match item {
        Item::Struct(item) if item.ident == *name => Some(item),
        _ => None,
    }
}

/// The handle gets what stood on the user's struct; the user's own docs go before generated ones.
fn become_handle(handle: &mut ItemStruct, item: &ItemStruct) {
    // How far it is seen is the re-export's to say.
    handle.vis = parse_quote!(pub);
    if item.attrs.iter().any(is_docs) {
        handle.attrs.retain(|attribute| !is_docs(attribute));
    }
    handle.attrs.extend(item.attrs.iter().filter_map(without_derived));
}

fn is_docs(attribute: &Attribute) -> bool {
    attribute.path().is_ident("doc")
}

/// The attribute without what is derived already; `None` when nothing is left of it.
fn without_derived(attribute: &Attribute) -> Option<Attribute> {
    if !attribute.path().is_ident("derive") {
        return Some(attribute.clone());
    }
    let list = attribute.meta.require_list().ok()?;
    let parse = Punctuated::<Path, Token![,]>::parse_terminated;
    let Ok(paths) = parse.parse2(list.tokens.clone()) else { return Some(attribute.clone()) };
    let is_new = |path: &&Path| !DERIVED.iter().any(|name| path.is_ident(name));
    let paths: Vec<TokenStream> = paths.iter().filter(is_new).map(Path::to_token_stream).collect();
    (!paths.is_empty()).then(|| parse_quote!(#[derive(#(#paths),*)]))
}
