//! Which names the patterns of a function have.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::visit::{self, Visit};
use syn::{Block, Expr, Macro, Pat, PatStruct, PatTupleStruct, Path, Token};

/// The last segments of all paths in the patterns of a block: arms of `match`, `if let`,
/// `while let`, `let .. else`, `matches!`, also where these stand within other macros.
pub(super) fn named(block: &Block) -> BTreeSet<String> {
    let mut patterns = Patterns::default();
    patterns.visit_block(block);
    patterns.names
}

#[derive(Default)]
struct Patterns {
    names: BTreeSet<String>,
}

impl Patterns {
    fn add(&mut self, path: &Path) {
        self.names.extend(path.segments.last().map(|last| last.ident.unraw().to_string()));
    }
}

impl<'ast> Visit<'ast> for Patterns {
    fn visit_pat(&mut self, pattern: &'ast Pat) {
        if let Pat::Path(pattern) = pattern {
            self.add(&pattern.path);
        }
        visit::visit_pat(self, pattern);
    }

    fn visit_pat_tuple_struct(&mut self, pattern: &'ast PatTupleStruct) {
        self.add(&pattern.path);
        visit::visit_pat_tuple_struct(self, pattern);
    }

    fn visit_pat_struct(&mut self, pattern: &'ast PatStruct) {
        self.add(&pattern.path);
        visit::visit_pat_struct(self, pattern);
    }

    fn visit_macro(&mut self, call: &'ast Macro) {
        let inner = within(call);
        inner.expressions.iter().for_each(|found| self.names.append(&mut in_expression(found)));
        inner.patterns.iter().for_each(|found| self.names.append(&mut in_pattern(found)));
    }
}

/// What a macro is called with, as far as it can be read.
#[derive(Default)]
struct Within {
    expressions: Vec<Expr>,
    patterns: Vec<Pat>,
}

/// `matches!` and its relatives have a pattern behind an expression; most others have expressions.
fn within(call: &Macro) -> Within {
    let name = call.path.segments.last().map(|last| last.ident.unraw().to_string());
    let parse: fn(ParseStream<'_>) -> syn::Result<Within> = match name.as_deref() {
        Some("matches" | "assert_matches" | "debug_assert_matches") => matched,
        _ => expressions,
    };
    let tokens = &call.tokens;
    parse.parse2(tokens.clone()).or_else(|_| statements.parse2(tokens.clone())).unwrap_or_default()
}

fn matched(input: ParseStream<'_>) -> syn::Result<Within> {
    let mut expressions = vec![input.parse()?];
    input.parse::<Token![,]>()?;
    let pattern = input.call(Pat::parse_multi_with_leading_vert)?;
    if input.peek(Token![if]) {
        input.parse::<Token![if]>()?;
        expressions.push(input.parse()?);
    }
    // What remains is the message of an assertion.
    input.parse::<TokenStream>()?;
    Ok(Within { expressions, patterns: vec![pattern] })
}

fn expressions(input: ParseStream<'_>) -> syn::Result<Within> {
    let list = Punctuated::<Expr, Token![,]>::parse_terminated(input)?;
    Ok(Within { expressions: list.into_iter().collect(), patterns: Vec::new() })
}

fn statements(input: ParseStream<'_>) -> syn::Result<Within> {
    let block = Block { brace_token: Default::default(), stmts: input.call(Block::parse_within)? };
    let block = Expr::Block(syn::ExprBlock { attrs: Vec::new(), label: None, block });
    Ok(Within { expressions: vec![block], patterns: Vec::new() })
}

fn in_expression(expression: &Expr) -> BTreeSet<String> {
    let mut patterns = Patterns::default();
    patterns.visit_expr(expression);
    patterns.names
}

fn in_pattern(pattern: &Pat) -> BTreeSet<String> {
    let mut patterns = Patterns::default();
    patterns.visit_pat(pattern);
    patterns.names
}
