//! Enums over the known values of a text.

use proc_macro2::TokenStream;
use quote::quote;

use super::set;
use crate::plan::EnumPlan;

/// The enum, its conversions and its JSON.
pub(super) fn emit(plan: &EnumPlan) -> Vec<TokenStream> {
    let mut items =
        vec![item(plan), as_str(plan), from_str(plan), default(plan), display(plan), json(plan)];
    items.extend(set::conversions(&plan.name, &plan.set_from));
    items
}

fn item(plan: &EnumPlan) -> TokenStream {
    let EnumPlan { docs, name, unknown, .. } = plan;
    let variants = plan.variants.iter().map(|variant| {
        let (docs, name) = (&variant.docs, &variant.name);
        quote!(#docs #name)
    });
    quote! {
        #docs
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants,)*
            #[doc = " A value that this crate does not know; its text is kept."]
            #unknown(String),
        }
    }
}

fn as_str(plan: &EnumPlan) -> TokenStream {
    let EnumPlan { name, unknown, .. } = plan;
    let variants = plan.variants.iter().map(|variant| &variant.name);
    let values = plan.variants.iter().map(|variant| &variant.value);
    quote! {
        impl #name {
            #[doc = " The value as the API spells it."]
            #[inline]
            pub fn as_str(&self) -> &str {
                match self {
                    #(Self::#variants => #values,)*
                    Self::#unknown(text) => text,
                }
            }
        }
    }
}

fn from_str(plan: &EnumPlan) -> TokenStream {
    let EnumPlan { name, unknown, .. } = plan;
    let variants = plan.variants.iter().map(|variant| &variant.name);
    let values = plan.variants.iter().map(|variant| &variant.value);
    quote! {
        impl From<&str> for #name {
            #[inline]
            fn from(text: &str) -> Self {
                match text {
                    #(#values => Self::#variants,)*
                    _ => Self::#unknown(text.to_owned()),
                }
            }
        }
    }
}

fn default(plan: &EnumPlan) -> TokenStream {
    let EnumPlan { name, unknown, .. } = plan;
    quote! {
        impl Default for #name {
            #[inline]
            fn default() -> Self {
                Self::#unknown(String::new())
            }
        }
    }
}

fn display(plan: &EnumPlan) -> TokenStream {
    let name = &plan.name;
    quote! {
        impl std::fmt::Display for #name {
            #[inline]
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    }
}

fn json(plan: &EnumPlan) -> TokenStream {
    let name = &plan.name;
    quote! {
        impl Decode for #name {
            #[inline]
            fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
                *self = json.text(|text| Self::from(text))?;
                Ok(())
            }
        }

        impl Encode for #name {
            #[inline]
            fn encode(&self, json: &mut Writer) {
                json.string(self.as_str());
            }
        }

        impl Holds<kind::Enum<Self>> for #name {}
    }
}
