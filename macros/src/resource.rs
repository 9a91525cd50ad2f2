//! A module, and the resource that fills it.

use deskpro_codegen::Options;
use deskpro_spec::problem::closest;
use deskpro_spec::{Sources, load};
use proc_macro2::TokenStream;
use quote::quote;
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, Ident, Token, Visibility, braced};

use crate::arguments::Arguments;

/// A module with its content.
pub(crate) struct Module {
    attributes: Vec<Attribute>,
    visibility: Visibility,
    keyword: Token![mod],
    name: Ident,
    content: TokenStream,
}

impl Parse for Module {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let attributes = input.call(Attribute::parse_outer)?;
        let visibility = input.parse()?;
        if !input.peek(Token![mod]) {
            return Err(input.error("`deskpro_resource` goes on a module: `pub mod tickets {}`"));
        }
        let keyword = input.parse()?;
        let name = input.parse()?;
        if input.peek(Token![;]) {
            return Err(input.error("write `{}`: the module is filled here, not in a file"));
        }
        let content;
        braced!(content in input);
        Ok(Self { attributes, visibility, keyword, name, content: content.parse()? })
    }
}

/// The module with the resource behind what stood in it.
pub(crate) fn fill(arguments: &Arguments, module: Module) -> syn::Result<TokenStream> {
    let sources = Sources::builtin();
    let api = load(&sources).map_err(|problems| {
        let text = problems.terminal(&sources, false);
        syn::Error::new(
            arguments.resource.span(),
            format!("the built-in description is broken\n{text}"),
        )
    })?;
    let name = arguments.resource.to_string();
    let options = Options {
        runtime: "::deskpro_client::runtime".to_owned(),
        generated: "::deskpro_client".to_owned(),
        ..Options::default()
    };
    let Some(items) = deskpro_codegen::resource_items(&api, &name, &options) else {
        let known = api.resources.iter().map(|resource| resource.name.as_str());
        return Err(unknown(&arguments.resource, known));
    };
    let Module { attributes, visibility, keyword, name, content } = module;
    Ok(quote! {
        #(#attributes)*
        #visibility #keyword #name {
            #content
            #items
        }
    })
}

fn unknown<'a>(resource: &Ident, known: impl Iterator<Item = &'a str> + Clone) -> syn::Error {
    let name = resource.to_string();
    let hint = match closest(&name, known.clone()) {
        Some(close) => format!("did you mean `{close}`?"),
        None => format!("there are {}", known.collect::<Vec<_>>().join(", ")),
    };
    syn::Error::new(resource.span(), format!("unknown resource `{name}`; {hint}"))
}
