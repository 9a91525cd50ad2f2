//! Operations: the method on the handle, the facts, and the request with its setters.

use proc_macro2::TokenStream;
use quote::quote;

use super::{argument, deprecated, many_arguments};
use crate::plan::{
    ArgumentPlan, Conversion, ErrorAlias, FactsPlan, Finish, Form, FromPlan, OperationPlan, Part,
    PartPlan, PathValue, RequestPlan, RequestSetter,
};

/// The methods that begin an operation.
pub(super) fn methods(plan: &OperationPlan) -> TokenStream {
    let OperationPlan { docs, method, .. } = plan;
    let deprecated = deprecated(plan.deprecated.as_deref());
    let many_arguments = many_arguments(plan.many_arguments);
    let parameters = plan.arguments.iter().map(argument::parameter);
    let name = &plan.request.name;
    let bindings = bindings(plan);
    let request = new(plan, &plan.required);
    let request = wrapped(plan, &request);
    let from = plan.from.as_ref().map(|from| method_from(plan, from));
    quote! {
        #docs
        #deprecated
        #many_arguments
        #[inline]
        pub fn #method(&self, #(#parameters),*) -> #name {
            #(#bindings)*
            #request
        }

        #from
    }
}

fn method_from(plan: &OperationPlan, from: &FromPlan) -> TokenStream {
    let FromPlan { docs, method, arguments, required, input } = from;
    let deprecated = deprecated(plan.deprecated.as_deref());
    let parameters = arguments.iter().map(argument::parameter);
    let name = &plan.request.name;
    let bindings = bindings(plan);
    let request = new(plan, required);
    let request = wrapped(plan, &quote!(#input.fill(#request)));
    quote! {
        #docs
        #deprecated
        #[inline]
        pub fn #method(&self, #(#parameters,)* #input: &impl Input<#name>) -> #name {
            #(#bindings)*
            #request
        }
    }
}

/// The statements that make arguments what stands in the path.
fn bindings(plan: &OperationPlan) -> Vec<TokenStream> {
    if converted(plan).is_some() {
        return Vec::new();
    }
    plan.path.iter().filter_map(|value| argument::binding(argument_of(plan, value)?)).collect()
}

/// The argument that alone fills the path and becomes another type for it: the runtime does both.
fn converted(plan: &OperationPlan) -> Option<&ArgumentPlan> {
    let [value] = &plan.path[..] else { return None };
    argument_of(plan, value).filter(|argument| argument.conversion == Conversion::Into)
}

fn argument_of<'p>(plan: &'p OperationPlan, value: &PathValue) -> Option<&'p ArgumentPlan> {
    match value {
        PathValue::Argument(name) => plan.arguments.iter().find(|found| found.name == *name),
        PathValue::Handle(_) => None,
    }
}

