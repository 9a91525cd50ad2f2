//! The attribute's arguments: the name of a resource.

use proc_macro2::Span;
use syn::parse::{Parse, ParseStream};
use syn::{Ident, LitStr};

/// What stands between the attribute's parentheses.
pub(crate) struct Arguments {
    /// The resource.
    pub(crate) resource: Ident,
}

impl Parse for Arguments {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if input.is_empty() {
            let message = "name a resource: `#[deskpro_resource(tickets)]`";
            return Err(syn::Error::new(Span::call_site(), message));
        }
        if let Ok(quoted) = input.fork().parse::<LitStr>() {
            let message = "write the name of the resource without quotes";
            return Err(syn::Error::new(quoted.span(), message));
        }
        let resource = input.parse()?;
        if !input.is_empty() {
            return Err(input.error("a module holds one resource; nothing follows its name"));
        }
        Ok(Self { resource })
    }
}
