//! From an OpenAPI document of any version to a description in YAML.
//!
//! [`read`](mod@read) makes a tree that knows which of its parts were read, `source` one model of
//! the three versions, `schema` types, `resource` resources, and `describe` the YAML. What no stage
//! reads is listed at the end, so that nothing is dropped in silence.

mod describe;
mod merge;
mod name;
mod problem;
mod read;
mod resource;
mod restore;
mod schema;
mod source;
mod tree;
mod yaml;

use std::fmt;

use deskpro_spec::{Sources, load};

use crate::files::Files;
use name::Taken;
use problem::Findings;
use schema::Types;
use source::{Context, Version};
use tree::{Node, Tree};

pub use merge::merge;
pub use problem::{ImportProblem, ImportProblemKind};

/// Names of types that generated code needs for itself, or that every Rust program has.
const RESERVED_TYPES: &[&str] = &[
    "Auth",
    "Bare",
    "Batch",
    "Box",
    "Call",
    "Client",
    "ClientBuilder",
    "Clone",
    "Content",
    "Created",
    "Date",
    "DateTime",
    "Debug",
    "Decode",
    "Default",
    "Deleted",
    "Encode",
    "Envelope",
    "Err",
    "Error",
    "Extra",
    "From",
    "Id",
    "Into",
    "IntoIterator",
    "IntoSet",
    "Items",
    "Iterator",
    "Json",
    "Map",
    "Method",
    "None",
    "Ok",
    "Operation",
    "Option",
    "Page",
    "Pages",
    "PartialEq",
    "Ref",
    "Refusal",
    "Request",
    "Resource",
    "Result",
    "Set",
    "Some",
    "String",
    "Text",
    "Untyped",
    "Updated",
    "Upload",
    "ValidationCode",
    "Vec",
    // Modules and methods that clients have beside those of resources.
    "Builder",
    "Errors",
    "Linked",
    "Types",
];

/// What came of an import.
#[derive(Debug, Clone)]
pub struct Imported {
    /// The files of the description: `api.yaml`, and one for each resource. They are without
    /// problems: [`load`] takes them.
    pub files: Files,
    /// What of the document is not in them, in the order of the document.
    pub problems: Vec<ImportProblem>,
    /// How many operations are described.
    pub operations: usize,
    /// How many resources are described.
    pub resources: usize,
    /// How many types are described.
    pub types: usize,
}

/// Why a document was not imported at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportError {
    why: String,
}

impl ImportError {
    fn new(why: String) -> Self {
        Self { why }
    }
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the document cannot be imported: {}", self.why)
    }
}

impl std::error::Error for ImportError {}

/// Describes the API of an OpenAPI document, 2.0, 3.0 or 3.1, in JSON or YAML.
///
/// `before` are the files of an earlier import, from which resources keep their names.
///
/// # Errors
///
/// When it is no such document, or larger than descriptions may be.
///
/// # Example
///
/// ```
/// use deskpro_codegen::import;
///
/// let document = r#"{
///     "openapi": "3.1.0",
///     "info": { "title": "Pets", "version": "1" },
///     "paths": { "/pets": { "get": { "responses": { "204": { "description": "None." } } } } }
/// }"#;
/// let imported = import(document.as_bytes(), None)?;
/// assert_eq!(imported.operations, 1);
/// assert!(imported.files.get("resources/pets.yaml").is_some());
/// # Ok::<_, deskpro_codegen::ImportError>(())
/// ```
pub fn import(document: &[u8], before: Option<&Files>) -> Result<Imported, ImportError> {
    let tree = read::read(document)?;
    let version = Version::of(tree.root())?;
    let mut context = Context { root: tree.root(), version, findings: Findings::default() };
    let known = before.map(known).unwrap_or_default();
    let files = match restore::is_export(tree.root()) {
        true => restore::files(&mut context),
        false => described(&mut context, &known),
    };
    unread(&tree, &mut context.findings);
    let problems = context.findings.into_list();
    let api = checked(&files)?;
    Ok(Imported {
        problems,
        operations: api.resources.iter().map(|resource| resource.operations.len()).sum(),
        resources: api.resources.len(),
        types: api.types.len(),
        files,
    })
}

