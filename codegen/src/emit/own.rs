//! What stands beside a struct of the user's that describes a resource.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use super::{kind, path};
use crate::plan::{HeldPlan, Options, OwnStructPlan};

/// Its default value, and the checks of the types of its fields.
pub fn beside(plan: &OwnStructPlan, options: &Options) -> TokenStream {
    let default = (!plan.derives_default).then(|| default(plan));
    let checks = plan.held.iter().map(|held| check(held, options));
    quote!(#default #(#checks)*)
}

fn default(plan: &OwnStructPlan) -> TokenStream {
    let OwnStructPlan { name, .. } = plan;
    let fields = plan.fields.iter().map(|(name, ty)| {
        let default = quote_spanned!(ty.span()=> ::core::default::Default);
        quote!(#name: <#ty as #default>::default())
    });
    let value = if plan.has_default {
        quote!(Self { #(#fields),* })
    } else {
        quote!(::core::unreachable!())
    };
    let reason = "what is deprecated is still there";
    let allow = plan.is_deprecated.then(|| quote!(#[allow(deprecated, reason = #reason)]));
    quote! {
        #[automatically_derived]
        #allow
        impl ::core::default::Default for #name {
            fn default() -> Self {
                #value
            }
        }
    }
}

/// A trait of its own for each field, so that the message can speak of that field.
fn check(held: &HeldPlan, options: &Options) -> TokenStream {
    let HeldPlan { ty, message, label, help, .. } = held;
    let runtime = path(&options.runtime);
    let kind = kind::emit(&runtime, &held.kind);
    quote! {
        const _: () = {
            #[diagnostic::on_unimplemented(message = #message, label = #label, note = #help)]
            trait Held {
                fn is_held() {}
            }

            #[diagnostic::do_not_recommend]
            impl<T: #runtime::Holds<#kind> + #runtime::Encode> Held for T {}

            let _: fn() = <#ty as Held>::is_held;
        };
    }
}
