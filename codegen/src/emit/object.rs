//! Structs that only requests hold, and how they are made.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::{argument, deprecated, many_arguments, set};
use crate::plan::{BuilderPlan, ObjectPlan, SetterPlan};

/// The struct, its builder, its JSON and its conversions.
pub(super) fn emit(plan: &ObjectPlan) -> Vec<TokenStream> {
    let mut items = vec![item(plan), builder(&plan.name, &plan.builder, false), encode(plan)];
    items.extend(plan.builder.from_text.then(|| from_text(&plan.name)));
    items.extend(set::conversions(&plan.name, &plan.set_from));
    items
}

fn item(plan: &ObjectPlan) -> TokenStream {
    let ObjectPlan { docs, name, .. } = plan;
    let default = plan.builder.required.is_empty().then(|| quote!(Default,));
    let names = plan.members.iter().map(|member| &member.name);
    let types = plan.members.iter().map(|member| &member.ty);
    quote! {
        #docs
        #[derive(Debug, Clone, #default PartialEq)]
        pub struct #name {
            #(#names: #types,)*
        }
    }
}

/// `new` and the methods that set what may be set.
pub(super) fn builder(name: &Ident, plan: &BuilderPlan, is_model: bool) -> TokenStream {
    let parameters = plan.required.iter().map(|(_, required)| argument::parameter(required));
    let members = plan.required.iter().map(|(member, required)| argument::member(member, required));
    let docs = if plan.required.is_empty() {
        " With nothing set."
    } else {
        " With what must be given; the rest is not set."
    };
    let setters = plan.setters.iter().map(setter);
    let many_arguments = many_arguments(plan.many_arguments);
    let rest = if is_model {
        quote!(..<Self as Default>::default())
    } else {
        let optional = plan.setters.iter().map(|setter| &setter.member);
        quote!(#(#optional: None),*)
    };
    let new_without_default =
        (plan.required.is_empty()).then(|| quote!(<Self as Default>::default()));
    let body = new_without_default.unwrap_or_else(|| quote!(Self { #(#members,)* #rest }));
    quote! {
        impl #name {
            #[doc = #docs]
            #many_arguments
            #[inline]
            pub fn new(#(#parameters),*) -> Self {
                #body
            }

            #(#setters)*
        }
    }
}

fn setter(plan: &SetterPlan) -> TokenStream {
    let SetterPlan { member, method, .. } = plan;
    let docs = &plan.argument.docs;
    let deprecated = deprecated(plan.deprecated.as_deref());
    let parameter = argument::parameter(&plan.argument);
    let value = argument::value(&plan.argument);
    let value = if plan.optional { quote!(Some(#value)) } else { value };
    quote! {
        #docs
        #deprecated
        #[inline]
        #[must_use]
        pub fn #method(mut self, #parameter) -> Self {
            self.#member = #value;
            self
        }
    }
}

fn encode(plan: &ObjectPlan) -> TokenStream {
    let name = &plan.name;
    let keys = plan.members.iter().map(|member| &member.wire);
    let members = plan.members.iter().map(|member| &member.name);
    quote! {
        impl Encode for #name {
            #[inline]
            fn encode(&self, json: &mut Writer) {
                json.object(&[#((#keys, &self.#members)),*]);
            }
        }
    }
}

fn from_text(name: &Ident) -> TokenStream {
    quote! {
        impl From<&str> for #name {
            #[inline]
            fn from(text: &str) -> Self {
                Self::new(text)
            }
        }

        impl From<String> for #name {
            #[inline]
            fn from(text: String) -> Self {
                Self::new(text)
            }
        }
    }
}
