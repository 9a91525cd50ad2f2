//! Structs that decode through slots.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::{cfg_not, deprecated, object};
use crate::plan::{IdentityPlan, ModelPlan, StandInPlan, UntypedPlan};

/// The struct, its JSON, its identity and its builder.
pub(super) fn emit(plan: &ModelPlan) -> Vec<TokenStream> {
    if let Some(untyped) = &plan.untyped {
        return self::untyped(plan, untyped);
    }
    let mut items = Vec::new();
    items.extend((!plan.is_given).then(|| item(plan)));
    items.extend(plan.builder.as_ref().map(|builder| {
        let (expect, builder) =
            (expect_deprecated(plan), object::builder(&plan.name, builder, true));
        quote!(#expect #builder)
    }));
    items.push(decode(plan));
    items.push(encode(plan));
    items.push(fields(&plan.name));
    items.extend(plan.identity.as_ref().map(|identity| resource(&plan.name, identity)));
    items
}

fn item(plan: &ModelPlan) -> TokenStream {
    let ModelPlan { docs, name, derives, .. } = plan;
    let fields = plan.fields.iter().map(|field| {
        let deprecated = deprecated(field.deprecated.as_deref());
        let (docs, name, ty) = (&field.docs, &field.name, &field.ty);
        quote!(#docs #deprecated pub #name: #ty)
    });
    quote! {
        #docs
        #[derive(Debug, Clone, Default, PartialEq #(, #derives)*)]
        #[non_exhaustive]
        pub struct #name {
            #(#fields,)*
            #[doc = " Members that are not described, where the request asked to keep them."]
            pub extra: Extra,
        }
    }
}

/// The name alone: nobody can make one.
pub(super) fn stand_in(name: &Ident, plan: &StandInPlan) -> TokenStream {
    let (docs, cfg) = (&plan.docs, cfg_not(&plan.unless));
    quote! {
        #docs
        #cfg
        #[non_exhaustive]
        pub struct #name {}
    }
}

/// An alias of free JSON, with a type of its own to tell it apart.
fn untyped(plan: &ModelPlan, untyped: &UntypedPlan) -> Vec<TokenStream> {
    let ModelPlan { docs, name, .. } = plan;
    let UntypedPlan { kind, linked_as } = untyped;
    let kind_docs = format!(" What tells a [`{name}`] apart from other free JSON.");
    let linked_as = linked_as.as_deref().map(linked_as_constant);
    vec![
        quote! {
            #docs
            pub type #name = Untyped<#kind>;
        },
        quote! {
            #[doc = #kind_docs]
            #[derive(Debug)]
            pub enum #kind {}
        },
        quote! {
            impl UntypedKind for #kind {
                #linked_as
            }
        },
    ]
}

fn decode(plan: &ModelPlan) -> TokenStream {
    let name = &plan.name;
    let expect = expect_deprecated(plan);
    let keys = plan.fields.iter().map(|field| &field.wire);
    let fields = plan.fields.iter().map(|field| &field.name);
    let (object, decoded) = match plan.is_given {
        true => (quote!(object), None),
        false => (quote!(object_and), Some(quote!(, &mut self.extra))),
    };
    quote! {
        #expect
        impl Decode for #name {
            #[inline]
            fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
                json.#object(&mut [#((#keys, &mut self.#fields)),*] #decoded)
            }
        }
    }
}

fn encode(plan: &ModelPlan) -> TokenStream {
    let name = &plan.name;
    let expect = expect_deprecated(plan);
    let keys = plan.fields.iter().map(|field| &field.wire);
    let fields = plan.fields.iter().map(|field| &field.name);
    let (object, encoded) = match plan.is_given {
        true => (quote!(object), None),
        false => (quote!(object_and), Some(quote!(, &self.extra))),
    };
    quote! {
        #expect
        impl Encode for #name {
            #[inline]
            fn encode(&self, json: &mut Writer) {
                json.#object(&[#((#keys, &self.#fields)),*] #encoded);
            }
        }
    }
}

/// The model holds its own fields, as structs of the user's may hold some of them.
fn fields(name: &Ident) -> TokenStream {
    quote!(impl Fields<Self> for #name {})
}

fn expect_deprecated(plan: &ModelPlan) -> Option<TokenStream> {
    let any = plan.fields.iter().any(|field| field.deprecated.is_some());
    any.then(|| quote!(#[expect(deprecated, reason = "what is deprecated is still sent")]))
}

fn resource(name: &Ident, identity: &IdentityPlan) -> TokenStream {
    let IdentityPlan { linked_as, field, .. } = identity;
    let linked_as = linked_as.as_deref().map(linked_as_constant);
    let id = match identity {
        IdentityPlan { converts: true, .. } => quote!(self.#field.into()),
        IdentityPlan { optional: true, .. } => quote!(self.#field.unwrap_or_default()),
        _ => quote!(self.#field),
    };
    quote! {
        impl Resource for #name {
            #linked_as

            #[inline]
            fn id(&self) -> Id<Self> {
                #id
            }
        }
    }
}

/// The name under which objects are sent along, for those that are.
pub(super) fn linked_as_constant(linked_as: &str) -> TokenStream {
    quote!(const LINKED_AS: &'static str = #linked_as;)
}
