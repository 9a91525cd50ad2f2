//! From the modules of a client to its public items.

use std::collections::{BTreeMap, BTreeSet};

use quote::ToTokens;
use syn::{Attribute, Fields, ImplItem, ItemImpl, ReturnType, Signature, TraitItem, Visibility};

use super::item::{Item, Member, Path, Shape, Surface};
use crate::emit::Module;

/// Features of each of which one must be on.
type Needs = BTreeSet<BTreeSet<String>>;

/// Collects the public items of all modules.
pub(super) fn collect(modules: Vec<Module>) -> Surface {
    let files: Vec<(String, syn::File)> = modules
        .into_iter()
        .filter_map(|module| {
            let tokens = module.items.into_iter().collect();
            Some((module.path, syn::parse2(tokens).ok()?))
        })
        .collect();
    let needs = needs_of_files(&files);
    let mut surface = Surface::default();
    for (path, file) in &files {
        let mut collect = Collect {
            module: module_of(path),
            needs: needs.get(path).cloned().unwrap_or_default(),
            surface: &mut surface,
        };
        file.items.iter().for_each(|item| collect.item(item));
    }
    surface
}

/// `people/requests.rs` is part of the module `people`, which shows all of it.
fn module_of(path: &str) -> String {
    path.split(['/', '.']).next().unwrap_or_default().to_owned()
}

/// What each file needs: its own condition and those of the modules around it.
fn needs_of_files(files: &[(String, syn::File)]) -> BTreeMap<String, Needs> {
    let mut all: BTreeMap<String, Needs> = BTreeMap::new();
    // Shorter paths are those of the modules around.
    let mut sorted: Vec<_> = files.iter().collect();
    sorted.sort_by_key(|(path, _)| (path.matches('/').count(), path != "mod.rs"));
    for (path, file) in sorted {
        let own = all.get(path).cloned().unwrap_or_default();
        let folder = if path == "mod.rs" { "" } else { path.trim_end_matches(".rs") };
        for item in &file.items {
            let syn::Item::Mod(module) = item else { continue };
            let within = format!("{folder}/{}.rs", module.ident);
            let mut needs = own.clone();
            needs.extend(needs_of(&module.attrs));
            all.insert(within.trim_start_matches('/').to_owned(), needs);
        }
    }
    all
}

/// The conditions of an item: `#[cfg(feature = "x")]` or `#[cfg(any(feature = "x", ...))]`.
fn needs_of(attributes: &[Attribute]) -> impl Iterator<Item = BTreeSet<String>> + '_ {
    let conditions = attributes.iter().filter(|it| it.path().is_ident("cfg"));
    conditions.filter_map(|attribute| {
        let tokens = attribute.meta.require_list().ok()?.tokens.clone();
        let literals = literals(tokens);
        (!literals.is_empty()).then_some(literals)
    })
}

fn literals(tokens: proc_macro2::TokenStream) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for token in tokens {
        match token {
            proc_macro2::TokenTree::Group(group) => found.extend(literals(group.stream())),
            proc_macro2::TokenTree::Literal(text) => {
                found.insert(text.to_string().trim_matches('"').to_owned());
            }
            _ => {}
        }
    }
    found
}

struct Collect<'a> {
    module: String,
    needs: Needs,
    surface: &'a mut Surface,
}

