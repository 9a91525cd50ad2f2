//! The default of a struct, field by field.

use proc_macro2::TokenStream;
use quote::quote;

use crate::plan::{DefaultPlan, FitPlan, ProjectionPlan, UserStruct};

/// The implementation, unless the struct derives it.
pub(super) fn emit(plan: &ProjectionPlan, user: &UserStruct) -> Option<TokenStream> {
    let name = &user.name;
    let (generics, arguments, conditions) = user.generics.split_for_impl();
    let body = match plan.default {
        DefaultPlan::Derived => return None,
        DefaultPlan::Never => quote!(::core::unreachable!()),
        DefaultPlan::Fields => {
            let fields = plan.checks.iter().map(field);
            quote!(Self { #(#fields),* })
        }
    };
    Some(quote! {
        #[automatically_derived]
        impl #generics ::core::default::Default for #name #arguments #conditions {
            fn default() -> Self {
                #body
            }
        }
    })
}

fn field(check: &FitPlan) -> TokenStream {
    let FitPlan { field, cfgs, ty, is_optional, holder, .. } = check;
    let blank = match is_optional {
        true => quote!(::core::option::Option::None),
        false => quote!(<#ty as #holder>::blank()),
    };
    quote!(#(#cfgs)* #field: #blank)
}
