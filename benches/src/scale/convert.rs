//! From an OpenAPI document to a description in the project's format.
//!
//! This converter knows the documents of this module and no others; `cargo codegen import` is for
//! those. What an import cannot know, it does: that what is around an answer is an envelope, that
//! `PUT` creates, and that the numbers in `ids` are ids. Every description of a benchmark is then one as
//! users of this project write it. What it does not expect it refuses.

use std::path::Path;
use std::{fs, io};

use openapiv3::{OpenAPI, Operation, Parameter, PathItem, ReferenceOr};

use super::schemas::{Schemas, snake};

const CONVENTIONS: &str = include_str!("conventions.yaml");

/// Parameters that every list takes, which `conventions.yaml` describes.
const OF_EVERY_LIST: [&str; 3] = ["page", "count", "ids"];

/// The files of a description, by their paths; `api.yaml` first.
#[derive(Debug)]
pub struct Description {
    files: Vec<(String, String)>,
}

/// The description of a document.
///
/// # Errors
///
/// What of the document cannot be converted.
pub fn description(document: &OpenAPI) -> Result<Description, String> {
    let schemas = Schemas::new(document);
    let mut files = vec![("api.yaml".to_owned(), CONVENTIONS.to_owned())];
    for tag in &document.tags {
        let docs = tag.description.as_deref().unwrap_or(&tag.name);
        let path = format!("resources/{}.yaml", tag.name);
        let text = Resource::find(document, &tag.name)?.write(&tag.name, docs, &schemas)?;
        files[0].1 += &format!("  - {path}\n");
        files.push((path, text));
    }
    let described = 2 * document.tags.len();
    if document.paths.paths.len() != described {
        return Err(format!("there are other paths than the {described} of the tags"));
    }
    Ok(Description { files })
}

/// The operations of a resource.
struct Resource<'a> {
    list: &'a Operation,
    get: &'a Operation,
    create: &'a Operation,
    update: &'a Operation,
    delete: &'a Operation,
}

impl<'a> Resource<'a> {
    fn find(document: &'a OpenAPI, name: &str) -> Result<Self, String> {
        let collection = item(document, &format!("/{name}"))?;
        let single = item(document, &format!("/{name}/{{id}}"))?;
        let PathItem { get: Some(list), put: Some(create), .. } = collection else {
            return Err(format!("/{name} has not GET and PUT"));
        };
        let PathItem { get: Some(get), post: Some(update), delete: Some(delete), .. } = single
        else {
            return Err(format!("/{name}/{{id}} has not GET, POST and DELETE"));
        };
        if collection.iter().count() + single.iter().count() != 5 {
            return Err(format!("{name} can be asked in other ways too"));
        }
        Ok(Self { list, get, create, update, delete })
    }

    fn write(&self, name: &str, docs: &str, schemas: &Schemas<'a>) -> Result<String, String> {
        let id = self.get.operation_id.as_deref().unwrap_or_default();
        let singular = id.strip_prefix("get_").ok_or_else(|| format!("{id} is no get_…"))?;
        // Generated code has a type `Call` of its own.
        let singular = if singular == "call" { "phone_call" } else { singular };
        let model = schemas.enveloped(self.get)?;
        let input = schemas.input(self.create)?;
        if input != schemas.input(self.update)? {
            return Err(format!("{name} takes something else to update"));
        }
        let mut text = format!(
            "resource: {name}\nsingular: {singular}\npath: /{name}\ndocs: {docs}\n\noperations:\n"
        );
        let verbs = [
            ("list", self.list),
            ("get", self.get),
            ("create", self.create),
            ("update", self.update),
            ("delete", self.delete),
        ];
        for (verb, operation) in verbs {
            let docs = operation.summary.as_deref().unwrap_or(verb);
            text += &format!("  {verb}:\n    docs: {docs}\n");
            text += &query(operation)?;
        }
        let mut named = Vec::new();
        text += "\nfields:\n";
        text += &schemas.fields(model, Some(input), "  ", &mut named)?;
        text += "\ntypes:\n";
        let mut next = 0;
        while let Some(name) = named.get(next).cloned() {
            text += &schemas.named(&name, &mut named)?;
            next += 1;
        }
        Ok(text)
    }
}

/// The parameters that an operation has of its own.
fn query(operation: &Operation) -> Result<String, String> {
    let mut text = String::new();
    for parameter in &operation.parameters {
        let ReferenceOr::Item(parameter) = parameter else {
            return Err("a parameter is a reference".to_owned());
        };
        let data = parameter.parameter_data_ref();
        if !matches!(parameter, Parameter::Query { .. }) || OF_EVERY_LIST.contains(&&*data.name) {
            continue;
        }
        let docs = data.description.as_deref().unwrap_or(&data.name);
        let ty = Schemas::parameter(data)?;
        if text.is_empty() {
            text += "    query:\n";
        }
        let name = snake(&data.name);
        text += &format!("      {name}: {{ type: {ty}, docs: {docs} }}\n");
    }
    Ok(text)
}

fn item<'a>(document: &'a OpenAPI, path: &str) -> Result<&'a PathItem, String> {
    let item = document.paths.paths.get(path).and_then(ReferenceOr::as_item);
    item.ok_or_else(|| format!("there is no path {path}"))
}

impl Description {
    /// Writes the files into a folder, which is emptied first.
    ///
    /// # Errors
    ///
    /// A folder or file that cannot be removed or written.
    pub fn write(&self, folder: &Path) -> io::Result<()> {
        if folder.exists() {
            fs::remove_dir_all(folder)?;
        }
        fs::create_dir_all(folder.join("resources"))?;
        self.files.iter().try_for_each(|(path, text)| fs::write(folder.join(path), text))
    }

    /// How many lines all files have together.
    pub fn lines(&self) -> usize {
        self.files.iter().map(|(_, text)| text.lines().count()).sum()
    }
}
