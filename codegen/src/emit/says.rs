//! What the compiler says when a type does not fit.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use crate::plan::Says;

impl ToTokens for Says {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Self { message, label, notes } = self;
        tokens.extend(quote! {
            #[diagnostic::on_unimplemented(
                message = #message,
                label = #label
                #(, note = #notes)*
            )]
        });
    }
}
