//! Enums with a variant for every choice.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::set;
use crate::plan::{ChoicePlan, JsonKind, OneOfPlan, RustType};

/// The enum, its conversions and its JSON.
pub(super) fn emit(plan: &OneOfPlan) -> Vec<TokenStream> {
    let mut items = vec![item(plan)];
    items.extend(plan.choices.iter().map(|choice| conversions(plan, choice)));
    items.extend(set::conversions(&plan.name, &plan.set_from));
    items.push(encode(plan));
    if plan.decode {
        items.push(decode(plan));
        items.push(holds(&plan.name));
        items.extend(plan.choices.first().map(|choice| default(plan, choice)));
    }
    items
}

fn item(plan: &OneOfPlan) -> TokenStream {
    let OneOfPlan { docs, name, derives, .. } = plan;
    let variants = plan.choices.iter().map(|choice| {
        let ChoicePlan { docs, name, ty, .. } = choice;
        quote!(#docs #name(#ty))
    });
    quote! {
        #docs
        #[derive(Debug, Clone, PartialEq #(, #derives)*)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants,)*
        }
    }
}

fn holds(name: &Ident) -> TokenStream {
    quote!(impl Holds<kind::Object<Self>> for #name {})
}

fn conversions(plan: &OneOfPlan, choice: &ChoicePlan) -> TokenStream {
    let name = &plan.name;
    let variant = &choice.name;
    let conversion = |from: RustType| {
        let value = if from == choice.ty { quote!(value) } else { quote!(value.into()) };
        quote! {
            impl From<#from> for #name {
                #[inline]
                fn from(value: #from) -> Self {
                    Self::#variant(#value)
                }
            }
        }
    };
    let array = choice.item.as_ref().map(|item| {
        quote! {
            impl<const N: usize> From<[#item; N]> for #name {
                #[inline]
                fn from(items: [#item; N]) -> Self {
                    Self::#variant(items.into())
                }
            }
        }
    });
    choice.sources().map(conversion).chain(array).collect()
}

fn encode(plan: &OneOfPlan) -> TokenStream {
    let name = &plan.name;
    let variants = plan.choices.iter().map(|choice| &choice.name);
    quote! {
        impl Encode for #name {
            #[inline]
            fn encode(&self, json: &mut Writer) {
                match self {
                    #(Self::#variants(value) => value.encode(json),)*
                }
            }
        }
    }
}

fn decode(plan: &OneOfPlan) -> TokenStream {
    let OneOfPlan { name, expected, .. } = plan;
    let arms = plan.choices.iter().map(|choice| {
        let (variant, ty) = (&choice.name, &choice.ty);
        let kind = kind(choice.kind);
        quote! {
            Kind::#kind => {
                let mut value = <#ty>::default();
                value.decode(json)?;
                *self = Self::#variant(value);
                Ok(())
            }
        }
    });
    quote! {
        impl Decode for #name {
            #[inline]
            fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
                match json.kind() {
                    #(#arms)*
                    _ => Err(json.unexpected(#expected)),
                }
            }
        }
    }
}

fn default(plan: &OneOfPlan, first: &ChoicePlan) -> TokenStream {
    let name = &plan.name;
    let variant = &first.name;
    quote! {
        impl Default for #name {
            #[inline]
            fn default() -> Self {
                Self::#variant(Default::default())
            }
        }
    }
}

fn kind(kind: JsonKind) -> TokenStream {
    match kind {
        JsonKind::Boolean => quote!(Boolean),
        JsonKind::Number => quote!(Number),
        JsonKind::String => quote!(String),
        JsonKind::List => quote!(List),
        JsonKind::Object => quote!(Object),
    }
}
