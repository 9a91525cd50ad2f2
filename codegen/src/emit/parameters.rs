//! Requests that operations have in common.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Module, argument, header, operation, uses};
use crate::plan::{Docs, ParametersPlan, RequestSetter, Section, SharedPlan, SharedRequestPlan};

/// `parameters.rs`
pub(super) fn emit(plan: &SharedPlan, parameters: &ParametersPlan) -> Module {
    let items = parameters.requests.iter().flat_map(|request| {
        let batch = parameters.batch.then(|| into_batch(request));
        [item(request), from_call(request), setters(request), sending(request)]
            .into_iter()
            .chain(request.envelopes.then(|| envelope(request)))
            .chain(request.pages.then(|| page(request)))
            .chain(batch)
            .chain(derived(request))
    });
    Module {
        path: "parameters.rs".to_owned(),
        header: header(&plan.options, &plan.options.root),
        docs: Docs { lines: vec!["Requests that several operations have in common.".to_owned()] },
        uses: uses(&plan.options, &parameters.imports, &[Section::Shape], &plan.options.generated),
        items: items.collect(),
    }
}

fn item(plan: &SharedRequestPlan) -> TokenStream {
    let SharedRequestPlan { docs, name, .. } = plan;
    quote! {
        #docs
        #[must_use = "a request does nothing until it is sent"]
        pub struct #name<A, E>(Call<A, E>);
    }
}

/// How an operation makes one, wherever it stands.
fn from_call(plan: &SharedRequestPlan) -> TokenStream {
    let name = &plan.name;
    quote! {
        impl<A, E> From<Call<A, E>> for #name<A, E> {
            #[inline]
            fn from(call: Call<A, E>) -> Self {
                Self(call)
            }
        }
    }
}

fn setters(plan: &SharedRequestPlan) -> TokenStream {
    let name = &plan.name;
    let setters = plan.setters.iter().map(setter);
    quote! {
        impl<A, E> #name<A, E> {
            #(#setters)*

            #[doc = " Changes the request by what has no method here: a header, a time-out, a parameter."]
            #[inline]
            pub fn with(self, change: impl FnOnce(Request) -> Request) -> Self {
                Self(self.0.with(change))
            }
        }
    }
}

fn setter(plan: &RequestSetter) -> TokenStream {
    let method = &plan.method;
    let docs = &plan.part.argument.docs;
    let parameter = argument::parameter(&plan.part.argument);
    let part = operation::part(&plan.part);
    quote! {
        #docs
        #[inline]
        pub fn #method(self, #parameter) -> Self {
            self.with(|request| request #part)
        }
    }
}

fn sending(plan: &SharedRequestPlan) -> TokenStream {
    let name = &plan.name;
    quote! {
        impl<A: FromResponse, E: Refused> #name<A, E> {
            #[doc = " Sends the request."]
            #[inline]
            pub fn send(self) -> ResponseFuture<A, E> {
                self.0.send()
            }
        }
    }
}

fn envelope(plan: &SharedRequestPlan) -> TokenStream {
    let name = &plan.name;
    quote! {
        impl<M, E> #name<Envelope<M>, E> {
            #[doc = " Reads the answer into a struct of your own, which holds some of the fields."]
            #[inline]
            pub fn fields<T: Fields<M>>(self) -> Call<Envelope<T>, E> {
                self.0.fields()
            }
        }
    }
}

fn page(plan: &SharedRequestPlan) -> TokenStream {
    let name = &plan.name;
    let setters = plan.page_setters.iter().map(setter);
    quote! {
        impl<M, E> #name<Page<M>, E> {
            #(#setters)*

            #[doc = " Reads the answer into structs of your own, which hold some of the fields."]
            #[inline]
            pub fn fields<T: Fields<M>>(self) -> Call<Page<T>, E> {
                self.0.fields()
            }

            #[doc = " This page and all that follow, one by one, as a stream."]
            #[inline]
            pub fn pages(self) -> Pages<M, E> {
                self.0.pages()
            }

            #[doc = " Everything on this page and all that follow, one by one, as a stream."]
            #[inline]
            pub fn items(self) -> Items<M, E> {
                self.0.items()
            }
        }
    }
}

fn into_batch(plan: &SharedRequestPlan) -> TokenStream {
    let name = &plan.name;
    quote! {
        impl<A: FromResponse, E: Refused> IntoBatch for #name<A, E> {
            type Answer = A;
            type Error = E;

            #[inline]
            fn into_request(self) -> Request {
                self.0.into_request()
            }
        }
    }
}

/// What a derive would ask of the types of the answer, which no request holds.
fn derived(plan: &SharedRequestPlan) -> [TokenStream; 2] {
    let name = &plan.name;
    let text = name.to_string();
    let clone = quote! {
        impl<A, E> Clone for #name<A, E> {
            #[inline]
            fn clone(&self) -> Self {
                Self(self.0.clone())
            }
        }
    };
    let debug = quote! {
        impl<A, E> std::fmt::Debug for #name<A, E> {
            #[inline]
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.debug_tuple(#text).field(&self.0).finish()
            }
        }
    };
    [clone, debug]
}
