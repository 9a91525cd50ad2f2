//! What comes out for each form, and that something comes out for every item.

use deskpro_codegen::Options;
use proc_macro2::{Group, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{File, Ident, Item, parse_str, parse2};

use crate::expand::expand;

fn options() -> Options {
    Options {
        runtime: "::deskpro_client::runtime".to_owned(),
        generated: "::deskpro_client".to_owned(),
        ..Options::default()
    }
}

/// The items, and what is in the module of this name.
fn expanded(arguments: TokenStream, item: TokenStream, module: &str) -> (Vec<Item>, Vec<String>) {
    let items = parse2::<File>(expand(arguments, item)).unwrap().items;
    let found = items.iter().find_map(|item| match item {
        Item::Mod(found) if found.ident == module => found.content.as_ref(),
        _ => None,
    });
    let content = found.iter().flat_map(|(_, items)| items.iter().map(text));
    let content = content.collect();
    (items, content)
}

fn text(item: impl ToTokens) -> String {
    item.to_token_stream().to_string()
}

fn resources() -> Vec<(Ident, Vec<String>)> {
    let api = deskpro_spec::load(&deskpro_spec::Sources::builtin()).unwrap();
    let made = api.resources.iter().map(|resource| {
        let items = deskpro_codegen::resource_items(&api, &resource.name, &options()).unwrap();
        let items = parse2::<File>(items).unwrap().items;
        (parse_str(&resource.name).unwrap(), items.iter().map(text).collect())
    });
    made.collect()
}

#[test]
fn a_module_holds_the_whole_resource() {
    for (name, expected) in resources() {
        let (_, content) = expanded(
            quote!(#name),
            quote!(
                pub mod desk {
                    struct Mine;
                }
            ),
            "desk",
        );
        assert_eq!(content[0], "struct Mine ;");
        assert_eq!(content[1..], expected, "{name}");
    }
}

/// The tokens, with `Mine` where the handle was named. Texts stay as they are.
fn renamed(tokens: TokenStream, handle: &str) -> TokenStream {
    let renamed = tokens.into_iter().map(|token| match token {
        TokenTree::Ident(name) if name == handle => Ident::new("Mine", name.span()).into(),
        TokenTree::Group(group) => {
            Group::new(group.delimiter(), renamed(group.stream(), handle)).into()
        }
        other => other,
    });
    renamed.collect()
}

#[test]
fn a_unit_struct_stands_among_the_whole_resource() {
    for (name, expected) in resources() {
        let item = quote!(
            #[doc = " Mine."]
            #[derive(Clone, Hash)]
            #[must_use]
            pub(crate) struct Mine;
        );
        let (items, content) = expanded(quote!(#name), item, "__deskpro_Mine");
        assert_eq!(content.len(), expected.len());
        let api = deskpro_spec::load(&deskpro_spec::Sources::builtin()).unwrap();
        let handle = deskpro_codegen::handle_name(&api, &name.to_string()).unwrap();
        let mut handles = 0;
        for (made, expected) in content.iter().zip(&expected) {
            if made.contains("struct Mine {") {
                handles += 1;
                assert!(
                    made.starts_with("# [derive (Debug , Clone)] # [doc = \" Mine.\"]"),
                    "{made}"
                );
                assert!(made.contains("# [derive (Hash)] # [must_use] pub struct Mine"), "{made}");
                continue;
            }
            // Docs name the handle within a text.
            let of_docs = |text: &str| text.replace(&format!("[`{handle}::"), "[`Mine::");
            let expected = renamed(of_docs(expected).parse().unwrap(), &handle);
            assert_eq!(*made, expected.to_string(), "{name}");
        }
        assert_eq!(handles, 1, "{name}");
        assert!(
            items.iter().any(|item| text(item).ends_with("pub (crate) use __deskpro_Mine :: * ;"))
        );
    }
}

#[test]
fn options_are_heeded() {
    let (_, content) = expanded(
        quote!(tickets, verbs(get, update), rename(Ticket = Case), vis(pub(crate)), derive(Hash, Stored)),
        quote!(
            mod cases {}
        ),
        "cases",
    );
    let all = content.join("\n");
    assert!(all.contains("pub (crate) struct Case {") && !all.contains("struct Ticket {"));
    assert!(all.contains("pub (crate) type TicketId = Id < Case > ;"));
    assert!(all.contains("pub fn get (") && !all.contains("pub fn list ("));
    assert!(all.contains("derive (Debug , Clone , Default , PartialEq , Stored)"));
    assert!(!all.contains("Hash , Hash"));
    let struct_or_enum = |line: &&String| line.contains("struct ") || line.contains("enum ");
    assert!(content.iter().filter(struct_or_enum).all(|item| !item.contains("pub struct")));
}

#[test]
fn enums_follow_their_policy() {
    let made = |policy: TokenStream| {
        let arguments = quote!(tickets, enums = #policy);
        let (_, content) = expanded(
            arguments,
            quote!(
                mod tickets {}
            ),
            "tickets",
        );
        let is_item = |item: &&String| item.contains("enum TicketStatus");
        (content.iter().find(is_item).unwrap().clone(), content.join("\n"))
    };
    let (open, _) = made(quote!(open));
    assert!(open.contains("# [non_exhaustive]") && open.contains("Unknown (String)"));
    let (exhaustive, _) = made(quote!(exhaustive));
    assert!(!exhaustive.contains("non_exhaustive") && exhaustive.contains("Unknown (String)"));
    let (closed, all) = made(quote!(closed));
    assert!(!closed.contains("non_exhaustive") && !closed.contains("Unknown"));
    assert!(all.contains("impl TryFrom < & str > for TicketStatus"));
    assert!(!all.contains("impl From < & str > for TicketStatus"));
}

#[test]
fn every_item_is_kept_after_a_mistake() {
    let items = [
        "struct Kept;",
        "struct Kept { r#type: u8 }",
        "struct Kept<'a, T: Clone, const N: usize> where T: 'a { #[cfg(all())] a: &'a [T; N] }",
        "struct Kept(u8, u16);",
        "struct Größe { breite: u8 }",
        "enum Kept { #[deskpro(id)] A, B(u8) }",
        "union Kept { a: u8, b: u16 }",
        "fn kept(#[deskpro(id)] a: u8) {}",
        "pub(in crate::a) async unsafe extern \"C\" fn kept() {}",
        "impl<T> Kept<T> {}",
        "trait Kept { fn a(); }",
        "type Kept = u8;",
        "const KEPT: u8 = 1;",
        "static KEPT: u8 = 1;",
        "use a::Kept;",
        "extern crate kept;",
        "extern \"C\" {}",
        "mod kept {}",
        "macro_rules! kept { () => {} }",
        "kept! {}",
        "",
    ];
    let arguments = [
        "",
        "tickts",
        "tickets",
        "tickets.create",
        "tickets.creat",
        "type = avatar",
        "type = x",
        "path = \"/kept\"",
        "path = \"\"",
        "tickets, verbs(x), rename(A = B)",
        "13",
        "\"tickets\"",
        "tickets, spec = \"\"",
        "tickets, spec = \"nowhere\"",
        "tickets, client = crate::r#type",
    ];
    for item in items {
        for arguments in arguments {
            let tokens = |text: &str| text.parse::<TokenStream>().unwrap();
            let out = expand(tokens(arguments), tokens(item)).to_string();
            let name = item.split(|c: char| !c.is_alphanumeric() && c != '_');
            let name =
                name.into_iter().find(|word| word.to_lowercase() == "kept" || *word == "Größe");
            assert!(out.contains(name.unwrap_or_default()), "{arguments}: {item}: {out}");
            assert!(!out.contains("# [deskpro"), "{arguments}: {item}: {out}");
        }
    }
}
