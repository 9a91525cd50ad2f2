//! Closed enums over the refusals that operations can meet.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::path;
use crate::plan::{ArmCode, ErrorArm, ErrorSetPlan, Options};

/// The enum, and how refusals are sorted into it.
pub(super) fn emit(options: &Options, set: &ErrorSetPlan) -> Vec<TokenStream> {
    vec![item(set), refused(options, set), error(set)]
}

fn item(set: &ErrorSetPlan) -> TokenStream {
    let ErrorSetPlan { docs, name, .. } = set;
    let variants = set.variants.iter().map(|variant| {
        let (docs, name) = (&variant.docs, &variant.name);
        quote!(#docs #name(Box<Refusal>))
    });
    quote! {
        #docs
        #[derive(Debug, Clone)]
        pub enum #name {
            #(#variants,)*
        }
    }
}

fn refused(options: &Options, set: &ErrorSetPlan) -> TokenStream {
    let name = &set.name;
    let (sorted, refusal) = if set.variants.is_empty() {
        (quote!(Err(refusal)), quote!(match *self {}))
    } else {
        (sorted(options, set), refusal(set))
    };
    quote! {
        impl Refused for #name {
            type Code = ValidationCode;

            #[inline]
            fn sort(refusal: Box<Refusal>) -> Result<Self, Box<Refusal>> {
                #sorted
            }

            #[inline]
            fn refusal(&self) -> &Refusal {
                #refusal
            }
        }
    }
}

fn sorted(options: &Options, set: &ErrorSetPlan) -> TokenStream {
    let arms = set.arms.iter().map(|found| arm(options, found));
    quote! {
        Ok(match (refusal.status(), refusal.code()) {
            #(#arms)*
            _ => return Err(refusal),
        })
    }
}

fn refusal(set: &ErrorSetPlan) -> TokenStream {
    let variants = set.variants.iter().map(|variant| &variant.name);
    quote! {
        match self {
            #(Self::#variants(refusal))|* => refusal,
        }
    }
}

fn arm(options: &Options, arm: &ErrorArm) -> TokenStream {
    let status = Literal::u16_unsuffixed(arm.status);
    let variant = &arm.variant;
    match &arm.code {
        ArmCode::Exact(code) => quote!((#status, #code) => Self::#variant(refusal),),
        ArmCode::Pattern(pattern) => {
            let runtime = path(&options.runtime);
            quote!((#status, code) if #runtime::matches(#pattern, code) => Self::#variant(refusal),)
        }
        ArmCode::Any => quote!((#status, _) => Self::#variant(refusal),),
    }
}

fn error(set: &ErrorSetPlan) -> TokenStream {
    let name = &set.name;
    quote! {
        impl std::fmt::Display for #name {
            #[inline]
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.refusal().fmt(f)
            }
        }

        impl std::error::Error for #name {}
    }
}
