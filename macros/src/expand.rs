//! From the attribute's tokens to the module's.

use proc_macro2::TokenStream;
use syn::parse2;

use crate::arguments::Arguments;
use crate::resource::{Module, fill};

/// The module with the resource in it; or, after a mistake, the item as it was with the errors
/// beside it.
pub(crate) fn expand(arguments: TokenStream, item: TokenStream) -> TokenStream {
    match try_expand(arguments, item.clone()) {
        Ok(tokens) => tokens,
        Err(error) => {
            let mut tokens = item;
            tokens.extend(error.into_compile_error());
            tokens
        }
    }
}

fn try_expand(arguments: TokenStream, item: TokenStream) -> syn::Result<TokenStream> {
    let arguments = parse2::<Arguments>(arguments);
    let module = parse2::<Module>(item);
    match (arguments, module) {
        (Ok(arguments), Ok(module)) => fill(&arguments, module),
        (Err(mut error), Err(other)) => {
            error.combine(other);
            Err(error)
        }
        (Err(error), _) | (_, Err(error)) => Err(error),
    }
}