/// The files of a description of what a document of any origin says.
fn described(context: &mut Context<'_>, known: &resource::Known) -> Files {
    let mut source = source::read(context);
    let mut types = Types::default();
    let mut resources = resource::resources(context, &mut types, &mut source);
    schema::cut(&mut types, &mut context.findings);
    // What was called so before comes first, then what the document names.
    let mut names = Taken::new(name::camel, RESERVED_TYPES);
    resource::name_known(&mut resources, &mut names, known);
    let (components, objects) = describe::component_names(&types, &resources, &mut names);
    resource::name_others(&mut resources, &mut names, &objects);
    let name = api_name(&source.title);
    let description = describe::Description {
        source: &source,
        types: &types,
        resources: &resources,
        name: &name,
    };
    describe::files(&description, &components, &mut context.findings)
}

/// The title as an identifier.
fn api_name(title: &str) -> String {
    let name = name::snake(title);
    if name.is_empty() { "api".to_owned() } else { name }
}

/// What resources of an earlier import are called, by the shapes of their paths.
fn known(files: &Files) -> resource::Known {
    let Ok(api) = load(&sources(files)) else { return resource::Known::new() };
    let names = api.resources.iter().map(|resource| {
        let mut shape = String::new();
        for segment in &resource.path.segments {
            shape.push('/');
            for piece in segment {
                match piece {
                    deskpro_spec::api::Segment::Text(text) => shape.push_str(text),
                    deskpro_spec::api::Segment::Parameter(_) => shape.push_str("{}"),
                }
            }
        }
        (shape, (resource.name.clone(), resource.singular.clone()))
    });
    names.collect()
}

/// The files as the sources of a description.
fn sources(files: &Files) -> Sources {
    // The first one is that which includes the others.
    let first = files.iter().filter(|(path, _)| *path == "api.yaml");
    let others = files.iter().filter(|(path, _)| *path != "api.yaml");
    Sources::from_files(first.chain(others))
}

/// What was written has to be a description.
fn checked(files: &Files) -> Result<deskpro_spec::api::Api, ImportError> {
    let sources = sources(files);
    load(&sources).map_err(|problems| {
        ImportError::new(format!(
            "what would be written has problems:\n{}",
            problems.short(&sources)
        ))
    })
}

/// Lists what nobody read.
fn unread(tree: &Tree, findings: &mut Findings) {
    for node in tree.unread() {
        let (kind, what, instead) = meant(node);
        findings.push(kind, node, what, instead);
    }
}

fn meant(node: Node<'_>) -> (ImportProblemKind, String, &'static str) {
    let key = node.key();
    let section = node.parent();
    let is_component = section.parent().key() == "components"
        || matches!(section.key(), "definitions" | "parameters" | "responses" | "$defs");
    if key.starts_with("x-") {
        (ImportProblemKind::Extension, format!("`{key}` is an extension"), "it is left out")
    } else if matches!(key, "example" | "examples") {
        (ImportProblemKind::Example, "this is an example of a whole".to_owned(), "it is left out")
    } else if matches!(key, "webhooks" | "callbacks") {
        (ImportProblemKind::Reverse, "the server calls back".to_owned(), "it is not described")
    } else if section.key() == "components" {
        (
            ImportProblemKind::Unused,
            format!("nothing refers to what is in `{key}`"),
            "it is left out",
        )
    } else if is_component {
        let what = format!("nothing that is described refers to `{key}`");
        (ImportProblemKind::Unused, what, "it is left out")
    } else {
        (ImportProblemKind::Unknown, format!("`{key}` was not understood"), "it is left out")
    }
}
