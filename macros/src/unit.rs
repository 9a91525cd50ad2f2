//! A unit struct that stands for a whole resource: it becomes the handle, and the rest of the
//! resource's items stands beside it.

use deskpro_codegen::Options;
use deskpro_codegen::mistake::Mistakes;
use deskpro_codegen::mistake::arguments::UNKNOWN_ITEM;
use proc_macro2::{Delimiter, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{Attribute, Ident, ItemStruct, Path, parse_quote, parse2};

use crate::arguments::{Arguments, plain};
use crate::description::Description;
use crate::item::derived;
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
    let mut items = whole::items(description, resource, arguments, &options, mistakes)?;
    if let Some(wanted) = &arguments.visibility {
        items = visibility::set(items, &visibility::from_within(wanted));
    }
    // Without its name, after a mistake, the struct stays beside the handle.
    let kept = options.renames.is_empty().then_some(item);
    if kept.is_none() {
        items = with_handle(items, item);
    }
    let items = whole::beside(item, &items);
    Some(quote!(#items #kept))
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

/// The items, of which the one that is named as the user's struct gets what stood on that.
///
/// It is found among the tokens: parsing all items would take longer than making them.
fn with_handle(items: TokenStream, item: &ItemStruct) -> TokenStream {
    let mut tokens: Vec<TokenTree> = items.into_iter().collect();
    let is =
        |token: &TokenTree, text: &Ident| matches!(token, TokenTree::Ident(name) if name == text);
    let keyword = Ident::new("struct", Span::call_site());
    let place =
        tokens.windows(2).position(|pair| is(&pair[0], &keyword) && is(&pair[1], &item.ident));
    let Some(keyword) = place else { return tokens.into_iter().collect() };
    let start = start_of_item(&tokens[..keyword]);
    // Behind keyword and name are the fields in braces.
    let end = tokens.len().min(keyword + 3);
    let slice: TokenStream = tokens[start..end].iter().cloned().collect();
    if let Ok(mut handle) = parse2::<ItemStruct>(slice) {
        become_handle(&mut handle, item);
        tokens.splice(start..end, handle.into_token_stream());
    }
    tokens.into_iter().collect()
}

/// Where the attributes of an item begin of which these tokens precede the keyword.
fn start_of_item(before: &[TokenTree]) -> usize {
    let mut rest = before;
    if let [earlier @ .., TokenTree::Group(group)] = rest
        && group.delimiter() == Delimiter::Parenthesis
    {
        rest = earlier;
    }
    if let [earlier @ .., TokenTree::Ident(name)] = rest
        && name == "pub"
    {
        rest = earlier;
    }
    while let [earlier @ .., TokenTree::Punct(mark), TokenTree::Group(group)] = rest
        && mark.as_char() == '#'
        && group.delimiter() == Delimiter::Bracket
    {
        rest = earlier;
    }
    rest.len()
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
    let Ok(paths) = derived(attribute) else { return Some(attribute.clone()) };
    let is_new = |path: &&Path| !DERIVED.iter().any(|name| path.is_ident(name));
    let paths: Vec<TokenStream> = paths.iter().filter(is_new).map(Path::to_token_stream).collect();
    (!paths.is_empty()).then(|| parse_quote!(#[derive(#(#paths),*)]))
}
