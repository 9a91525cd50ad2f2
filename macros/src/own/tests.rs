//! Whatever the struct is, it is still there afterwards, and nothing panics.

use proc_macro2::TokenStream;
use syn::{File, Item, parse_str, parse2};

use crate::expand::expand;

/// What the attribute with these arguments makes of an item: the items of a file.
fn expanded(arguments: &str, item: &str) -> Vec<Item> {
    let tokens = |text: &str| -> TokenStream { text.parse().unwrap() };
    let made = expand(tokens(arguments), tokens(item));
    parse2::<File>(made.clone()).unwrap_or_else(|error| panic!("{error}: {made}")).items
}

fn has_struct(items: &[Item], name: &str) -> bool {
    let is_it = |item: &Item| matches!(item, Item::Struct(item) if item.ident == name);
    items.iter().any(is_it)
}

fn has_mistake(items: &[Item]) -> bool {
    let is_error = |item: &Item| match item {
        Item::Macro(item) => {
            item.mac.path.segments.last().is_some_and(|it| it.ident == "compile_error")
        }
        _ => false,
    };
    items.iter().any(is_error)
}

#[test]
fn a_resource_needs_no_more_than_a_struct() {
    let items = expanded(
        r#"path = "/assets""#,
        "/// A thing.\n struct Asset { #[deskpro(id)] id: u64, #[deskpro(required)] name: String }",
    );
    assert!(has_struct(&items, "Asset") && !has_mistake(&items));
    let hidden = items.iter().find_map(|item| match item {
        Item::Mod(module) if module.ident == "__deskpro_Asset" => module.content.as_ref(),
        _ => None,
    });
    let (_, hidden) = hidden.expect("a module with the rest");
    assert!(has_struct(hidden, "Assets") && has_struct(hidden, "CreateAsset"));
    assert!(!has_struct(hidden, "Asset"), "the struct is the user's own");
}

#[test]
fn hostile_structs_are_kept_with_an_error() {
    let cases = [
        (r#"path = """#, "struct Asset { id: u64 }"),
        (r#"path = "/{}{}{{""#, "struct Asset { id: u64 }"),
        (r#"path = "/a/{id}/{id}""#, "struct Asset { id: u64, x: String }"),
        (r#"path = "/a", name = """#, "struct Asset { id: u64, x: String }"),
        (r#"path = "/a", name = "\u{0}: [""#, "struct Asset { id: u64, x: String }"),
        (r#"path = "/a""#, "struct Asset<T> { id: u64, x: T }"),
        (r#"path = "/a""#, "struct Asset(u64);"),
        (r#"path = "/a""#, "struct Asset;"),
        (r#"path = "/a""#, "struct Asset {}"),
        (r#"path = "/a""#, "struct Asset { größe: Größe }"),
        (r#"path = "/a""#, "struct Asset { id: u64, x: Vec<Option<Vec<Self>>> }"),
        (r#"path = "/a""#, "struct Asset { id: u64, x: fn(&str) -> [u8; 3] }"),
        (r#"path = "/a""#, "struct Asset { id: u64, x: <Vec<u8> as IntoIterator>::Item }"),
        (r#"path = "/a""#, "struct Asset { id: Option<u64>, x: String }"),
        (r#"path = "/a""#, "struct Asset { #[deskpro] id: u64, #[deskpro(,,= 3)] x: String }"),
        (r#"path = "/a""#, "struct Asset { id: u64, #[deskpro(type = \"((\")] x: String }"),
        (r#"path = "/a""#, "struct Asset { id: u64, #[deskpro(rename = \" \")] x: String }"),
        (r#"path = "/a""#, "struct Asset { id: u64, #[deskpro(id)] also: u64 }"),
        (r#"path = "/a", verbs()"#, "struct Asset { id: u64, x: u8 }"),
        (r#"path = "/a", verbs(action)"#, "struct Asset { id: u64, x: String }"),
    ];
    for (arguments, item) in cases {
        let items = expanded(arguments, item);
        assert!(has_struct(&items, "Asset"), "{arguments}: {item}");
        assert!(has_mistake(&items), "{arguments}: {item}");
    }
}

#[test]
fn text_of_the_user_does_not_become_more_than_text() {
    let text = r####"*/ } fn evil() {} " \" #["####;
    let item = format!("struct Asset {{ id: u64, #[deskpro(rename = {text:?})] x: String }}");
    let items = expanded(r#"path = "/a""#, &item);
    assert!(has_struct(&items, "Asset"));
    let is_evil = |item: &Item| matches!(item, Item::Fn(item) if item.sig.ident == "evil");
    assert!(!items.iter().any(is_evil));
    let documented = format!("#[doc = {text:?}] struct Asset {{ #[doc = {text:?}] id: u64 }}");
    assert!(!has_mistake(&expanded(r#"path = "/a""#, &documented)));
}

#[test]
fn raw_names_and_docs_are_fine() {
    let items = expanded(
        r#"path = "/types", name = "kinds_of_things""#,
        "#[doc = include_str!(\"x\")] pub(crate) struct Sort { id: Id<Self>, r#type: Option<String>, \
         #[deprecated(note = \"x\", since = \"1\")] r#match: std::string::String }",
    );
    assert!(has_struct(&items, "Sort") && !has_mistake(&items));
}

#[test]
fn macros_pass_types_on_in_invisible_groups() {
    let ty: syn::Type = parse_str("Option<String>").unwrap();
    let group = proc_macro2::Group::new(proc_macro2::Delimiter::None, quote::quote!(#ty));
    let item = quote::quote!(struct Asset { id: u64, name: #group });
    let arguments: TokenStream = r#"path = "/a""#.parse().unwrap();
    let items = parse2::<File>(expand(arguments, item)).unwrap().items;
    assert!(has_struct(&items, "Asset") && !has_mistake(&items));
}
