//! The private trait by which the compiler is asked whether the type of a field fits.
//!
//! It is a trait of the field's own, so that it can say what this field has to hold.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::kind;
use crate::plan::{DefaultPlan, FitPlan, HeldBound, ProjectionPlan};

/// The trait and its implementation.
pub(super) fn emit(runtime: &TokenStream, plan: &ProjectionPlan, check: &FitPlan) -> TokenStream {
    let blank = plan.default == DefaultPlan::Fields && !check.is_optional;
    let blank = Method {
        declared: blank.then(|| {
            quote!(
                fn blank() -> Self
                where
                    Self: Sized;
            )
        }),
        defined: blank.then(|| {
            quote! {
                fn blank() -> Self {
                    ::core::default::Default::default()
                }
            }
        }),
    };
    match &check.bound {
        HeldBound::Kind(of) => {
            let of = kind::emit(runtime, of);
            of_fields(runtime, plan, check, &quote!(#runtime::Holds<#of>), &blank)
        }
        HeldBound::Decode => of_fields(runtime, plan, check, &readable(runtime), &blank),
        HeldBound::Fields => {
            let of = plan.of.as_ref().map(|of| quote!(#runtime::Fields<#of>));
            let any = readable(runtime);
            of_fields(runtime, plan, check, &of.unwrap_or(any), &blank)
        }
        HeldBound::Map => map(runtime, plan, check, &blank),
        HeldBound::Default => only_default(plan, check, &blank).unwrap_or_default(),
    }
}

/// What every type is that can be read.
fn readable(runtime: &TokenStream) -> TokenStream {
    quote!(#runtime::Decode + ::core::default::Default)
}

/// A method of the trait, or none.
struct Method {
    declared: Option<TokenStream>,
    defined: Option<TokenStream>,
}

fn of_fields(
    runtime: &TokenStream,
    plan: &ProjectionPlan,
    check: &FitPlan,
    bound: &TokenStream,
    blank: &Method,
) -> TokenStream {
    let FitPlan { cfgs, is_optional, holder, says, .. } = check;
    let parameter = &plan.parameter;
    let (slot, sized) = match is_optional {
        true => (quote!(slot: &mut ::core::option::Option<Self>), Some(quote!(where Self: Sized))),
        false => (quote!(&mut self), None),
    };
    let value = if *is_optional { quote!(slot) } else { quote!(self) };
    let (names_declared, names_defined) = match (&check.bound, &plan.of) {
        (HeldBound::Fields, Some(of)) => (
            Some(quote!(
                const NAMES: &'static [&'static str];
            )),
            Some(quote! {
                const NAMES: &'static [&'static str] =
                    <#parameter as #runtime::Fields<#of>>::NAMES;
            }),
        ),
        _ => (None, None),
    };
    let Method { declared, defined } = blank;
    quote! {
        #(#cfgs)*
        #says
        trait #holder {
            #names_declared
            fn slot(#slot) -> &mut dyn #runtime::Decode #sized;
            #declared
        }

        #(#cfgs)*
        #[diagnostic::do_not_recommend]
        impl<#parameter: #bound> #holder for #parameter {
            #names_defined
            fn slot(#slot) -> &mut dyn #runtime::Decode {
                #value
            }
            #defined
        }
    }
}

fn map(
    runtime: &TokenStream,
    plan: &ProjectionPlan,
    check: &FitPlan,
    blank: &Method,
) -> TokenStream {
    let FitPlan { cfgs, holder, says, .. } = check;
    let parameter = &plan.parameter;
    let Method { declared, defined } = blank;
    let signature = quote! {
        fn collect(
            &mut self,
            taken: &[&[&str]],
            json: &mut #runtime::JsonReader<'_>,
        ) -> ::core::result::Result<(), #runtime::Invalid>
    };
    quote! {
        #(#cfgs)*
        #says
        trait #holder {
            #signature;
            #declared
        }

        #(#cfgs)*
        #[diagnostic::do_not_recommend]
        impl<#parameter> #holder for #runtime::Map<#parameter>
        where
            #parameter: #runtime::Decode + ::core::default::Default,
        {
            #signature {
                #runtime::Decode::decode(&mut #runtime::Rest::new(self, taken), json)
            }
            #defined
        }
    }
}

fn only_default(plan: &ProjectionPlan, check: &FitPlan, blank: &Method) -> Option<TokenStream> {
    let FitPlan { cfgs, holder, says, .. } = check;
    let parameter = &plan.parameter;
    let Method { declared: Some(declared), defined } = blank else { return None };
    Some(quote! {
        #(#cfgs)*
        #says
        trait #holder {
            #declared
        }

        #(#cfgs)*
        #[diagnostic::do_not_recommend]
        impl<#parameter: ::core::default::Default> #holder for #parameter {
            #defined
        }
    })
}
