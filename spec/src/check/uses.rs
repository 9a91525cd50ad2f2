//! Which types are read and which are written.

use crate::api::{Api, Field, Payload, Type, TypeKind};

/// Which way a type goes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Read,
    Written,
}

/// Marks every type that some response or some request holds.
pub(super) fn mark(api: &mut Api) {
    let mut read = Vec::new();
    let mut written = Vec::new();
    for resource in &api.resources {
        held(Way::Read, &resource.fields, &mut read);
        written.extend(resource.path.parameters.iter().map(|parameter| parameter.ty.clone()));
        for operation in &resource.operations {
            if let Payload::Type(id) = operation.returns {
                read.push(Type::Named(id));
            }
            let body = operation.body.iter().flat_map(|body| &body.fields);
            written.extend(body.map(|field| field.ty.clone()));
            written.extend(operation.query.iter().map(|parameter| parameter.ty.clone()));
            written.extend(operation.path.parameters.iter().map(|it| it.ty.clone()));
        }
    }
    spread(api, Way::Read, read);
    spread(api, Way::Written, written);
}

/// Marks types and all that they hold in turn.
fn spread(api: &mut Api, way: Way, mut left: Vec<Type>) {
    while let Some(ty) = left.pop() {
        let id = match ty {
            Type::List(item) | Type::Map(item) => {
                left.push(*item);
                continue;
            }
            Type::Named(id) => id,
            _ => continue,
        };
        let def = &mut api.types[id.0];
        let mark = if way == Way::Read { &mut def.is_read } else { &mut def.is_written };
        if std::mem::replace(mark, true) {
            continue;
        }
        match &def.kind {
            TypeKind::Enum(_) => {}
            TypeKind::Object(fields) => held(way, fields, &mut left),
            TypeKind::OneOf(choices) => left.extend(choices.iter().map(|choice| choice.ty.clone())),
        }
    }
}

fn held(way: Way, fields: &[Field], into: &mut Vec<Type>) {
    into.extend(fields.iter().filter_map(|field| match way {
        Way::Read => field.access.is_read().then(|| field.ty.clone()),
        Way::Written => field.access.is_created().then(|| field.write_type().clone()),
    }));
}
