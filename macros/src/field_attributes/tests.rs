//! Structs of every look: whatever a user writes is expanded, without a panic, into Rust that still
//! holds the struct.

use deskpro_codegen::Options;
use deskpro_codegen::mistake::Mistakes;
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{Ident, Item, ItemStruct, parse_quote, parse2};

use crate::arguments::{OperationPath, Subject};
use crate::description::Description;
use crate::{input, projection};

/// The expansions of a struct as some fields of tickets, as an avatar, and as two inputs, each with
/// its mistakes.
fn expansions(item: &ItemStruct) -> Vec<(TokenStream, String)> {
    let description = Description::of(None, &mut Mistakes::default()).expect("the built-in one");
    let options = Options {
        runtime: "::deskpro_client::runtime".to_owned(),
        generated: "::deskpro_client".to_owned(),
        ..Options::default()
    };
    let name = |text: &str| Ident::new(text, proc_macro2::Span::call_site());
    let subjects = [
        Subject::Resource(name("tickets")),
        Subject::Type(name("avatar")),
        Subject::Type(name("x")),
    ];
    let operations = ["create", "update", "list", "x"];
    let mut all = Vec::new();
    for of in &subjects {
        let mut mistakes = Mistakes::default();
        let made = projection::expand(&description, of, item.clone(), &options, &mut mistakes);
        all.push((made, mistakes.to_token_stream().to_string()));
    }
    for operation in operations {
        let path = OperationPath { resource: name("tickets"), operation: name(operation) };
        let mut mistakes = Mistakes::default();
        let made = input::expand(&description, &path, item.clone(), &options, &mut mistakes);
        all.push((made, mistakes.to_token_stream().to_string()));
    }
    all
}

/// Expands a struct in every way; the struct is there, without the attributes that only the macro
/// understands.
fn check(item: TokenStream) {
    let item: ItemStruct = parse2(item).expect("a struct");
    for (made, _) in expansions(&item) {
        let text = made.to_string();
        let file: syn::File = parse2(made).unwrap_or_else(|error| panic!("{error}: {text}"));
        let Some(Item::Struct(kept)) = file.items.first() else { panic!("{text}") };
        assert_eq!(kept.ident, item.ident);
        assert_eq!(kept.fields.len(), item.fields.len());
        assert!(!kept.to_token_stream().to_string().contains("deskpro ("), "{text}");
    }
}

#[test]
fn generics_of_every_kind() {
    check(quote! {
        struct Row<'a, 'b: 'a, T: ?Sized + Fn(&'a u8) -> u8, U = Option<T>, const N: usize = { 1 + 2 }>
        where
            for<'c> &'c T: Clone,
            U: Default,
        {
            subject: &'a &'b T,
            #[deskpro(flatten)]
            head: [U; N],
            #[deskpro(rest)]
            rest: U,
        }
    });
    check(quote! { struct Row<> where { subject: String, } });
}

#[test]
fn types_of_every_kind() {
    check(quote! {
        pub(in crate::rows) struct Row {
            id: Option,
            subject: Option<>,
            status: Option<String, u8>,
            agent: Option<'static>,
            person: <Option<u8> as IntoIterator>::Item,
            organization: ::core::option::Option<Set<(Option<u8>,)>>,
            labels: [Option<u8>; { let n = 3; n }],
            fields: impl_trait!(Option<u8>),
            star: fn(&str, ...) -> !,
            brand: *const dyn for<'a> Fn(&'a str) -> Box<dyn Send + 'a>,
            language: (Option<u8>),
            urgency: _,
            parent: Box<Self>,
        }
    });
}

#[test]
fn names_of_every_kind() {
    check(quote! {
        struct r#type {
            r#ref: String,
            größe: String,
            __: u8,
            _1: u8,
            HoldsSubject: T,
            #[deskpro(rename = "{Self}\n`\"}{")]
            braces: String,
            #[deskpro(rename = "\u{202E}")]
            hidden: String,
            #[deskpro(path = "organization.{}.`")]
            path: String,
            #[deskpro(path = "parent.parent.parent.parent.subject")]
            deep: String,
        }
    });
}

#[test]
fn attributes_of_every_kind() {
    check(quote! {
        #[derive(Debug, std::default::Default)]
        #[deprecated]
        struct Row {
            /// Kept.
            #[deskpro]
            a: u8,
            #[deskpro = 13]
            b: u8,
            #[deskpro {}]
            c: u8,
            #[deskpro[,,,]]
            d: u8,
            #[deskpro(rename)]
            e: u8,
            #[deskpro(rename =)]
            f: u8,
            #[deskpro(rename = "a" "b", path = 'c', skip(x), = , 3, r#rest, type)]
            g: u8,
            #[deskpro(skip)]
            #[deskpro(skip)]
            h: u8,
            #[cfg(x)]
            #[deskpro(rename = r"subject")]
            i: u8,
            #[cfg(not(x))]
            subject: u8,
        }
    });
    check(quote! { struct Row {} });
    check(quote! { struct Row; });
    check(quote! { struct Row(#[deskpro(skip)] u8); });
}

#[test]
fn what_is_not_known_brings_one_mistake() {
    let item: ItemStruct = parse_quote! { struct Row { subject: Whatever } };
    let count = |mistakes: &str| mistakes.matches("compile_error").count();
    let counts: Vec<usize> =
        expansions(&item).iter().map(|(_, mistakes)| count(mistakes)).collect();
    // Tickets; avatars have no subject; no type; create lacks its person; update; list; no operation.
    assert_eq!(counts, [0, 1, 1, 1, 0, 1, 1]);
}
