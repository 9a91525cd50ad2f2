//! The names of the members that a struct takes.

use proc_macro2::TokenStream;
use quote::quote;

use crate::plan::{FitPlan, HeldBound, ProjectionPlan};

/// One list of the struct's own names, one for every struct that it flattens.
pub(super) fn lists(plan: &ProjectionPlan) -> Vec<TokenStream> {
    let own = own(plan);
    std::iter::once(quote!(&[#(#own),*])).chain(flattened(plan)).collect()
}

/// All of them as one list.
pub(super) fn all(plan: &ProjectionPlan) -> TokenStream {
    let own = own(plan);
    if flattened(plan).next().is_none() {
        return quote!(&[#(#own),*]);
    }
    let lists = lists(plan);
    quote! {{
        const LISTS: &[&[&str]] = &[#(#lists),*];
        const LENGTH: usize = {
            let (mut length, mut list) = (0, 0);
            while list < LISTS.len() {
                length += LISTS[list].len();
                list += 1;
            }
            length
        };
        const ALL: [&str; LENGTH] = {
            let (mut all, mut at, mut list) = ([""; LENGTH], 0, 0);
            while list < LISTS.len() {
                let mut name = 0;
                while name < LISTS[list].len() {
                    all[at] = LISTS[list][name];
                    (at, name) = (at + 1, name + 1);
                }
                list += 1;
            }
            all
        };
        &ALL
    }}
}

fn own(plan: &ProjectionPlan) -> Vec<TokenStream> {
    plan.names.iter().map(|(cfgs, name)| quote!(#(#cfgs)* #name)).collect()
}

fn flattened(plan: &ProjectionPlan) -> impl Iterator<Item = TokenStream> + '_ {
    let is_flattened =
        |check: &&FitPlan| matches!(check.bound, HeldBound::Fields) && plan.of.is_some();
    plan.checks
        .iter()
        .filter(is_flattened)
        .map(|FitPlan { cfgs, ty, holder, .. }| quote!(#(#cfgs)* <#ty as #holder>::NAMES))
}
