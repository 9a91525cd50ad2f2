//! Lookups of resources that were sent along with others.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Module, cfg, header, path};
use crate::plan::{Docs, LinkedPlan, LookupPlan, SharedPlan};

/// `linked.rs`
pub(super) fn emit(plan: &SharedPlan) -> Option<Module> {
    let linked = plan.linked.as_ref()?;
    let runtime = path(&plan.options.runtime);
    Some(Module {
        path: "linked.rs".to_owned(),
        header: header(&plan.options, &plan.options.root),
        docs: Docs { lines: vec!["Resources that were sent along with others.".to_owned()] },
        uses: vec![quote!(use #runtime::Linked;)],
        items: vec![lookups(plan, linked), implementation()],
    })
}

fn lookups(plan: &SharedPlan, linked: &LinkedPlan) -> TokenStream {
    let generated = path(&plan.options.generated);
    let runtime = path(&plan.options.runtime);
    let lookups = linked.lookups.iter().map(|found| lookup(found, &runtime, &generated));
    quote! {
        #[doc = " Looks up resources that were sent along, by their ids."]
        #[doc = ""]
        #[doc = " Each is decoded when it is looked up, not before. [`Linked::get`] does the same for the id"]
        #[doc = " of whatever resource."]
        pub trait LinkedResources {
            #[doc = " The resources that were sent along."]
            fn as_linked(&self) -> &Linked;

            #(#lookups)*
        }
    }
}

fn lookup(plan: &LookupPlan, runtime: &TokenStream, generated: &TokenStream) -> TokenStream {
    let LookupPlan { docs, condition, method, module, model, id } = plan;
    let cfg = cfg(condition);
    quote! {
        #docs
        #[doc = ""]
        #[doc = " # Errors"]
        #[doc = ""]
        #[doc = " When it is not as described."]
        #cfg
        #[inline]
        fn #method(
            &self,
            id: #generated::#module::#id,
        ) -> Option<Result<#generated::#module::#model, #runtime::Invalid>> {
            self.as_linked().get(id)
        }
    }
}

fn implementation() -> TokenStream {
    quote! {
        impl LinkedResources for Linked {
            #[inline]
            fn as_linked(&self) -> &Linked {
                self
            }
        }
    }
}