impl Collect<'_> {
    fn item(&mut self, item: &syn::Item) {
        match item {
            syn::Item::Struct(it) if is_public(&it.vis) => {
                let name = it.ident.to_string();
                self.add(&name, None, Shape::Struct, &it.attrs);
                self.derives(&name, &it.attrs);
                if let Fields::Named(fields) = &it.fields {
                    for field in fields.named.iter().filter(|field| is_public(&field.vis)) {
                        let member = field.ident.as_ref().map(|it| (Member::Field, it.to_string()));
                        self.add(&name, member, Shape::Field(text(&field.ty)), &field.attrs);
                    }
                }
            }
            syn::Item::Enum(it) if is_public(&it.vis) => {
                let name = it.ident.to_string();
                let is_closed = !it.attrs.iter().any(|it| it.path().is_ident("non_exhaustive"));
                self.add(&name, None, Shape::Enum { is_closed }, &it.attrs);
                self.derives(&name, &it.attrs);
                for variant in &it.variants {
                    let shape = Shape::Variant { holds: text(&variant.fields), is_closed };
                    let member = Some((Member::Variant, variant.ident.to_string()));
                    self.add(&name, member, shape, &variant.attrs);
                }
            }
            syn::Item::Type(it) if is_public(&it.vis) => {
                self.add(&it.ident.to_string(), None, Shape::Alias(text(&it.ty)), &it.attrs);
            }
            syn::Item::Trait(it) if is_public(&it.vis) => {
                let name = it.ident.to_string();
                self.add(&name, None, Shape::Trait, &it.attrs);
                for item in &it.items {
                    if let TraitItem::Fn(method) = item {
                        self.method(&name, &method.sig, &method.attrs);
                    }
                }
            }
            syn::Item::Impl(it) => self.implementation(it),
            _ => {}
        }
    }

    fn implementation(&mut self, it: &ItemImpl) {
        let name = text(&it.self_ty);
        if let Some((path, _)) = &it.trait_ {
            let generics =
                if it.generics.params.is_empty() { String::new() } else { text(&it.generics) };
            let member = Some((Member::Trait, format!("{}{generics}", text(path))));
            self.add(&name, member, Shape::Trait, &it.attrs);
            return;
        }
        for method in &it.items {
            if let ImplItem::Fn(method) = method
                && is_public(&method.vis)
            {
                self.method(&name, &method.sig, &method.attrs);
            }
        }
    }

    fn method(&mut self, name: &str, signature: &Signature, attributes: &[Attribute]) {
        let takes = signature.inputs.iter().map(|input| match input {
            syn::FnArg::Receiver(receiver) => text(receiver),
            syn::FnArg::Typed(typed) => text(&typed.ty),
        });
        let returns = match &signature.output {
            ReturnType::Default => String::new(),
            ReturnType::Type(_, ty) => text(ty),
        };
        let generics = text(&signature.generics.params);
        let takes = std::iter::once(generics).filter(|it| !it.is_empty()).chain(takes);
        let shape = Shape::Method { takes: takes.collect(), returns };
        self.add(name, Some((Member::Method, signature.ident.to_string())), shape, attributes);
    }

    /// Derived traits are implemented as others are.
    fn derives(&mut self, name: &str, attributes: &[Attribute]) {
        for attribute in attributes.iter().filter(|it| it.path().is_ident("derive")) {
            let Ok(list) = attribute.meta.require_list() else { continue };
            let traits = list.tokens.to_string();
            for derived in traits.split(',').map(str::trim).filter(|it| !it.is_empty()) {
                let member = Some((Member::Trait, derived.replace(' ', "")));
                self.add(name, member, Shape::Trait, &[]);
            }
        }
    }

    fn add(
        &mut self,
        name: &str,
        member: Option<(Member, String)>,
        shape: Shape,
        attributes: &[Attribute],
    ) {
        let is_deprecated = attributes.iter().any(|it| it.path().is_ident("deprecated"));
        let mut needs = self.needs.clone();
        needs.extend(needs_of(attributes));
        let path = Path { module: self.module.clone(), name: name.to_owned(), member };
        self.surface.items.insert(path, Item { shape, is_deprecated, needs: essential(needs) });
    }
}

/// Without the conditions that hold whenever another one does.
fn essential(needs: Needs) -> Needs {
    let follows =
        |one: &BTreeSet<String>| needs.iter().any(|other| other != one && other.is_subset(one));
    needs.iter().filter(|one| !follows(one)).cloned().collect()
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

/// Tokens as they are written, without the spaces that only tokens have.
fn text(tokens: &impl ToTokens) -> String {
    tokens
        .to_token_stream()
        .to_string()
        .replace(' ', "")
        .replace("impl", "impl ")
        .replace("dyn", "dyn ")
}
