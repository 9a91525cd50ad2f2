//! What a careful person would write, above reqwest and serde's derives: the templates in
//! `hand_written/`, filled for as many resources as there are.

use std::error::Error;
use std::path::Path;
use std::{fs, io};

use super::application::Application;
use super::crate_folder;
use super::document::{Document, Field, Resource, Shape};
use super::template::{fill, pascal, section};

const LIB: &str = include_str!("hand_written/lib.rs");
const RESOURCE: &str = include_str!("hand_written/resource.rs");

const DEPENDENCIES: &str = r#"
bytes = "1"
chrono = { version = "0.4", default-features = false, features = ["serde", "std"] }
reqwest = { version = "0.13", default-features = false, features = ["json", "query"] }
serde = { version = "1", features = ["derive"] }
serde_json = "1"
"#;

pub(super) fn version() -> Result<String, Box<dyn Error>> {
    crate_folder::locked(&["reqwest", "serde", "serde_json"])
}

pub(super) fn write(document: &Document, folder: &Path) -> io::Result<()> {
    crate_folder::write(folder, "hand-written", DEPENDENCIES)?;
    let each = |text: &str| {
        let resources = document.resources.iter();
        resources.map(|resource| fill(text, &[("@plural", &resource.plural)])).collect()
    };
    fs::write(folder.join("src/lib.rs"), section(LIB, "each resource", each))?;
    document.resources.iter().try_for_each(|resource| {
        let file = folder.join(format!("src/{}.rs", resource.plural));
        fs::write(file, module(resource))
    })
}

pub(super) fn application() -> Application {
    Application::plain(include_str!("applications/hand_written.rs"))
}

fn module(resource: &Resource) -> String {
    let values: String =
        resource.values.iter().map(|value| format!("    {},\n", pascal(value))).collect();
    fill(
        RESOURCE,
        &[
            ("@Pascal", &resource.pascal),
            ("@plural", &resource.plural),
            ("@singular", &resource.singular),
            ("@fields", &fields(&resource.fields)),
            ("@input", &fields(&resource.input)),
            ("@values", &values),
            ("@detail", &fields(&resource.detail)),
            ("@parameters", &fields(&resource.parameters)),
        ],
    )
}

/// The lines of the fields of a struct.
fn fields(fields: &[Field]) -> String {
    fields.iter().map(field).collect()
}

fn field(field: &Field) -> String {
    let mut attributes = Vec::new();
    // A keyword.
    let name = if field.name == "ref" { "reference" } else { &field.name };
    if name != field.name {
        attributes.push(format!("rename = {:?}", field.name));
    }
    // A list that parameters have in one.
    let is_joined = field.name == "ids";
    let mut rust = rust(&field.shape);
    if is_joined {
        attributes.push("skip_serializing_if = \"Vec::is_empty\"".to_owned());
        attributes.push("serialize_with = \"crate::comma_separated\"".to_owned());
    } else if !field.is_required {
        rust = format!("Option<{rust}>");
        attributes.push("skip_serializing_if = \"Option::is_none\"".to_owned());
    }
    let docs = field.docs.iter().map(|docs| format!("    /// {docs}\n"));
    let mut out: String = docs.collect();
    if !attributes.is_empty() {
        out += &format!("    #[serde({})]\n", attributes.join(", "));
    }
    out + &format!("    pub {name}: {rust},\n")
}

fn rust(shape: &Shape) -> String {
    match shape {
        Shape::Boolean => "bool".to_owned(),
        Shape::DateTime => "DateTime<Utc>".to_owned(),
        Shape::Integer32 => "i32".to_owned(),
        Shape::Integer64 => "i64".to_owned(),
        Shape::Number => "f64".to_owned(),
        Shape::Text => "String".to_owned(),
        Shape::List(items) => format!("Vec<{}>", rust(items)),
        Shape::Map(values) => format!("BTreeMap<String, {}>", rust(values)),
        Shape::Named(name) => name.clone(),
    }
}
