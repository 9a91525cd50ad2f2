//! `deskpro_handles`: which refusals of an operation a function leaves out.

mod arguments;
mod patterns;
mod refusals;

use deskpro_codegen::mistake::Mistakes;
use deskpro_codegen::mistake::handled::NOT_A_FUNCTION;
use proc_macro2::TokenStream;
use quote::quote;
use syn::{ItemFn, Stmt, TraitItemFn, parse_quote, parse2};

use crate::description::Description;
use arguments::Arguments;

/// The function as it was, and an error for everything that is wrong with how it handles the
/// refusals of an operation.
pub(crate) fn expand(arguments: TokenStream, item: TokenStream) -> TokenStream {
    let mut mistakes = Mistakes::default();
    let arguments = Arguments::parse(arguments, &mut mistakes);
    let function = function(&item, &mut mistakes);
    let Some(mut function) = function else {
        return quote!(#item #mistakes);
    };
    if let Some(description) = arguments.description(&mut mistakes) {
        refusals::check(&description, &arguments, &function, &mut mistakes);
        watch(&description, &arguments, &mut function);
    }
    quote!(#function #mistakes)
}

/// The function that the attribute stands on; it may be a method.
fn function(item: &TokenStream, mistakes: &mut Mistakes) -> Option<ItemFn> {
    let error = match parse2::<ItemFn>(item.clone()) {
        Ok(function) => return Some(function),
        Err(error) => error,
    };
    let help = "help: write it on the function that matches on the error of the operation";
    match parse2::<TraitItemFn>(item.clone()) {
        Ok(declared) => {
            let message = format!("a function without a body handles nothing\n{help}");
            mistakes.push(&NOT_A_FUNCTION, &declared.sig.ident, message);
        }
        Err(_) => {
            let message = format!("`deskpro_handles` goes on a function\n{help}");
            mistakes.push_at(&NOT_A_FUNCTION, error.span(), message);
        }
    }
    None
}

/// Within the function, as methods can have nothing beside them that is not one of the type's.
fn watch(description: &Description, arguments: &Arguments, function: &mut ItemFn) {
    let rerun = description.rerun(arguments.spec.as_ref());
    let watched: Stmt = parse_quote!(const _: () = { #rerun };);
    function.block.stmts.insert(0, watched);
}

#[cfg(test)]
mod tests;