/// The request with what is required set.
fn new(plan: &OperationPlan, required: &[PartPlan]) -> TokenStream {
    let constant = &plan.facts.constant;
    let begun = if plan.path.is_empty() {
        quote!(Request::of(&self.client, &#constant))
    } else if let Some(ArgumentPlan { name, ty, .. }) = converted(plan) {
        quote!(Request::at::<#ty>(&self.client, &#constant, #name))
    } else {
        let path = plan.path.iter().map(path_value);
        quote!(Request::new(&self.client, &#constant, &[#(#path),*]))
    };
    let required = required.iter().map(part);
    let accept = plan.facts.accept.map(|types| quote!(.header("accept", #types)));
    quote!(#begun #accept #(#required)*)
}

fn wrapped(plan: &OperationPlan, request: &TokenStream) -> TokenStream {
    let name = &plan.request.name;
    match &plan.request.finish.form {
        Form::Call => quote!(Call::new(#request)),
        Form::Shared(shared) => quote!(#shared::from(Call::new(#request))),
        Form::Own => quote!(#name(#request)),
    }
}

fn path_value(value: &PathValue) -> TokenStream {
    match value {
        PathValue::Handle(name) => quote!(&self.#name),
        PathValue::Argument(name) => quote!(&#name),
    }
}

/// `.field_into::<String>("subject", subject)`
pub(super) fn part(part: &PartPlan) -> TokenStream {
    let PartPlan { wire, argument: ArgumentPlan { name, ty, conversion, .. }, .. } = part;
    let item = argument::item(ty);
    match (part.part, conversion) {
        (Part::Query, Conversion::AsIs) => quote!(.query(#wire, &#name)),
        (Part::Query, Conversion::EachAsIs) => quote!(.query_list(#wire, #name)),
        (Part::Query, Conversion::EachInto) => quote!(.query_list_into::<#item>(#wire, #name)),
        (Part::Query, _) => quote!(.query_into::<#ty>(#wire, #name)),
        (Part::Field, Conversion::AsIs) => quote!(.field(#wire, &#name)),
        (Part::Field, Conversion::Into) => quote!(.field_into::<#ty>(#wire, #name)),
        (Part::Field, Conversion::Set) => quote!(.field_set::<#ty>(#wire, #name)),
        (Part::Field, Conversion::EachAsIs | Conversion::EachInto) => {
            quote!(.field_list::<#item>(#wire, #name))
        }
        (Part::File, _) => quote!(.file(#wire, #name)),
        (Part::Json, _) => quote!(.body_json(&Into::<#ty>::into(#name))),
        (Part::Raw, _) => quote!(.body(#wire, #name)),
    }
}

/// The facts, the error type, the request and its methods.
pub(super) fn items(plan: &OperationPlan) -> Vec<TokenStream> {
    let mut items = vec![facts(&plan.facts)];
    items.extend(alias(&plan.error));
    match &plan.request.finish.form {
        Form::Call => items.push(request_alias(plan, &quote!(Call))),
        Form::Shared(shared) => items.push(request_alias(plan, &quote!(#shared))),
        Form::Own => {
            items.extend([request(plan), request_impl(plan)]);
            items.extend(plan.request.finish.batch.then(|| into_batch(plan)));
        }
    }
    items
}

pub(super) fn facts(plan: &FactsPlan) -> TokenStream {
    let FactsPlan { constant, name, method, path, negotiable, repeatable, success, .. } = plan;
    let success = success.iter().map(|&status| proc_macro2::Literal::u16_unsuffixed(status));
    quote! {
        static #constant: Operation = Operation {
            name: #name,
            method: Method::#method,
            path: #path,
            negotiable: #negotiable,
            repeatable: #repeatable,
            success: &[#(#success),*],
        };
    }
}

pub(super) fn alias(plan: &ErrorAlias) -> Option<TokenStream> {
    let ErrorAlias { docs, name, set } = plan;
    let set = set.as_ref()?;
    Some(quote! {
        #docs
        pub type #name = #set;
    })
}

fn request_alias(plan: &OperationPlan, generic: &TokenStream) -> TokenStream {
    let RequestPlan { docs, name, finish, .. } = &plan.request;
    let (answer, error) = (&finish.answer, &plan.error.name);
    quote! {
        #docs
        pub type #name = #generic<#answer, #error>;
    }
}

fn request(plan: &OperationPlan) -> TokenStream {
    let docs = &plan.request.docs;
    let name = &plan.request.name;
    quote! {
        #docs
        #[derive(Debug, Clone)]
        #[must_use = "a request does nothing until it is sent"]
        pub struct #name(Request);
    }
}

fn into_batch(plan: &OperationPlan) -> TokenStream {
    let RequestPlan { name, finish, .. } = &plan.request;
    let (answer, error) = (&finish.answer, &plan.error.name);
    quote! {
        impl IntoBatch for #name {
            type Answer = #answer;
            type Error = #error;

            #[inline]
            fn into_request(self) -> Request {
                self.0
            }
        }
    }
}

fn request_impl(plan: &OperationPlan) -> TokenStream {
    let name = &plan.request.name;
    let setters = plan.request.setters.iter().map(setter);
    let finish = finish(&plan.request.finish, plan);
    quote! {
        impl #name {
            #(#setters)*
            #finish
        }
    }
}

fn setter(plan: &RequestSetter) -> TokenStream {
    let method = &plan.method;
    let docs = &plan.part.argument.docs;
    let deprecated = deprecated(plan.deprecated.as_deref());
    let parameter = argument::parameter(&plan.part.argument);
    let part = part(&plan.part);
    quote! {
        #docs
        #deprecated
        #[inline]
        pub fn #method(self, #parameter) -> Self {
            Self(self.0 #part)
        }
    }
}

fn finish(plan: &Finish, operation: &OperationPlan) -> TokenStream {
    let Finish { answer, data, pages, fields, follow_location, query_in_body, .. } = plan;
    let error = &operation.error.name;
    let pages = pages.then(|| {
        quote! {
            #[doc = " This page and all that follow, one by one, as a stream."]
            #[inline]
            pub fn pages(self) -> Pages<#data, #error> {
                self.0.pages()
            }

            #[doc = " Everything on this page and all that follow, one by one, as a stream."]
            #[inline]
            pub fn items(self) -> Items<#data, #error> {
                self.0.items()
            }
        }
    });
    let fields = fields.then(|| {
        let shape = if plan.pages { quote!(Page) } else { quote!(Envelope) };
        quote! {
            #[doc = " Reads the answer into structs of your own, which hold some of the fields."]
            #[inline]
            pub fn fields<T: Fields<#data>>(self) -> Call<#shape<T>, #error> {
                Call::new(self.0)
            }
        }
    });
    let follow_location = follow_location.then(|| {
        quote! {
            #[doc = " Asks for the whole object in the answer instead of its address alone."]
            #[inline]
            pub fn follow_location(self) -> Call<Envelope<#data>, #error> {
                self.0.follow_location()
            }
        }
    });
    let query_in_body = query_in_body.then(|| {
        quote! {
            #[doc = " Sends the query in the body, so that it stays out of addresses and the logs of them."]
            #[inline]
            pub fn query_in_body(self) -> Self {
                Self(self.0.query_in_body())
            }
        }
    });
    quote! {
        #[doc = " Changes the request by what has no method here: a header, a time-out, a parameter."]
        #[inline]
        pub fn with(self, change: impl FnOnce(Request) -> Request) -> Self {
            Self(change(self.0))
        }

        #follow_location
        #query_in_body
        #fields

        #[doc = " Sends the request."]
        #[inline]
        pub fn send(self) -> ResponseFuture<#answer, #error> {
            self.0.send()
        }

        #pages
    }
}
