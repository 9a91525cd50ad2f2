//! What an OpenAPI document of a made-up helpdesk says, as far as templates need it.

use std::error::Error;
use std::fs;
use std::path::Path;

use serde_json::{Map, Value};

/// The resources of a document; tickets are among them.
pub(super) struct Document {
    pub(super) resources: Vec<Resource>,
}

/// What is operated on: listed, made, got, updated and deleted.
pub(super) struct Resource {
    pub(super) singular: String,
    pub(super) plural: String,
    /// How its schemas are called, or begin.
    pub(super) pascal: String,
    /// By what lists are narrowed.
    pub(super) parameters: Vec<Field>,
    pub(super) fields: Vec<Field>,
    /// What create and update take.
    pub(super) input: Vec<Field>,
    pub(super) detail: Vec<Field>,
    /// The values of its enumeration.
    pub(super) values: Vec<String>,
}

/// A parameter, or a field of an object.
pub(super) struct Field {
    pub(super) name: String,
    pub(super) docs: Option<String>,
    pub(super) is_required: bool,
    pub(super) shape: Shape,
}

/// What values are.
pub(super) enum Shape {
    Boolean,
    DateTime,
    Integer32,
    Integer64,
    Number,
    Text,
    List(Box<Self>),
    Map(Box<Self>),
    /// A schema of this name.
    Named(String),
}

impl Document {
    /// Reads a document.
    ///
    /// # Errors
    ///
    /// When it cannot be read, or says something else than that of a made-up helpdesk does.
    pub(super) fn read(path: &Path) -> Result<Self, Box<dyn Error>> {
        let document: Value = serde_json::from_str(&fs::read_to_string(path)?)?;
        let schemas = object(&document["components"]["schemas"])?;
        let paths = object(&document["paths"])?;
        let collections = paths.iter().filter(|(path, _)| !path.contains('{'));
        let resources = collections
            .map(|(path, operations)| Resource::read(path, operations, schemas))
            .collect::<Result<Vec<_>, _>>()?;
        let operations = paths.values().map(|path| path.as_object().map_or(0, Map::len));
        if operations.sum::<usize>() != 5 * resources.len() {
            return Err("a resource of the document has not five operations".into());
        }
        if !resources.iter().any(|resource| resource.plural == "tickets") {
            return Err("the document has no tickets".into());
        }
        Ok(Self { resources })
    }
}

impl Resource {
    fn read(
        path: &str,
        operations: &Value,
        schemas: &Map<String, Value>,
    ) -> Result<Self, Box<dyn Error>> {
        let create = &operations["put"];
        let singular = text(&create["operationId"])?.trim_start_matches("create_").to_owned();
        let input = schema_name(&create["requestBody"]["content"]["application/json"]["schema"])?;
        let pascal = input.trim_end_matches("Input").to_owned();
        let schema = |suffix: &str| {
            let name = format!("{pascal}{suffix}");
            schemas.get(&name).ok_or_else(|| format!("the document has no schema {name}"))
        };
        let parameters = array(&operations["get"]["parameters"])?.iter().map(Field::parameter);
        let values =
            array(&schema("Status")?["enum"])?.iter().map(|value| text(value).map(str::to_owned));
        Ok(Self {
            singular,
            plural: path.trim_start_matches('/').to_owned(),
            parameters: parameters.collect::<Result<_, _>>()?,
            fields: Field::all(schema("")?)?,
            input: Field::all(schema("Input")?)?,
            detail: Field::all(schema("Detail")?)?,
            values: values.collect::<Result<_, _>>()?,
            pascal,
        })
    }
}

impl Field {
    fn all(schema: &Value) -> Result<Vec<Self>, Box<dyn Error>> {
        let required = schema["required"].as_array().map_or(&[][..], Vec::as_slice);
        let fields = object(&schema["properties"])?.iter();
        fields
            .map(|(name, schema)| {
                Ok(Self {
                    name: name.clone(),
                    docs: schema["description"].as_str().map(str::to_owned),
                    is_required: required.iter().any(|required| required == name),
                    shape: Shape::of(schema)?,
                })
            })
            .collect()
    }

    fn parameter(parameter: &Value) -> Result<Self, Box<dyn Error>> {
        Ok(Self {
            name: text(&parameter["name"])?.to_owned(),
            docs: parameter["description"].as_str().map(str::to_owned),
            is_required: parameter["required"] == true,
            shape: Shape::of(&parameter["schema"])?,
        })
    }
}

impl Shape {
    fn of(schema: &Value) -> Result<Self, Box<dyn Error>> {
        if schema["$ref"].is_string() {
            return Ok(Self::Named(schema_name(schema)?.to_owned()));
        }
        Ok(match (text(&schema["type"])?, schema["format"].as_str()) {
            ("boolean", None) => Self::Boolean,
            ("string", Some("date-time")) => Self::DateTime,
            ("integer", Some("int32")) => Self::Integer32,
            ("integer", Some("int64")) => Self::Integer64,
            ("number", Some("double")) => Self::Number,
            ("string", None) => Self::Text,
            ("array", None) => Self::List(Box::new(Self::of(&schema["items"])?)),
            ("object", None) => Self::Map(Box::new(Self::of(&schema["additionalProperties"])?)),
            _ => return Err(format!("no type is known for {schema}").into()),
        })
    }
}

/// The name of the schema that is referred to.
fn schema_name(reference: &Value) -> Result<&str, Box<dyn Error>> {
    let path = text(&reference["$ref"])?;
    Ok(path.rsplit('/').next().unwrap_or(path))
}

fn text(value: &Value) -> Result<&str, Box<dyn Error>> {
    value.as_str().ok_or_else(|| format!("{value} is no text").into())
}

fn array(value: &Value) -> Result<&[Value], Box<dyn Error>> {
    Ok(value.as_array().ok_or_else(|| format!("{value} is no list"))?)
}

fn object(value: &Value) -> Result<&Map<String, Value>, Box<dyn Error>> {
    Ok(value.as_object().ok_or_else(|| format!("{value} is no object"))?)
}
