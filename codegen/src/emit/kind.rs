//! Kinds of values as types of the runtime.

use proc_macro2::TokenStream;
use quote::quote;

use crate::plan::KindPlan;

/// The type that stands for a kind of values.
pub(super) fn emit(runtime: &TokenStream, plan: &KindPlan) -> TokenStream {
    match plan {
        KindPlan::Plain(name) => quote!(#runtime::kind::#name),
        KindPlan::Of(name, of) => quote!(#runtime::kind::#name<#of>),
        KindPlan::Around(name, inner) => {
            let inner = emit(runtime, inner);
            quote!(#runtime::kind::#name<#inner>)
        }
    }
}
