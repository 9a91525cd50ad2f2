//! A module, and the resource that fills it.

use deskpro_codegen::Options;
use deskpro_spec::problem::closest;
use deskpro_spec::{Sources, load};
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, Ident, Token, Visibility, braced};

use crate::arguments::Arguments;

/// A module with its content.
pub(crate) struct Module {
    /// What stands instead of a content that is in a file.
    semicolon: Option<Token![;]>,
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
        let semicolon = input.parse()?;
        let mut module =
            Self { semicolon, attributes, visibility, keyword, name, content: TokenStream::new() };
        if module.semicolon.is_none() {
            let content;
            braced!(content in input);
            module.content = content.parse()?;
        }
        Ok(module)
    }
}

impl Module {
    /// The module itself, when its content is not in a file.
    pub(crate) fn filled_here(self) -> syn::Result<Self> {
        match self.semicolon {
            Some(semicolon) => {
                let message = "write `{}`: the module is filled here, not in a file";
                Err(syn::Error::new(semicolon.span, message))
            }
            None => Ok(self),
        }
    }
}

/// With braces, also around nothing: a file would be missed on top of it all.
impl ToTokens for Module {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Self { attributes, visibility, keyword, name, content, .. } = self;
        tokens.extend(quote! {
            #(#attributes)*
            #visibility #keyword #name {
                #content
            }
        });
    }
}

/// The module with the resource behind what stood in it.
pub(crate) fn fill(arguments: &Arguments, mut module: Module) -> syn::Result<TokenStream> {
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
    module.content.extend(items);
    Ok(module.into_token_stream())
}

fn unknown<'a>(resource: &Ident, known: impl Iterator<Item = &'a str> + Clone) -> syn::Error {
    let name = resource.to_string();
    let hint = match closest(&name, known.clone()) {
        Some(close) => format!("did you mean `{close}`?"),
        None => format!("there are {}", known.collect::<Vec<_>>().join(", ")),
    };
    syn::Error::new(resource.span(), format!("unknown resource `{name}`; {hint}"))
}
