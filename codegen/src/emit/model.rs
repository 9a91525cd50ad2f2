//! Structs that decode through slots.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::{deprecated, object};
use crate::plan::{IdentityPlan, ModelPlan};

/// The struct, its JSON, its identity and its builder.
pub(super) fn emit(plan: &ModelPlan) -> Vec<TokenStream> {
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
        }
    }
}

fn decode(plan: &ModelPlan) -> TokenStream {
    let name = &plan.name;
    let expect = expect_deprecated(plan);
    let keys = plan.fields.iter().map(|field| &field.wire);
    let fields = plan.fields.iter().map(|field| &field.name);
    quote! {
        #expect
        impl Decode for #name {
            #[inline]
            fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
                json.object(&mut [#((#keys, &mut self.#fields)),*])
            }
        }
    }
}

fn encode(plan: &ModelPlan) -> TokenStream {
    let name = &plan.name;
    let expect = expect_deprecated(plan);
    let keys = plan.fields.iter().map(|field| &field.wire);
    let fields = plan.fields.iter().map(|field| &field.name);
    quote! {
        #expect
        impl Encode for #name {
            #[inline]
            fn encode(&self, json: &mut Writer) {
                json.object(&[#((#keys, &self.#fields)),*]);
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
    let id = match identity {
        IdentityPlan { converts: true, .. } => quote!(self.#field.into()),
        IdentityPlan { optional: true, .. } => quote!(self.#field.unwrap_or_default()),
        _ => quote!(self.#field),
    };
    quote! {
        impl Resource for #name {
            const LINKED_AS: &'static str = #linked_as;

            #[inline]
            fn id(&self) -> Id<Self> {
                #id
            }
        }
    }
}
