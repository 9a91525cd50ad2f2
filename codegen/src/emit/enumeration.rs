//! Enums over the known values of a text.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::set;
use crate::plan::EnumPlan;

/// The enum, its conversions and its JSON.
pub(super) fn emit(plan: &EnumPlan) -> Vec<TokenStream> {
    let mut items = vec![item(plan), as_str(plan)];
    items.extend(match &plan.unknown {
        Some(unknown) => [from_str(plan, unknown), default(plan, unknown)],
        None => [try_from_str(plan), default_of_known(plan)],
    });
    items.extend([display(plan), json(plan)]);
    items.extend(set::conversions(&plan.name, &plan.set_from));
    items
}

fn item(plan: &EnumPlan) -> TokenStream {
    let EnumPlan { docs, name, derives, .. } = plan;
    let variants = plan.variants.iter().map(|variant| {
        let (docs, name) = (&variant.docs, &variant.name);
        quote!(#docs #name)
    });
    let is_open = plan.is_open.then(|| quote!(#[non_exhaustive]));
    let unknown = plan.unknown.as_ref().map(|unknown| {
        quote! {
            #[doc = " A value that this crate does not know; its text is kept."]
            #unknown(String),
        }
    });
    quote! {
        #docs
        #[derive(Debug, Clone, PartialEq, Eq, Hash #(, #derives)*)]
        #is_open
        pub enum #name {
            #(#variants,)*
            #unknown
        }
    }
}

fn as_str(plan: &EnumPlan) -> TokenStream {
    let name = &plan.name;
    let variants = plan.variants.iter().map(|variant| &variant.name);
    let values = plan.variants.iter().map(|variant| &variant.value);
    let unknown = plan.unknown.as_ref().map(|unknown| quote!(Self::#unknown(text) => text,));
    quote! {
        impl #name {
            #[doc = " The value as the API spells it."]
            #[inline]
            pub fn as_str(&self) -> &str {
                match self {
                    #(Self::#variants => #values,)*
                    #unknown
                }
            }
        }
    }
}

fn from_str(plan: &EnumPlan, unknown: &Ident) -> TokenStream {
    let name = &plan.name;
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

fn try_from_str(plan: &EnumPlan) -> TokenStream {
    let EnumPlan { name, expected, .. } = plan;
    let variants = plan.variants.iter().map(|variant| &variant.name);
    let values = plan.variants.iter().map(|variant| &variant.value);
    quote! {
        impl TryFrom<&str> for #name {
            type Error = Invalid;

            fn try_from(text: &str) -> Result<Self, Invalid> {
                match text {
                    #(#values => Ok(Self::#variants),)*
                    _ => Err(Invalid::new(#expected, format!("{text:?}"), 0)),
                }
            }
        }
    }
}

fn default(plan: &EnumPlan, unknown: &Ident) -> TokenStream {
    let name = &plan.name;
    quote! {
        impl Default for #name {
            #[inline]
            fn default() -> Self {
                Self::#unknown(String::new())
            }
        }
    }
}

fn default_of_known(plan: &EnumPlan) -> TokenStream {
    let name = &plan.name;
    let first = plan.variants.iter().take(1).map(|variant| &variant.name);
    quote! {
        #[doc = " The first of the values; what the API leaves out is that too."]
        impl Default for #name {
            #[inline]
            fn default() -> Self {
                #(Self::#first)*
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
    let decoded = decoded(plan);
    quote! {
        impl Decode for #name {
            #[inline]
            fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
                #decoded
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

fn decoded(plan: &EnumPlan) -> TokenStream {
    if plan.unknown.is_some() {
        return quote!(json.listed(self));
    }
    let expected = &plan.expected;
    quote! {
        let value = json.clone();
        *self = json
            .text(|text| Self::try_from(text).ok())?
            .ok_or_else(|| value.unexpected(#expected))?;
        Ok(())
    }
}
