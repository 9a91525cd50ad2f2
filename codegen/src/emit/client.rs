//! The client: where every resource is reached.

use proc_macro2::TokenStream;
use quote::quote;

use super::resource::accessor;
use super::{Module, header, path, uses};
use crate::plan::{ClientPlan, Docs, Plan};

/// `client.rs`
pub(super) fn emit(plan: &Plan) -> Module {
    Module {
        path: "client.rs".to_owned(),
        header: header(plan, &plan.options.root),
        docs: Docs { lines: vec!["The client: where every resource is reached.".to_owned()] },
        uses: uses(plan, &plan.client.imports),
        items: vec![facts(&plan.client), item(plan), methods(plan), conversions(plan)],
    }
}

fn facts(client: &ClientPlan) -> TokenStream {
    let ClientPlan { title, base_path, date_pinned, .. } = client;
    let names = client.headers.iter().map(|(name, _)| name);
    let values = client.headers.iter().map(|(_, value)| value);
    quote! {
        static API: ApiFacts = ApiFacts {
            title: #title,
            base_path: #base_path,
            date_pinned: #date_pinned,
            headers: &[#((#names, #values)),*],
        };
    }
}

fn item(plan: &Plan) -> TokenStream {
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

fn methods(plan: &Plan) -> TokenStream {
    let accessors = plan.client.accessors.iter().map(|found| accessor(found, &quote!(self)));
    quote! {
        impl Client {
            #[doc = " Begins a client of the helpdesk at this address, who asks with these credentials."]
            #[inline]
            pub fn builder(base_url: impl Into<String>, auth: Auth) -> ClientBuilder<Self> {
                ClientBuilder::new(base_url, auth, &API)
            }

            #(#accessors)*
        }
    }
}

fn conversions(plan: &Plan) -> TokenStream {
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
