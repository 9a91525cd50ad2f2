//! What stands between the parentheses of `deskpro_resource`, as one value with spans.

mod parse;
#[cfg(test)]
mod tests;
mod value;

use deskpro_codegen::mistake::Mistakes;
use deskpro_codegen::mistake::arguments::INAPPLICABLE_ARGUMENT;
use deskpro_codegen::plan::EnumPolicy;
use proc_macro2::TokenStream;
use syn::ext::IdentExt;
use syn::{Ident, LitStr, Path, Visibility};

pub(crate) use parse::skip_to_comma;

/// What stands between the attribute's parentheses.
#[derive(Default)]
pub(crate) struct Arguments {
    /// What the attribute is about; `None` after a mistake.
    pub(crate) about: Option<About>,
    /// `spec = "helpdesk"`: the description.
    pub(crate) spec: Option<LitStr>,
    /// `client = crate::client`: where the generated modules are.
    pub(crate) client: Option<Path>,
    /// `runtime = crate::client::runtime`
    pub(crate) runtime: Option<Path>,
    /// `name = "assets"`: the plural name of a resource that only the struct describes.
    pub(crate) name: Option<LitStr>,
    /// `verbs(list, get)`: the wanted operations; `None` for all.
    pub(crate) verbs: Option<Vec<Ident>>,
    /// `rename(Ticket = MyTicket)`: the generated names with the wanted ones.
    pub(crate) renames: Vec<(Ident, Ident)>,
    /// `vis(pub(crate))`: the visibility of generated items.
    pub(crate) visibility: Option<Visibility>,
    /// `derive(Hash)`: what models and enums derive besides.
    pub(crate) derives: Vec<Path>,
    /// `enums = closed`
    pub(crate) enums: Option<EnumPolicy>,
    /// The names of the arguments that are there, for messages about them.
    given: Vec<Ident>,
}

/// What an attribute is about.
pub(crate) enum About {
    /// `tickets`, `type = avatar`
    Subject(Subject),
    /// `tickets.create`
    Operation(OperationPath),
    /// `path = "/assets"`: a resource that only the struct describes.
    Own(LitStr),
}

/// What a struct or a module is of, as the user names it.
#[derive(Debug, Clone)]
pub(crate) enum Subject {
    /// `tickets`: a resource.
    Resource(Ident),
    /// `type = avatar`: an object type of the description.
    Type(Ident),
}

/// An operation as the user names it: `tickets.create`.
#[derive(Debug, Clone)]
pub(crate) struct OperationPath {
    /// `tickets`
    pub(crate) resource: Ident,
    /// `create`
    pub(crate) operation: Ident,
}

/// What an attribute makes of the item that it stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// A struct with some of the fields of a resource.
    Projection,
    /// A struct that fills a request.
    Input,
    /// A module, or what a unit struct stands for, with the whole resource.
    Whole,
    /// A struct that is the description of a resource.
    Own,
}

impl Arguments {
    /// Parses what stands between the parentheses; all mistakes are collected.
    pub(crate) fn parse(tokens: TokenStream, mistakes: &mut Mistakes) -> Self {
        parse::arguments(tokens, mistakes)
    }

    /// Reports the arguments that mean nothing in this form.
    pub(crate) fn check_form(&self, form: Form, mistakes: &mut Mistakes) {
        for name in &self.given {
            let text = plain(name);
            if !form.arguments().contains(&text.as_str()) {
                let message = format!(
                    "`{text}` means nothing {}\nhelp: here you can write {}",
                    form.words(),
                    listed(form.arguments()),
                );
                mistakes.push(&INAPPLICABLE_ARGUMENT, name, message);
            }
        }
    }
}

impl Form {
    /// The arguments that mean something, besides what the attribute is about.
    fn arguments(self) -> &'static [&'static str] {
        match self {
            Self::Projection => &["type", "spec", "client", "runtime"],
            Self::Input => &["spec", "client", "runtime"],
            Self::Whole => {
                &["spec", "client", "runtime", "verbs", "rename", "vis", "derive", "enums"]
            }
            Self::Own => &[
                "path", "name", "spec", "client", "runtime", "verbs", "rename", "vis", "derive",
                "enums",
            ],
        }
    }

    /// Where an argument stands, for messages.
    fn words(self) -> &'static str {
        match self {
            Self::Projection => "on a struct with fields of a resource",
            Self::Input => "on a struct with the input of an operation",
            Self::Whole => "for a whole resource",
            Self::Own => "on a struct that describes a resource",
        }
    }
}

impl Subject {
    /// The name as the user wrote it.
    pub(crate) fn ident(&self) -> &Ident {
        match self {
            Self::Resource(name) | Self::Type(name) => name,
        }
    }
}

/// The text of an identifier, without `r#`.
pub(crate) fn plain(ident: &Ident) -> String {
    ident.unraw().to_string()
}

/// `` `a`, `b` and `c` ``
pub(crate) fn listed(names: &[&str]) -> String {
    let mut words: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match words.pop() {
        Some(last) if words.is_empty() => last,
        Some(last) => format!("{} and {last}", words.join(", ")),
        None => String::new(),
    }
}
