//! What makes a struct of the user's own fill requests.

use proc_macro2::TokenStream;
use quote::quote;

use super::{kind, path};
use crate::plan::{Around, InputPlan, Options, SentBound, SentPlan, UserStruct};

/// The implementation, with the traits by which the compiler is asked whether the types fit.
pub fn emit_input(plan: &InputPlan, user: &UserStruct, options: &Options) -> TokenStream {
    let runtime = path(&options.runtime);
    let deprecated = user.is_deprecated.then(|| quote!(#[allow(deprecated)]));
    let senders = plan.checks.iter().map(|check| sender(&runtime, plan, check));
    let input = input(&runtime, plan, user);
    quote! {
        #deprecated
        const _: () = {
            #(#senders)*
            #input
        };
    }
}

fn input(runtime: &TokenStream, plan: &InputPlan, user: &UserStruct) -> TokenStream {
    let name = &user.name;
    let (_, arguments, conditions) = user.generics.split_for_impl();
    let mut generics = user.generics.clone();
    let parameter = &plan.parameter;
    let request = plan.request.as_ref().map(|request| quote!(#request)).unwrap_or_else(|| {
        generics.params.push(syn::parse_quote!(#parameter));
        quote!(#parameter)
    });
    let (generics, ..) = generics.split_for_impl();
    let fields = plan.checks.iter().map(|SentPlan { field, cfgs, ty, sender, .. }| {
        quote! {
            #(#cfgs)*
            let request = <#ty as #sender>::fill(&self.#field, request);
        }
    });
    quote! {
        #[automatically_derived]
        impl #generics #runtime::Input<#request> for #name #arguments #conditions {
            fn fill(&self, request: #runtime::Request) -> #runtime::Request {
                #(#fields)*
                request
            }
        }
    }
}

/// The private trait by which the compiler is asked whether the type of a field fits.
fn sender(runtime: &TokenStream, plan: &InputPlan, check: &SentPlan) -> TokenStream {
    let SentPlan { cfgs, sender, says, around, .. } = check;
    let parameter = &plan.parameter;
    let value = match around {
        Around::Nothing => quote!(Self),
        Around::Option => quote!(::core::option::Option<Self>),
        Around::Set => quote!(#runtime::Set<Self>),
        Around::OptionSet => quote!(::core::option::Option<#runtime::Set<Self>>),
    };
    let sized = (*around != Around::Nothing).then(|| quote!(where Self: ::core::marker::Sized));
    let signature = quote! {
        fn fill(value: &#value, request: #runtime::Request) -> #runtime::Request
    };
    let (head, body) = implementation(runtime, plan, check);
    quote! {
        #(#cfgs)*
        #says
        trait #sender {
            #signature #sized;
        }

        #(#cfgs)*
        #[diagnostic::do_not_recommend]
        impl<#parameter #head {
            #signature {
                #body
            }
        }
    }
}

/// What follows the type parameter, and what the method does.
fn implementation(
    runtime: &TokenStream,
    plan: &InputPlan,
    check: &SentPlan,
) -> (TokenStream, TokenStream) {
    let (parameter, sender) = (&plan.parameter, &check.sender);
    match &check.bound {
        SentBound::Kind(wire, of) => {
            let of = kind::emit(runtime, of);
            let body = match check.around {
                Around::Nothing | Around::Set => quote!(request.field(#wire, value)),
                Around::Option | Around::OptionSet => quote! {
                    match value {
                        ::core::option::Option::Some(value) => request.field(#wire, value),
                        ::core::option::Option::None => request,
                    }
                },
            };
            (quote!(: #runtime::Sends<#of>> #sender for #parameter), body)
        }
        SentBound::Input => {
            let of = plan.request.as_ref();
            (
                quote!(: #runtime::Input<#of>> #sender for #parameter),
                quote!(<Self as #runtime::Input<#of>>::fill(value, request)),
            )
        }
        SentBound::Map => (
            quote!(: #runtime::Encode> #sender for #runtime::Map<#parameter>),
            quote! {
                let mut request = request;
                for (name, value) in value.iter() {
                    request = request.field(name, value);
                }
                request
            },
        ),
    }
}
