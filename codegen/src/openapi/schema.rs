//! Types as schemas, in the words of either version of OpenAPI.

use deskpro_spec::api::{Api, Type, TypeKind};
use serde_json::{Value, json};

use super::OpenApiVersion;
use super::extension::{Members, reference};
use super::names::Names;

/// Which way a value goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// From the helpdesk.
    Read,
    /// To the helpdesk.
    Write,
}

/// Turns types into schemas.
#[derive(Debug, Clone, Copy)]
pub(super) struct Schemas<'a> {
    pub(super) api: &'a Api,
    pub(super) names: &'a Names,
    pub(super) version: OpenApiVersion,
}

/// A date with time in the API's own format, which RFC 3339, and so `date-time`, does not have:
/// there is no colon in the offset.
const DATE_TIME: &str = "deskpro-date-time";

impl Schemas<'_> {
    /// The schema of a value that is not null.
    pub(super) fn of(&self, ty: &Type, way: Way) -> Value {
        match ty {
            Type::String => json!({ "type": "string" }),
            Type::Integer => json!({ "type": "integer", "format": "int64" }),
            Type::Number => json!({ "type": "number", "format": "double" }),
            Type::Boolean => json!({ "type": "boolean" }),
            Type::DateTime => json!({ "type": "string", "format": DATE_TIME }),
            Type::Date => json!({ "type": "string", "format": "date" }),
            Type::Json => json!({}),
            Type::Id(id) => match self.api[*id].id {
                Some(Type::String) => json!({ "type": "string" }),
                _ => json!({ "type": "integer", "format": "int64", "minimum": 0 }),
            },
            Type::Ref(id) if way == Way::Read => {
                let object = reference("schemas", self.names.resource(*id));
                json!({ "anyOf": [self.of(&Type::Id(*id), way), object] })
            }
            Type::Ref(id) => self.of(&Type::Id(*id), way),
            Type::List(item) => json!({ "type": "array", "items": self.of(item, way) }),
            Type::Map(item) => {
                json!({ "type": "object", "additionalProperties": self.of(item, way) })
            }
            Type::Named(id) => {
                let input = self.names.input(*id).filter(|_| way == Way::Write);
                reference("schemas", input.unwrap_or_else(|| self.names.ty(*id)))
            }
        }
    }

    /// Whether a value may be text that is more than a date.
    pub(super) fn may_be_text(&self, ty: &Type) -> bool {
        match ty {
            Type::String => true,
            Type::Named(id) => match &self.api[*id].kind {
                TypeKind::Enum(_) => true,
                TypeKind::Object(_) => false,
                TypeKind::OneOf(choices) => {
                    choices.iter().any(|choice| matches!(choice.ty, Type::String))
                }
            },
            _ => false,
        }
    }

    /// The same schema where null is possible too.
    pub(super) fn or_null(&self, schema: Value) -> Value {
        let Value::Object(mut members) = schema else { return schema };
        match (members.remove("type"), self.version) {
            (Some(ty), OpenApiVersion::V3_0) => {
                members.insert("type".to_owned(), ty);
                members.insert("nullable".to_owned(), true.into());
                Value::Object(members)
            }
            (Some(ty), OpenApiVersion::V3_1) => {
                members.insert("type".to_owned(), json!([ty, "null"]));
                Value::Object(members)
            }
            // Anything may be null.
            (None, _) if members.is_empty() => Value::Object(members),
            (None, _) => match members.remove("anyOf") {
                Some(Value::Array(mut choices)) => {
                    choices.push(self.null());
                    json!({ "anyOf": choices })
                }
                _ => json!({ "anyOf": [members, self.null()] }),
            },
        }
    }

    /// The schema of null. 3.0 has no type for it, and heeds `nullable` beside a type only.
    fn null(&self) -> Value {
        match self.version {
            OpenApiVersion::V3_0 => json!({ "type": "object", "nullable": true, "enum": [null] }),
            OpenApiVersion::V3_1 => json!({ "type": "null" }),
        }
    }

    /// The same schema with what is said of it.
    pub(super) fn saying(&self, schema: Value, says: Members) -> Value {
        let Value::Object(members) = schema else { return schema };
        if says.is_empty() {
            return Value::Object(members);
        }
        // Beside a reference 3.0 reads nothing.
        let mut members = match self.version {
            OpenApiVersion::V3_0 => without_reference(members),
            OpenApiVersion::V3_1 => members,
        };
        members.extend(says.into_map());
        Value::Object(members)
    }

    /// The schema of bytes.
    pub(super) fn bytes(&self) -> Value {
        let media_type = match self.version {
            OpenApiVersion::V3_0 => None,
            OpenApiVersion::V3_1 => Some("application/octet-stream"),
        };
        // 3.1 has no `binary`, which most of its tools still look for.
        let schema = Members::default().with("type", "string").with("format", "binary");
        schema.with("contentMediaType", media_type).object()
    }

    /// Adds an example to what is said of a schema.
    pub(super) fn example(&self, says: Members, example: Option<&Value>) -> Members {
        match self.version {
            OpenApiVersion::V3_0 => says.with_any("example", example.cloned()),
            OpenApiVersion::V3_1 => says.with_any("examples", example.map(|it| json!([it]))),
        }
    }
}

/// A reference as the only one of several schemas that all must hold.
fn without_reference(
    mut members: serde_json::Map<String, Value>,
) -> serde_json::Map<String, Value> {
    if let Some(target) = members.remove("$ref") {
        members.insert("allOf".to_owned(), json!([{ "$ref": target }]));
    }
    members
}
