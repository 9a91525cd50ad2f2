//! Behind both doors are the same items: what the attribute macro puts into a module of the user's
//! is what the committed files of that resource hold, but for the paths that lead elsewhere and for
//! the features on which the files depend.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use deskpro_codegen::Options;
use deskpro_spec::api::Api;
use deskpro_spec::{Sources, load};
use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::punctuated::Punctuated;
use syn::{File, ImplItem, Item, ItemImpl, Token};

fn api() -> Api {
    load(&Sources::builtin()).unwrap()
}

/// The options of `deskpro_resource` without arguments. That the attribute puts into a module, and
/// beside a unit struct, what is made with these, `macros/src/forms.rs` proves.
fn macro_options() -> Options {
    Options {
        runtime: "::deskpro_client::runtime".to_owned(),
        generated: "::deskpro_client".to_owned(),
        ..Options::default()
    }
}

/// The items behind the door of the macro.
fn from_macro(api: &Api, resource: &str) -> Vec<Item> {
    let items = deskpro_codegen::resource_items(api, resource, &macro_options()).unwrap();
    comparable(items)
}

/// The items of the committed files.
fn from_files(resource: &str) -> Vec<Item> {
    comparable(committed(resource))
}

/// What stands in the committed files of a resource's module, without what holds them together.
fn committed(resource: &str) -> TokenStream {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../generated-client/src/generated");
    let mut out = TokenStream::new();
    let mut modules = vec![folder.join(resource)];
    while let Some(module) = modules.pop() {
        let text = fs::read_to_string(module.with_extension("rs")).unwrap();
        let mut file = syn::parse_file(&text).unwrap();
        file.attrs.clear();
        for item in file.items {
            match item {
                Item::Mod(below) => modules.push(module.join(below.ident.to_string())),
                other => other.to_tokens(&mut out),
            }
        }
    }
    out
}

/// The items in an order that does not depend on the file that they stand in, without imports and
/// documentation, everything called by its bare name.
fn comparable(items: TokenStream) -> Vec<Item> {
    let mut file: File = syn::parse2(items).unwrap();
    file.items.retain(|item| !matches!(item, Item::Use(_)) && !stands_in(item));
    let tokens: Vec<TokenTree> = file.into_token_stream().into_iter().collect();
    let items = syn::parse2::<File>(bare(&tokens)).unwrap().items;
    let mut items: Vec<Item> = items.into_iter().flat_map(parts).collect();
    items.sort_by_cached_key(|item| (title(item), text(item)));
    items
}

/// Whether an item is there only where a feature is not: the bare name of a resource's object, of which
/// nothing but ids is spoken then. Without features there is none.
fn stands_in(item: &Item) -> bool {
    let Item::Struct(item) = item else { return false };
    let is_left_out = |attribute: &syn::Attribute| {
        attribute.path().is_ident("cfg")
            && attribute
                .parse_args::<TokenStream>()
                .is_ok_and(|condition| condition.to_string().starts_with("not"))
    };
    item.attrs.iter().any(is_left_out)
}

/// An item whose parts may be in several files as these parts: methods, and names in a macro's list.
fn parts(item: Item) -> Vec<Item> {
    match item {
        Item::Impl(whole) if whole.trait_.is_none() => {
            let part = |method: &ImplItem| {
                Item::Impl(ItemImpl { items: vec![method.clone()], ..whole.clone() })
            };
            whole.items.iter().map(part).collect()
        }
        Item::Macro(whole) => {
            let names = Punctuated::<Ident, Token![,]>::parse_terminated;
            let names = whole.mac.parse_body_with(names).unwrap();
            let part = |name: Ident| {
                let mut part = whole.clone();
                part.mac.tokens = name.into_token_stream();
                Item::Macro(part)
            };
            names.into_iter().map(part).collect()
        }
        other => vec![other],
    }
}

/// Tokens without documentation, and without the way to the generated modules and the runtime.
fn bare(tokens: &[TokenTree]) -> TokenStream {
    let mut out = TokenStream::new();
    let mut rest = tokens;
    while let [first, after @ ..] = rest {
        let way = way(rest);
        if way > 0 {
            rest = &rest[way..];
            continue;
        }
        rest = after;
        match (first, after.first()) {
            (TokenTree::Punct(punct), Some(next))
                if punct.as_char() == '#'
                    && ["[doc", "[cfg"].iter().any(|it| next.to_string().starts_with(it)) =>
            {
                rest = &after[1..];
            }
            (TokenTree::Group(group), _) => {
                let inner: Vec<_> = group.stream().into_iter().collect();
                out.extend([TokenTree::Group(Group::new(group.delimiter(), bare(&inner)))]);
            }
            (other, _) => out.extend([other.clone()]),
        }
    }
    out
}

/// How many tokens lead to a name: `deskpro_runtime::`, `super::super::people::` or, from the crate of a
/// user, `::deskpro_client::runtime::`, `::deskpro_client::people::`.
fn way(tokens: &[TokenTree]) -> usize {
    let text: Vec<_> = tokens.iter().take(9).map(ToString::to_string).collect();
    let text: Vec<_> = text.iter().map(String::as_str).collect();
    match text[..] {
        ["deskpro_runtime", ":", ":", ..] => 3,
        // From a file below there is one `super` more.
        ["super", ":", ":", "super", ..] => 3,
        ["super", ":", ":", _, ":", ":", ..] => 6,
        [":", ":", "deskpro_client", ":", ":", _, ":", ":", ..] => 8,
        _ => 0,
    }
}

