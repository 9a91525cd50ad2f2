//! A module, and the resource that fills it.

use deskpro_codegen::mistake::Mistakes;
use deskpro_codegen::mistake::arguments::MODULE_IN_FILE;
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, Ident, Token, Visibility, braced};

/// A module with its content.
pub(crate) struct Module {
    /// What stands instead of a content that is in a file.
    semicolon: Option<Token![;]>,
    pub(crate) attributes: Vec<Attribute>,
    visibility: Visibility,
    safety: Option<Token![unsafe]>,
    pub(crate) keyword: Token![mod],
    name: Ident,
    content: TokenStream,
}

impl Parse for Module {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let mut module = Self {
            attributes: input.call(Attribute::parse_outer)?,
            visibility: input.parse()?,
            safety: input.parse()?,
            keyword: input.parse()?,
            name: input.parse()?,
            semicolon: input.parse()?,
            content: TokenStream::new(),
        };
        if module.semicolon.is_none() {
            let content;
            braced!(content in input);
            module.content = content.parse()?;
        }
        Ok(module)
    }
}

impl Module {
    /// Reports a module whose content is in a file.
    pub(crate) fn check(&self, mistakes: &mut Mistakes) {
        if let Some(semicolon) = self.semicolon {
            let message = "the module is filled here, not in a file\n\
                           help: write `{}` instead of `;`";
            mistakes.push(&MODULE_IN_FILE, semicolon, message);
        }
    }

    /// The module with these items behind what stood in it.
    pub(crate) fn filled(mut self, items: TokenStream) -> TokenStream {
        self.content.extend(items);
        self.into_token_stream()
    }
}

/// With braces, also around nothing: a file would be missed on top of it all.
impl ToTokens for Module {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Self { attributes, visibility, safety, keyword, name, content, .. } = self;
        tokens.extend(quote! {
            #(#attributes)*
            #visibility #safety #keyword #name {
                #content
            }
        });
    }
}
