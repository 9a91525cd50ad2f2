//! What a field that can be cleared can be set to.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::plan::RustType;

/// Conversions into what a field of this type is set to.
pub(super) fn conversions(name: &Ident, from: &[RustType]) -> Vec<TokenStream> {
    let conversion = |from| {
        quote! {
            impl IntoSet<#name> for #from {
                #[inline]
                fn into_set(self) -> Set<#name> {
                    Set::To(self.into())
                }
            }

            impl IntoSet<#name> for Option<#from> {
                #[inline]
                fn into_set(self) -> Set<#name> {
                    self.map(Into::into).into()
                }
            }
        }
    };
    from.iter().map(conversion).collect()
}
