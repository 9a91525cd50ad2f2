//! Makes files of tokens: one item after the other through prettyplease, a header above, a blank
//! line between.

use proc_macro2::TokenStream;

use crate::emit::Module;
use crate::files::Files;

/// The files of these modules.
pub fn format(modules: Vec<Module>) -> Files {
    let mut files = Files::default();
    for module in modules {
        files.insert(module.path.clone(), module_text(&module));
    }
    files
}

fn module_text(module: &Module) -> String {
    let mut text = String::new();
    for line in &module.header {
        text.push_str(&format!("// {line}\n"));
    }
    text.push('\n');
    for line in &module.docs.lines {
        text.push_str(format!("//! {line}").trim_end());
        text.push('\n');
    }
    push_group(&mut text, &module.uses);
    let mut declarations = true;
    for item in &module.items {
        let item = item_text(item.clone());
        let is_declaration = item.lines().count() == 1 && item.contains("mod ");
        if !(declarations && is_declaration && text.ends_with(";\n")) {
            text.push('\n');
        }
        declarations = is_declaration;
        text.push_str(&item);
    }
    text
}

/// Items that belong together, without blank lines between them.
fn push_group(text: &mut String, items: &[TokenStream]) {
    if !items.is_empty() {
        text.push('\n');
    }
    for item in items {
        text.push_str(&item_text(item.clone()));
    }
}

/// One template's items as text. A template that is no Rust is a fault of ours; its tokens are then
/// printed as they are, so that the compiler points at them.
fn item_text(tokens: TokenStream) -> String {
    match syn::parse2::<syn::File>(tokens.clone()) {
        Ok(file) => spaced(&prettyplease::unparse(&file)),
        Err(_) => format!("{tokens}\n"),
    }
}

/// Puts a blank line between items of the same level: before one that has attributes or docs, and
/// behind one that ends with a block.
fn spaced(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 16);
    let mut before: Option<(usize, &str)> = None;
    for line in text.lines() {
        let code = line.trim_start();
        let indent = line.len() - code.len();
        let has_attributes = code.starts_with("#[") || code.starts_with("///");
        let separated = before.is_some_and(|(level, before)| {
            let begins_item = indent == 0 || has_attributes || is_function(code);
            let ends_block = before == "}" && !code.starts_with('}');
            level == indent
                && (ends_block && begins_item || has_attributes && before.ends_with(';'))
        });
        if separated {
            out.push('\n');
        }
        before = (!code.starts_with("//")).then_some((indent, code));
        out.push_str(line);
        out.push('\n');
    }
    out
}

fn is_function(code: &str) -> bool {
    code.starts_with("pub fn ") || code.starts_with("fn ")
}
