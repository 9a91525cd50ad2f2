//! Writes the `main.rs` of an application.

use std::path::Path;
use std::{fs, io};

use super::Uses;
use super::document::{Document, Field, Resource};
use super::template;

/// What an application above one of the clients is made of.
pub(super) struct Application {
    /// What it depends on besides the client and tokio, as lines of its manifest.
    pub(super) dependencies: String,
    /// The template of its `main.rs`.
    pub(super) main: &'static str,
}

impl Application {
    /// One that depends on nothing but the client and tokio.
    pub(super) fn plain(main: &'static str) -> Self {
        Self { dependencies: String::new(), main }
    }
}

/// Fills a template for the resources that are used.
pub(super) fn write(main: &str, document: &Document, uses: Uses, path: &Path) -> io::Result<()> {
    let is_used = |resource: &&Resource| uses == Uses::All || resource.plural == "tickets";
    let resources: Vec<&Resource> = document.resources.iter().filter(is_used).collect();
    let others = |section: &str| match uses {
        Uses::Three => String::new(),
        Uses::All => section.to_owned(),
    };
    let main = template::section(main, "other operations", others);
    let each = |section: &str| resources.iter().map(|resource| fill(section, resource)).collect();
    fs::write(path, template::section(&main, "each resource", each))
}

fn fill(section: &str, resource: &Resource) -> String {
    let names = || resource.parameters.iter().map(|parameter| parameter.name.as_str());
    let mut sorted: Vec<&str> = names().collect();
    sorted.sort_unstable();
    template::fill(
        section,
        &[
            ("@Pascal", &resource.pascal),
            ("@Plural", &template::pascal(&resource.plural)),
            ("@joined_plural", &joined(&resource.plural)),
            ("@joined_singular", &joined(&resource.singular)),
            ("@plural", &resource.plural),
            ("@singular", &resource.singular),
            ("@arguments", &arguments(names(), "Some(1)")),
            ("@sorted_arguments", &arguments(sorted.into_iter(), "Some(NonZeroU64::MIN)")),
            ("@nothing", &nothing(&resource.input)),
        ],
    )
}

/// The arguments of a list whose parameters have these names: only the page is given.
fn arguments<'a>(names: impl Iterator<Item = &'a str>, page: &str) -> String {
    let arguments: Vec<&str> =
        names.map(|name| if name == "page" { page } else { "None" }).collect();
    arguments.join(", ")
}

/// A name with its number joined to it, as some generators do: `widgets040` of `widgets_040`.
fn joined(name: &str) -> String {
    let (start, end) = name.rsplit_once('_').unwrap_or((name, ""));
    let is_number = !end.is_empty() && end.bytes().all(|byte| byte.is_ascii_digit());
    if is_number { format!("{start}{end}") } else { name.to_owned() }
}

/// Nothing for every field that need not be given.
fn nothing(fields: &[Field]) -> String {
    let optional = fields.iter().filter(|field| !field.is_required);
    let nothing: Vec<String> =
        optional.map(|field| format!("{}: Default::default()", field.name)).collect();
    nothing.join(", ")
}
