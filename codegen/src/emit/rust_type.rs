//! Types, what they derive, and doc comments as tokens.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use crate::plan::{Derive, Docs, RustType};

impl ToTokens for RustType {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(match self {
            Self::Named(name) => quote!(#name),
            Self::Path(generated, module, name) => {
                let generated = super::path(generated);
                quote!(#generated::#module::#name)
            }
            Self::Generic(name, inner) => quote!(#name<#inner>),
            Self::Str => quote!(&str),
            Self::Unit => quote!(()),
        });
    }
}

impl ToTokens for Docs {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        for line in &self.lines {
            let line = if line.is_empty() { String::new() } else { format!(" {line}") };
            tokens.extend(quote!(#[doc = #line]));
        }
    }
}

impl ToTokens for Derive {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.path.to_tokens(tokens);
    }
}