/// What an item is and what it is called: `struct Ticket`, `impl Decode for Ticket`.
fn title(item: &Item) -> String {
    match item {
        Item::Struct(item) => format!("struct {}", item.ident),
        Item::Enum(item) => format!("enum {}", item.ident),
        Item::Type(item) => format!("type {}", item.ident),
        Item::Static(item) => format!("static {}", item.ident),
        Item::Macro(item) => format!("{}!", item.mac.path.to_token_stream()),
        Item::Impl(item) => {
            let ty = item.self_ty.to_token_stream();
            match &item.trait_ {
                Some((path, _)) => format!("impl {} for {ty}", path.to_token_stream()),
                None => format!("impl {ty}"),
            }
        }
        other => panic!("an item of another kind: {}", other.to_token_stream()),
    }
}

fn text(item: &Item) -> String {
    let file =
        File { shebang: None, frontmatter: None, attrs: Vec::new(), items: vec![item.clone()] };
    prettyplease::unparse(&file)
}

#[test]
fn the_macro_and_the_files_have_the_same_items() {
    let api = api();
    assert!(api.resources.len() > 100);
    for resource in &api.resources {
        let (made, committed) = (from_macro(&api, &resource.name), from_files(&resource.name));
        let titles = |items: &[Item]| items.iter().map(title).collect::<Vec<_>>();
        assert_eq!(titles(&made), titles(&committed), "{}", resource.name);
        assert!(made.len() > 3, "{} has {} items", resource.name, made.len());
        for (made, committed) in made.iter().zip(&committed) {
            assert_eq!(text(made), text(committed), "{}: {}", resource.name, title(made));
        }
    }
}

/// The tokens, with this name where the other was, except in texts.
fn renamed(tokens: TokenStream, from: &str, to: &Ident) -> TokenStream {
    let rename = |token| match token {
        TokenTree::Ident(name) if name == from => TokenTree::Ident(to.clone()),
        TokenTree::Group(group) => {
            let inner = renamed(group.stream(), from, to);
            TokenTree::Group(Group::new(group.delimiter(), inner))
        }
        other => other,
    };
    tokens.into_iter().map(rename).collect()
}

#[test]
fn a_unit_struct_takes_the_name_of_the_handle_and_changes_nothing_else() {
    let api = api();
    let name = Ident::new("Desk", Span::call_site());
    for resource in &api.resources {
        let handle = deskpro_codegen::handle_name(&api, &resource.name).unwrap();
        let renames = vec![(handle.clone(), name.clone())];
        let options = Options { renames, ..macro_options() };
        let items = deskpro_codegen::resource_items(&api, &resource.name, &options).unwrap();
        let committed = comparable(renamed(committed(&resource.name), &handle, &name));
        let made = comparable(items);
        assert!(made.iter().any(|item| title(item) == "struct Desk"), "{}", resource.name);
        assert_eq!(made.len(), committed.len(), "{}", resource.name);
        for (made, committed) in made.iter().zip(&committed) {
            assert_eq!(text(made), text(committed), "{}: {}", resource.name, title(made));
        }
    }
}

#[test]
fn chosen_operations_are_there_and_the_others_are_not() {
    let api = api();
    for resource in &api.resources {
        let all = title_set(from_macro(&api, &resource.name));
        let Some(first) = resource.operations.first() else { continue };
        let operations = Some(vec![first.name.clone()]);
        let options = Options { operations, ..macro_options() };
        let items = deskpro_codegen::resource_items(&api, &resource.name, &options).unwrap();
        let chosen = title_set(comparable(items));
        assert!(chosen.is_subset(&all), "{}", resource.name);
        let is_less = resource.operations.len() > 1;
        assert_eq!(chosen.len() < all.len(), is_less, "{}", resource.name);
    }
}

fn title_set(items: Vec<Item>) -> BTreeSet<String> {
    items.iter().map(title).collect()
}

#[test]
fn what_the_macro_makes_leads_to_nothing_but_the_client() {
    let api = api();
    for resource in &api.resources {
        let items =
            deskpro_codegen::resource_items(&api, &resource.name, &macro_options()).unwrap();
        let text = items.to_string();
        assert!(
            !text.contains("deskpro_runtime") && !text.contains("super ::"),
            "{}",
            resource.name
        );
        let file: File = syn::parse2(items).unwrap();
        for item in &file.items {
            let Item::Use(item) = item else { continue };
            let text = item.to_token_stream().to_string();
            assert!(text.starts_with("use :: deskpro_client ::"), "{text}");
        }
    }
}

#[test]
fn every_resource_is_compiled_behind_the_door_of_the_macro() {
    let cases = include_str!("../ui/pass/every_resource.rs");
    for resource in &api().resources {
        let name = &resource.name;
        let case = format!("#[deskpro_resource({name})]\npub mod {name} {{}}\n");
        assert!(cases.contains(&case), "{name}");
    }
}

#[test]
fn there_is_no_door_to_a_resource_that_is_not_described() {
    assert!(deskpro_codegen::resource_items(&api(), "ticket", &macro_options()).is_none());
}
