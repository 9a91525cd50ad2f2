//! Bodies that operations take, more or less.

use deskpro_spec::api::{Api, BodyFormat, Operation, Type, TypeKind};
use serde_json::{Map, Value, json};

use super::dice::Dice;
use super::form;

/// A body with its content type.
pub(crate) fn body(api: &Api, operation: &Operation, dice: &mut Dice<'_>) -> (String, Vec<u8>) {
    let json = "application/json".to_owned();
    if dice.one_in(16) {
        return (dice.text(), dice.bytes());
    }
    let Some(body) = &operation.body else {
        return (json, Vec::new());
    };
    match &body.format {
        BodyFormat::Object => {
            let mut sent = Map::new();
            for field in &body.fields {
                if field.required || dice.one_in(3) {
                    sent.insert(field.name.clone(), value(api, &field.ty, dice, 4));
                }
            }
            if dice.one_in(8) {
                sent.insert(dice.text(), dice.json());
            }
            (json, Value::Object(sent).to_string().into_bytes())
        }
        BodyFormat::Json { .. } => (json, dice.json().to_string().into_bytes()),
        BodyFormat::Raw { media_type, .. } => (media_type.clone(), dice.bytes()),
        BodyFormat::Form(files) => {
            let names: Vec<_> = files.iter().map(|file| file.name.as_str()).collect();
            form::form(&names, dice)
        }
    }
}

/// A value of a type, or now and then any other.
pub(crate) fn value(api: &Api, ty: &Type, dice: &mut Dice<'_>, depth: u8) -> Value {
    let Some(below) = depth.checked_sub(1) else { return Value::Null };
    if dice.one_in(10) {
        return dice.json();
    }
    match ty {
        Type::String => json!(dice.text()),
        Type::Integer => json!(i64::from(dice.byte()) - 3),
        Type::Number => json!(f64::from(dice.byte()) / 4.0),
        Type::Boolean => json!(dice.one_in(2)),
        Type::DateTime => json!("2025-05-01T08:02:02+0000"),
        Type::Date => json!("2025-05-01"),
        Type::Json => dice.json(),
        Type::Id(_) | Type::Ref(_) => json!(dice.byte() % 5),
        Type::List(item) => (0..dice.byte() % 3).map(|_| value(api, item, dice, below)).collect(),
        Type::Map(item) => {
            let entries = 0..dice.byte() % 3;
            let entries = entries.map(|_| (dice.text(), value(api, item, dice, below)));
            Value::Object(entries.collect())
        }
        Type::Named(id) => match &api[*id].kind {
            TypeKind::Enum(values) => json!(dice.pick(values).value),
            TypeKind::OneOf(choices) => value(api, &dice.pick(choices).ty, dice, below),
            TypeKind::Object(fields) => {
                let mut sent = Map::new();
                for field in fields.iter().filter(|field| field.access.is_created()) {
                    if field.required || dice.one_in(2) {
                        sent.insert(
                            field.name.clone(),
                            value(api, field.write_type(), dice, below),
                        );
                    }
                }
                Value::Object(sent)
            }
        },
    }
}
