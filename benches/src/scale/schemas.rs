//! Fields and types of a description, from the schemas of a document.

use std::borrow::Borrow;

use indexmap::IndexMap;
use openapiv3::{
    AdditionalProperties, OpenAPI, Operation, ParameterData, ParameterSchemaOrContent, ReferenceOr,
    RequestBody, Response, Schema, SchemaKind, StatusCode, StringFormat, Type,
    VariantOrUnknownOrEmpty,
};

/// The schemas of a document, by their names.
pub(super) struct Schemas<'a>(Option<&'a IndexMap<String, ReferenceOr<Schema>>>);

impl<'a> Schemas<'a> {
    pub(super) fn new(document: &'a OpenAPI) -> Self {
        Self(document.components.as_ref().map(|components| &components.schemas))
    }

    /// The schema of the data that an operation answers with.
    pub(super) fn enveloped(&self, operation: &'a Operation) -> Result<&'a Schema, String> {
        let response = operation.responses.responses.get(&StatusCode::Code(200));
        let content =
            response.and_then(ReferenceOr::as_item).map(|Response { content, .. }| content);
        let schema = content.and_then(|content| content.get("application/json")?.schema.as_ref());
        let envelope = self.resolve(schema.ok_or("an answer has no schema")?)?;
        let data = object(envelope)?.properties.get("data").ok_or("an envelope has no data")?;
        match data {
            ReferenceOr::Reference { reference } => self.get(reference),
            ReferenceOr::Item(_) => Err("the data of an envelope has no name".to_owned()),
        }
    }

    /// The schema of what an operation takes.
    pub(super) fn input(&self, operation: &'a Operation) -> Result<&'a Schema, String> {
        let body = operation.request_body.as_ref().and_then(ReferenceOr::as_item);
        let content = body.map(|RequestBody { content, .. }| content);
        let schema = content.and_then(|content| content.get("application/json")?.schema.as_ref());
        self.resolve(schema.ok_or("a body has no schema")?)
    }

    /// The fields of an object, a line each. With an `input`, what is not in it is only read. The names
    /// of types that they have come to those in `named`.
    pub(super) fn fields(
        &self,
        schema: &'a Schema,
        input: Option<&'a Schema>,
        indent: &str,
        named: &mut Vec<String>,
    ) -> Result<String, String> {
        let input = input.map(object).transpose()?;
        let model = object(schema)?;
        if let Some(unread) = input.and_then(|input| {
            input.properties.keys().find(|name| !model.properties.contains_key(*name))
        }) {
            return Err(format!("{unread} is only written"));
        }
        let mut text = String::new();
        for (name, schema) in &model.properties {
            let ty = if name == "id" { "id".to_owned() } else { type_of(schema, named)? };
            let docs = docs_of(schema).unwrap_or_else(|| sentence(name));
            let access = match input {
                Some(input) if !input.properties.contains_key(name) => ", access: read_only",
                Some(input) if input.required.contains(name) => ", required: true",
                None if model.required.contains(name) => ", required: true",
                _ => "",
            };
            let optional = if model.required.contains(name) { "" } else { ", optional: true" };
            text += &format!("{indent}{name}: {{ type: {ty}{access}{optional}, docs: {docs} }}\n");
        }
        Ok(text)
    }

    /// A type with a name: an enumeration or an object.
    pub(super) fn named(&self, name: &str, named: &mut Vec<String>) -> Result<String, String> {
        let schema = self.get(name)?;
        let name = snake(short(name));
        let docs = schema.schema_data.description.clone().unwrap_or_else(|| sentence(&name));
        let head = format!("  {name}:\n    docs: {docs}\n");
        match &schema.schema_kind {
            SchemaKind::Type(Type::String(text)) if !text.enumeration.is_empty() => {
                let value = |value: &String| format!("      {value}: {}\n", sentence(value));
                let values: String = text.enumeration.iter().flatten().map(value).collect();
                Ok(format!("{head}    values:\n{values}"))
            }
            _ => {
                let fields = self.fields(schema, None, "      ", named)?;
                Ok(format!("{head}    fields:\n{fields}"))
            }
        }
    }

    /// The type of a parameter.
    pub(super) fn parameter(data: &ParameterData) -> Result<String, String> {
        match &data.format {
            ParameterSchemaOrContent::Schema(ReferenceOr::Item(schema)) => {
                plain(schema, &mut Vec::new())
            }
            _ => Err(format!("the parameter {} has no schema", data.name)),
        }
    }

    fn resolve(&self, schema: &'a ReferenceOr<Schema>) -> Result<&'a Schema, String> {
        match schema {
            ReferenceOr::Item(schema) => Ok(schema),
            ReferenceOr::Reference { reference } => self.get(reference),
        }
    }

    fn get(&self, reference: &str) -> Result<&'a Schema, String> {
        let schema = self.0.and_then(|schemas| schemas.get(short(reference))?.as_item());
        schema.ok_or_else(|| format!("there is no schema {reference}"))
    }
}

/// The type of a property, as a description has it.
fn type_of(
    schema: &ReferenceOr<impl Borrow<Schema>>,
    named: &mut Vec<String>,
) -> Result<String, String> {
    match schema {
        ReferenceOr::Item(schema) => plain(schema.borrow(), named),
        ReferenceOr::Reference { reference } => {
            if !named.contains(reference) {
                named.push(reference.clone());
            }
            Ok(snake(short(reference)))
        }
    }
}

fn plain(schema: &Schema, named: &mut Vec<String>) -> Result<String, String> {
    let SchemaKind::Type(ty) = &schema.schema_kind else {
        return Err("a schema is put together of others".to_owned());
    };
    Ok(match ty {
        Type::Boolean(_) => "boolean".to_owned(),
        Type::Integer(_) => "integer".to_owned(),
        Type::Number(_) => "number".to_owned(),
        Type::String(text) => match text.format {
            VariantOrUnknownOrEmpty::Item(StringFormat::DateTime) => "datetime".to_owned(),
            VariantOrUnknownOrEmpty::Empty => "string".to_owned(),
            _ => return Err("a text has a format".to_owned()),
        },
        Type::Array(array) => {
            let item = array.items.as_ref().ok_or("a list has items of any type")?;
            format!("list({})", type_of(item, named)?)
        }
        Type::Object(object) => match &object.additional_properties {
            Some(AdditionalProperties::Schema(schema)) => {
                format!("map({})", type_of(schema.as_ref(), named)?)
            }
            _ => return Err("an object has no name".to_owned()),
        },
    })
}

fn object(schema: &Schema) -> Result<&openapiv3::ObjectType, String> {
    match &schema.schema_kind {
        SchemaKind::Type(Type::Object(object)) => Ok(object),
        _ => Err("what should be an object is none".to_owned()),
    }
}

fn docs_of(schema: &ReferenceOr<Box<Schema>>) -> Option<String> {
    schema.as_item()?.schema_data.description.clone()
}

/// The name at the end of a reference.
fn short(reference: &str) -> &str {
    reference.rsplit('/').next().unwrap_or(reference)
}

/// `ticket_status` of `TicketStatus`.
pub(super) fn snake(name: &str) -> String {
    let mut out = String::new();
    for letter in name.chars() {
        if letter.is_ascii_uppercase() && !out.is_empty() {
            out.push('_');
        }
        out.push(letter.to_ascii_lowercase());
    }
    out
}

/// `Date created.` of `date_created`.
fn sentence(name: &str) -> String {
    let words = name.replace('_', " ");
    let mut letters = words.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(letters).chain(['.']).collect()
}
