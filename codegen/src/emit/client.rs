//! The client: where every resource is reached.

use proc_macro2::TokenStream;
use quote::quote;

use super::resource::accessor;
use super::{Module, cfg, header, operation, path, uses};
use crate::plan::{AccessorGroup, BatchPlan, ClientPlan, Docs, Section, SharedPlan};

/// `client.rs`
pub(super) fn emit(plan: &SharedPlan) -> Module {
    let mut items = vec![facts(&plan.client), item(plan), methods(plan)];
    let grouped = plan.client.groups.iter().filter(|group| !group.condition.is_always());
    items.extend(grouped.map(group));
    items.push(conversions(plan));
    items.extend(plan.client.batch.iter().flat_map(batch_items));
    Module {
        path: "client.rs".to_owned(),
        header: header(&plan.options, &plan.options.root),
        docs: Docs { lines: vec!["The client: where every resource is reached.".to_owned()] },
        uses: client_uses(plan),
        items,
    }
}

/// What it always uses, then what it uses with each family.
fn client_uses(plan: &SharedPlan) -> Vec<TokenStream> {
    let generated = &plan.options.generated;
    let mut all = uses(&plan.options, &plan.client.imports, &[Section::Shape], generated);
    for group in plan.client.groups.iter().filter(|group| !group.condition.is_always()) {
        let cfg = cfg(&group.condition);
        let imports = &plan.client.imports;
        let siblings = imports.sibling_names(&[group.section]).into_iter();
        let siblings = siblings.map(|(module, names)| quote!(#module::{#(#names),*}));
        let runtime = imports.runtime_names(&[group.section]);
        if !runtime.is_empty() {
            let way = path(&plan.options.runtime);
            all.push(quote!(#cfg use #way::{#(#runtime),*};));
        }
        let way = path(generated);
        all.push(quote!(#cfg use #way::{#(#siblings),*};));
    }
    all
}

fn facts(client: &ClientPlan) -> TokenStream {
    let ClientPlan { title, base_path, date_pinned, query_in_body, .. } = client;
    let names = client.headers.iter().map(|(name, _)| name);
    let values = client.headers.iter().map(|(_, value)| value);
    let query_in_body = match query_in_body {
        Some(header) => quote!(Some(#header)),
        None => quote!(None),
    };
    quote! {
        static API: ApiFacts = ApiFacts {
            title: #title,
            base_path: #base_path,
            date_pinned: #date_pinned,
            headers: &[#((#names, #values)),*],
            query_in_body: #query_in_body,
        };
    }
}

fn item(plan: &SharedPlan) -> TokenStream {
    let docs = &plan.client.docs;
    let runtime = path(&plan.options.runtime);
    quote! {
        #docs
        #[doc = ""]
        #[doc = " A clone is cheap and shares everything: make one client and pass it around."]
        #[derive(Debug, Clone)]
        pub struct Client(#runtime::Client);
    }
}

fn methods(plan: &SharedPlan) -> TokenStream {
    let always = plan.client.groups.iter().filter(|group| group.condition.is_always());
    let accessors = always.flat_map(|group| &group.accessors);
    let accessors = accessors.map(|found| accessor(found, &quote!(self)));
    let batch = plan.client.batch.as_ref().map(batch);
    quote! {
        impl Client {
            #[doc = " Begins a client of the helpdesk at this address, who asks with these credentials."]
            #[inline]
            pub fn builder(base_url: impl Into<String>, auth: Auth) -> ClientBuilder<Self> {
                ClientBuilder::new(base_url, auth, &API)
            }

            #batch
            #(#accessors)*
        }
    }
}

/// The ways to the resources of one family.
fn group(group: &AccessorGroup) -> TokenStream {
    let cfg = cfg(&group.condition);
    let accessors = group.accessors.iter().map(|found| accessor(found, &quote!(self)));
    quote! {
        #cfg
        impl Client {
            #(#accessors)*
        }
    }
}

fn batch(plan: &BatchPlan) -> TokenStream {
    let BatchPlan { docs, facts, error } = plan;
    let (constant, error) = (&facts.constant, &error.name);
    quote! {
        #docs
        #[inline]
        pub fn batch(&self) -> Batch<#error> {
            Batch::new(self, &#constant)
        }
    }
}

fn batch_items(plan: &BatchPlan) -> impl Iterator<Item = TokenStream> {
    std::iter::once(operation::facts(&plan.facts)).chain(operation::alias(&plan.error))
}

fn conversions(plan: &SharedPlan) -> TokenStream {
    let runtime = path(&plan.options.runtime);
    quote! {
        impl From<#runtime::Client> for Client {
            #[inline]
            fn from(client: #runtime::Client) -> Self {
                Self(client)
            }
        }

        impl AsRef<#runtime::Client> for Client {
            #[inline]
            fn as_ref(&self) -> &#runtime::Client {
                &self.0
            }
        }
    }
}
