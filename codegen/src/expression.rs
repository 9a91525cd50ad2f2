//! Types as the YAML writes them.

use deskpro_spec::api::{Api, Type};

/// A type as the YAML writes it: `list(id(people))`, `tickets.ticket_status?`.
pub(crate) fn expression(api: &Api, ty: &Type, nullable: bool) -> String {
    let text = match ty {
        Type::String => "string".to_owned(),
        Type::Integer => "integer".to_owned(),
        Type::Number => "number".to_owned(),
        Type::Boolean => "boolean".to_owned(),
        Type::DateTime => "datetime".to_owned(),
        Type::Date => "date".to_owned(),
        Type::Json => "json".to_owned(),
        Type::Id(id) => format!("id({})", api[*id].name),
        Type::Ref(id) => format!("ref({})", api[*id].name),
        Type::List(item) => format!("list({})", expression(api, item, false)),
        Type::Map(item) => format!("map({})", expression(api, item, false)),
        Type::Named(id) => match api[*id].owner {
            Some(owner) => format!("{}.{}", api[owner].name, api[*id].name),
            None => api[*id].name.clone(),
        },
    };
    if nullable { text + "?" } else { text }
}
