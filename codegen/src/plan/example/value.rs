//! Values in examples, as Rust expressions.

use deskpro_spec::api::{Operation, PathParameter, ResourceId, Type, TypeId, TypeKind};
use serde_json::Value;

use crate::plan::Context;

/// Makes expressions for values: of the examples of the description where there are any.
pub(super) struct Values<'a> {
    pub(super) context: &'a Context<'a>,
    pub(super) krate: &'a str,
}

impl Values<'_> {
    /// A value for a parameter of a path: what names the resource where that is a text.
    pub(super) fn in_path(
        &self,
        resource: ResourceId,
        operation: Option<&Operation>,
        parameter: &PathParameter,
    ) -> String {
        let named = |(name, _): &&(String, String)| *name == parameter.name;
        let mut fields = self.context.api[resource].fields.iter();
        let field = fields.find(|field| field.name == parameter.name);
        let held = field.filter(|field| field.access.is_read()).and_then(|it| it.example.clone());
        let sent = || {
            let examples = operation.into_iter().flat_map(|operation| &operation.examples);
            let mut sent = examples.flat_map(|example| &example.request.parameters);
            sent.find(named).map(|(_, value)| Value::from(value.as_str()))
        };
        let example = held.or_else(sent);
        self.of(&parameter.ty, example.as_ref().filter(|_| parameter.ty == Type::String))
    }

    /// An expression for a value of this type.
    pub(super) fn of(&self, ty: &Type, example: Option<&Value>) -> String {
        let krate = self.krate;
        match ty {
            Type::String => literal(example, "text"),
            Type::Integer => match example {
                Some(Value::Number(number)) if number.is_i64() => number.to_string(),
                _ => "1".to_owned(),
            },
            Type::Number => "1.5".to_owned(),
            Type::Boolean => "true".to_owned(),
            Type::DateTime => {
                let example = literal(example, "2025-05-01T08:02:02+0000");
                format!("{example}.parse::<{krate}::DateTime>()?")
            }
            Type::Date => format!("{}.parse::<{krate}::Date>()?", literal(example, "2025-05-01")),
            Type::Json => format!("{krate}::Json::from({})", literal(example, "text")),
            Type::Id(id) if self.context.names[*id].id.is_some() => "13".to_owned(),
            Type::Id(_) => "13u64".to_owned(),
            Type::Ref(_) => "13".to_owned(),
            Type::List(item) => {
                let first = example.and_then(|example| example.as_array()?.first());
                format!("[{}]", self.of(item, first))
            }
            Type::Map(item) => self.map(item, example),
            Type::Named(id) => self.named(*id, example),
        }
    }

    /// Whether one literal says it all; an example of `null` shows nothing.
    pub(super) fn is_plain(&self, ty: &Type, example: Option<&Value>) -> bool {
        let is_null = example.is_some_and(Value::is_null);
        match ty {
            Type::String | Type::Boolean => !is_null,
            Type::Named(id) => matches!(self.context.api[*id].kind, TypeKind::Enum(_)),
            _ => false,
        }
    }

    /// A map with one entry: the values of a map are converted by nobody.
    fn map(&self, item: &Type, example: Option<&Value>) -> String {
        let first = example.and_then(|example| example.as_object()?.iter().next());
        let key = first.map_or("7", |(key, _)| key);
        let value = self.of(item, first.map(|(_, value)| value));
        match item {
            Type::Json | Type::Integer | Type::Number | Type::Boolean => {
                format!("[({key:?}, {value})]")
            }
            Type::Id(_) | Type::Ref(_) => format!("[({key:?}, 13u64.into())]"),
            _ => format!("[({key:?}, {value}.into())]"),
        }
    }

    fn named(&self, id: TypeId, example: Option<&Value>) -> String {
        match &self.context.api[id].kind {
            TypeKind::Enum(values) => {
                literal(example, values.first().map_or("text", |value| &value.value))
            }
            TypeKind::OneOf(choices) => {
                // An id says most with least.
                let id = choices.iter().find(|choice| matches!(choice.ty, Type::Id(_)));
                match id.or(choices.first()) {
                    Some(choice) => self.of(&choice.ty, None),
                    None => "Default::default()".to_owned(),
                }
            }
            TypeKind::Object(fields) => {
                let required =
                    fields.iter().filter(|field| field.required && field.access.is_created());
                let arguments: Vec<_> = required
                    .map(|field| self.of(field.write_type(), field.example.as_ref()))
                    .collect();
                format!("{}::new({})", self.path(id), arguments.join(", "))
            }
        }
    }

    /// `deskpro_client::tickets::NewMessage`
    fn path(&self, id: TypeId) -> String {
        let names = &self.context.names[id];
        format!("{}::{}::{}", self.krate, names.module, names.name)
    }
}

/// A Rust literal of a text.
fn literal(example: Option<&Value>, otherwise: &str) -> String {
    let text = example.and_then(Value::as_str).unwrap_or(otherwise);
    format!("{text:?}")
}
