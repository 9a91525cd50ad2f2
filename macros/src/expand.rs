//! From the attribute's tokens to the module's.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::parse2;

use crate::arguments::Arguments;
use crate::resource::{Module, fill};

/// The module with the resource in it; or, after a mistake, the item as it was with the errors
/// beside it.
pub(crate) fn expand(arguments: TokenStream, item: TokenStream) -> TokenStream {
    let arguments = parse2::<Arguments>(arguments);
    let module = parse2::<Module>(item.clone());
    let kept = module.as_ref().map_or(item, ToTokens::to_token_stream);
    match try_expand(arguments, module) {
        Ok(tokens) => tokens,
        Err(error) => [kept, error.into_compile_error()].into_iter().collect(),
    }
}

fn try_expand(
    arguments: syn::Result<Arguments>,
    module: syn::Result<Module>,
) -> syn::Result<TokenStream> {
    match (arguments, module.and_then(Module::filled_here)) {
        (Ok(arguments), Ok(module)) => fill(&arguments, module),
        (Err(mut error), Err(other)) => {
            error.combine(other);
            Err(error)
        }
        (Err(error), _) | (_, Err(error)) => Err(error),
    }
}
