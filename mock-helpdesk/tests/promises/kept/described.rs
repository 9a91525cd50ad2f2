//! Requests for described operations, with something wrong in path, query or body.

use bytes::Bytes;
use deskpro_mock::{Dialect, Helpdesk};
use deskpro_spec::api::{Operation, Resource, Segment, Type, TypeKind};
use http::{Request, header};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;

use super::desk::{api, ask, desk};
use super::dice::Dice;
use super::{body, fits};

/// How many requests one helpdesk answers: what some did may matter to others.
const REQUESTS: u8 = 8;

/// A request, and the operation that it was made for.
pub(crate) struct Made<'a> {
    pub(crate) operation: &'a Operation,
    pub(crate) method: &'static str,
    /// With its query, from the root of the helpdesk.
    pub(crate) address: String,
    pub(crate) content_type: String,
    pub(crate) body: Vec<u8>,
}

/// Asks for operations that these bytes pick.
pub(crate) fn check(bytes: &[u8]) {
    let mut dice = Dice::new(bytes);
    let dialect = *dice.pick(&[Dialect::Guide, Dialect::Live]);
    let desk = desk(dialect);
    for _ in 0..REQUESTS {
        if dice.is_over() {
            break;
        }
        let made = make(&desk, &mut dice);
        let request = Request::builder().method(made.method).uri(&made.address);
        let request = request.header(header::CONTENT_TYPE, &made.content_type);
        let Ok(request) = request.body(Bytes::from(made.body)) else { continue };
        let answer = ask(&desk, request);
        let status = answer.status().as_u16();
        let Some(success) = made.operation.success.iter().find(|it| it.status == status) else {
            continue;
        };
        if let Ok(body) = serde_json::from_slice::<Value>(answer.body()) {
            let wrong = fits::mistake(api(), made.operation, success.shape, &body);
            let line = format!("{} {}", made.method, made.address);
            assert!(wrong.is_none(), "{line}: {}\n{body}", wrong.unwrap_or_default());
        }
    }
}

/// A request for one of the operations.
pub(crate) fn make<'a>(desk: &Helpdesk, dice: &mut Dice<'_>) -> Made<'a> {
    let api = api();
    let resource: &Resource = dice.pick(&api.resources);
    let operation = dice.pick(&resource.operations);
    let other = operation.method.other().filter(|_| operation.negotiable);
    let other = other.filter(|_| desk.dialect() == Dialect::Live);
    let (content_type, body) = body::body(api, operation, dice);
    Made {
        operation,
        method: other.unwrap_or(operation.method).as_str(),
        address: format!("{}{}{}", api.base_path, path(operation, dice), query(operation, dice)),
        content_type,
        body,
    }
}

/// Mostly the path of something that is there.
fn path(operation: &Operation, dice: &mut Dice<'_>) -> String {
    let mut path = String::new();
    for segment in &operation.path.segments {
        path.push('/');
        for part in segment {
            match part {
                Segment::Text(text) => path.push_str(text),
                Segment::Parameter(at) => {
                    let name = name(&operation.path.parameters[*at].ty, dice);
                    path.extend(utf8_percent_encode(&name, NON_ALPHANUMERIC));
                }
            }
        }
    }
    path
}

fn name(ty: &Type, dice: &mut Dice<'_>) -> String {
    if dice.one_in(8) {
        return dice.text();
    }
    match ty {
        Type::Named(id) => match &api()[*id].kind {
            TypeKind::Enum(values) => dice.pick(values).value.clone(),
            TypeKind::Object(_) | TypeKind::OneOf(_) => dice.text(),
        },
        _ => (dice.byte() % 4 + 1).to_string(),
    }
}

fn query(operation: &Operation, dice: &mut Dice<'_>) -> String {
    let mut query = "?".to_owned();
    for parameter in &operation.query {
        if !parameter.required && !dice.one_in(5) {
            continue;
        }
        let text = match (&parameter.example, dice.one_in(3)) {
            (Some(Value::String(example)), false) => example.clone(),
            (Some(example), false) => example.to_string().replace(['[', ']', '"'], ""),
            _ => dice.text(),
        };
        query.push_str(&parameter.name);
        query.push('=');
        query.extend(utf8_percent_encode(&text, NON_ALPHANUMERIC));
        query.push('&');
    }
    if dice.one_in(4) {
        query.push_str("follow_location=1");
    }
    query
}
