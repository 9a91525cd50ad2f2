//! What stands between the parentheses of `deskpro_handles`.

use std::sync::Arc;

use deskpro_codegen::mistake::Mistakes;
use deskpro_codegen::mistake::handled::HANDLES_ARGUMENT;
use deskpro_spec::problem::closest;
use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Ident, Lit, LitStr, Token, parenthesized};

use crate::arguments::{OperationPath, skip_to_comma};
use crate::description::Description;

/// What to write, for those who wrote something else.
const HELP: &str = "help: write `#[deskpro_handles(tickets.create, ignore(rate_limits))]`";

/// The arguments that have a name.
const NAMES: [&str; 2] = ["ignore", "spec"];

/// The operation, and what of its refusals need not be handled.
#[derive(Default)]
pub(super) struct Arguments {
    /// `tickets.create`; `None` after a mistake.
    pub(super) operation: Option<OperationPath>,
    /// `ignore(not_found, "not-a-name")`
    pub(super) ignored: Vec<Ignored>,
    /// `spec = "helpdesk"`
    pub(super) spec: Option<LitStr>,
    /// Which of [`NAMES`] there were.
    given: Vec<&'static str>,
}

/// A refusal that need not be handled.
pub(super) struct Ignored {
    /// How it is called.
    pub(super) name: String,
    /// Where that is written.
    pub(super) tokens: TokenStream,
}

impl Arguments {
    /// Parses the arguments, and goes on behind what is no argument.
    pub(super) fn parse(tokens: TokenStream, mistakes: &mut Mistakes) -> Self {
        let mut arguments = Self::default();
        let parsed = (|input: ParseStream<'_>| {
            arguments.read(input, mistakes);
            Ok(())
        })
        .parse2(tokens);
        if let Err(error) = parsed {
            mistakes.add(error);
        }
        arguments
    }

    /// The description that the operation is looked up in.
    pub(super) fn description(&self, mistakes: &mut Mistakes) -> Option<Arc<Description>> {
        Description::of(self.spec.as_ref(), mistakes)
    }

    fn read(&mut self, input: ParseStream<'_>, mistakes: &mut Mistakes) {
        self.operation = operation(input, mistakes);
        skip_to_comma(input);
        while !input.is_empty() {
            let _ = input.parse::<Token![,]>();
            if input.is_empty() {
                break;
            }
            if let Err(error) = self.argument(input, mistakes) {
                let message = format!("{error}\n{HELP}");
                mistakes.push_at(&HANDLES_ARGUMENT, error.span(), message);
            }
            skip_to_comma(input);
        }
    }

    fn argument(&mut self, input: ParseStream<'_>, mistakes: &mut Mistakes) -> syn::Result<()> {
        let name = input.call(Ident::parse_any)?;
        let text = name.unraw().to_string();
        let Some(known) = NAMES.into_iter().find(|known| *known == text) else {
            let hint = match closest(&text, NAMES) {
                Some(close) => format!("help: did you mean `{close}`?"),
                None => "help: there are `ignore(...)` and `spec = \"...\"`".to_owned(),
            };
            let message = format!("`{text}` is no argument of `deskpro_handles`\n{hint}");
            mistakes.push(&HANDLES_ARGUMENT, name, message);
            return Ok(());
        };
        if self.given.contains(&known) {
            let message = format!("`{known}` is given twice\nhelp: give it once, with everything");
            mistakes.push(&HANDLES_ARGUMENT, &name, message);
        }
        self.given.push(known);
        if known == "spec" {
            input.parse::<Token![=]>()?;
            self.spec = Some(input.parse()?);
            return Ok(());
        }
        let content;
        parenthesized!(content in input);
        self.ignored.extend(ignored(&content)?);
        Ok(())
    }
}

/// `tickets.create`
fn operation(input: ParseStream<'_>, mistakes: &mut Mistakes) -> Option<OperationPath> {
    if input.is_empty() {
        let message = format!("the attribute names no operation\n{HELP}");
        mistakes.push(&HANDLES_ARGUMENT, TokenStream::new(), message);
        return None;
    }
    let parsed = (|| {
        let resource = input.call(Ident::parse_any)?;
        input.parse::<Token![.]>()?;
        Ok(OperationPath { resource, operation: input.call(Ident::parse_any)? })
    })();
    parsed
        .map_err(|error: syn::Error| {
            let message = format!("expected an operation: its resource, a dot, its name\n{HELP}");
            mistakes.push_at(&HANDLES_ARGUMENT, error.span(), message);
        })
        .ok()
}

/// `not_found, "not-a-name"`
fn ignored(input: ParseStream<'_>) -> syn::Result<Vec<Ignored>> {
    let mut list = Vec::new();
    while !input.is_empty() {
        list.push(if input.peek(Lit) {
            let literal: Lit = input.parse()?;
            let name = match &literal {
                Lit::Str(text) => text.value(),
                other => other.to_token_stream().to_string(),
            };
            Ignored { name, tokens: literal.into_token_stream() }
        } else {
            let name = input.call(Ident::parse_any)?;
            Ignored { name: name.unraw().to_string(), tokens: name.into_token_stream() }
        });
        if !input.is_empty() {
            input.parse::<Token![,]>()?;
        }
    }
    Ok(list)
}
