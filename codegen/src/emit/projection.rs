//! What makes a struct of the user's own hold fields of an object.

mod default;
mod holder;
mod names;

use proc_macro2::TokenStream;
use quote::quote;

use super::model::linked_as_constant;
use super::path;
use crate::plan::{
    FitPlan, HeldBound, HeldIdPlan, IdSpelling, Options, ProjectionPlan, SlotPlan, UserStruct,
};

/// The implementations, with the traits by which the compiler is asked whether the types fit.
pub fn emit_projection(plan: &ProjectionPlan, user: &UserStruct, options: &Options) -> TokenStream {
    let runtime = path(&options.runtime);
    let deprecated = user.is_deprecated.then(|| quote!(#[allow(deprecated)]));
    let holders = plan.checks.iter().map(|check| holder::emit(&runtime, plan, check));
    let default = default::emit(plan, user);
    let decode = decode(&runtime, plan, user);
    let fields = fields(&runtime, plan, user);
    let resource = plan.identity.as_ref().map(|identity| resource(&runtime, identity, user));
    quote! {
        #deprecated
        const _: () = {
            #(#holders)*
            #default
            #decode
            #fields
            #resource
        };
    }
}

fn decode(runtime: &TokenStream, plan: &ProjectionPlan, user: &UserStruct) -> TokenStream {
    let name = &user.name;
    let (generics, arguments, conditions) = user.generics.split_for_impl();
    let slots = plan.slots.iter().map(|slot| slot_of(runtime, plan, slot));
    let again = plan.checks.iter().filter(|check| reads_again(check)).collect::<Vec<_>>();
    let clone = (!again.is_empty()).then(|| quote!(let again = json.clone();));
    let again = again.into_iter().map(|check| read_again(runtime, plan, check));
    quote! {
        #[automatically_derived]
        impl #generics #runtime::Decode for #name #arguments #conditions {
            fn decode(
                &mut self,
                json: &mut #runtime::JsonReader<'_>,
            ) -> ::core::result::Result<(), #runtime::Invalid> {
                #clone
                json.object(&mut [#(#slots),*])?;
                #(#again)*
                ::core::result::Result::Ok(())
            }
        }
    }
}

/// A member and where it goes.
fn slot_of(runtime: &TokenStream, plan: &ProjectionPlan, slot: &SlotPlan) -> TokenStream {
    match slot {
        SlotPlan::Field(wire, index) => {
            let check = plan.checks.get(*index);
            check.map_or_else(TokenStream::new, |check| {
                let FitPlan { field, cfgs, ty, holder, .. } = check;
                quote!(#(#cfgs)* (#wire, <#ty as #holder>::slot(&mut self.#field)))
            })
        }
        SlotPlan::Within(wire, inner) => {
            let inner = inner.iter().map(|slot| slot_of(runtime, plan, slot));
            quote!((#wire, &mut #runtime::Within::new(&mut [#(#inner),*])))
        }
    }
}

fn reads_again(check: &FitPlan) -> bool {
    matches!(check.bound, HeldBound::Fields | HeldBound::Map)
}

/// What reads the object once more, for a field that takes several of its members.
fn read_again(runtime: &TokenStream, plan: &ProjectionPlan, check: &FitPlan) -> TokenStream {
    let FitPlan { field, cfgs, ty, holder, bound, .. } = check;
    match bound {
        HeldBound::Map => {
            let taken = names::lists(plan);
            quote! {
                #(#cfgs)*
                <#ty as #holder>::collect(&mut self.#field, &[#(#taken),*], &mut again.clone())?;
            }
        }
        _ => quote! {
            #(#cfgs)*
            #runtime::Decode::decode(<#ty as #holder>::slot(&mut self.#field), &mut again.clone())?;
        },
    }
}

fn fields(runtime: &TokenStream, plan: &ProjectionPlan, user: &UserStruct) -> TokenStream {
    let name = &user.name;
    let Some(of) = &plan.of else {
        let parameter = &plan.parameter;
        let mut generics = user.generics.clone();
        generics.params.push(syn::parse_quote!(#parameter));
        let (generics, ..) = generics.split_for_impl();
        let (_, arguments, conditions) = user.generics.split_for_impl();
        return quote! {
            impl #generics #runtime::Fields<#parameter> for #name #arguments #conditions {}
        };
    };
    let (generics, arguments, conditions) = user.generics.split_for_impl();
    let names = names::all(plan);
    quote! {
        #[automatically_derived]
        impl #generics #runtime::Fields<#of> for #name #arguments #conditions {
            const NAMES: &'static [&'static str] = #names;
        }
    }
}

fn resource(runtime: &TokenStream, plan: &HeldIdPlan, user: &UserStruct) -> TokenStream {
    let name = &user.name;
    let (generics, arguments, conditions) = user.generics.split_for_impl();
    let HeldIdPlan { linked_as, field, cfgs, is_optional, spelling } = plan;
    let linked_as = linked_as.as_deref().map(linked_as_constant);
    let held = match is_optional {
        true => quote!(self.#field.unwrap_or_default()),
        false => quote!(self.#field),
    };
    let number = match spelling {
        IdSpelling::Number => held,
        IdSpelling::Id => quote!(#held.get()),
    };
    quote! {
        #(#cfgs)*
        #[automatically_derived]
        impl #generics #runtime::Resource for #name #arguments #conditions {
            #linked_as

            fn id(&self) -> #runtime::Id<Self> {
                #runtime::Id::new(#number)
            }
        }
    }
}
