//! Forms: their files and fields, checked against what the operation takes.

use bytes::Bytes;
use deskpro_spec::api::{Api, FilePart, InputField, Operation, Type, TypeKind};
use http::{HeaderMap, header};
use serde_json::Value;

use super::parts::{self, Part};
use super::validate::{Expected, Validator};
use super::{File, Sent};
use crate::invalid::{Invalid, Mistake};
use crate::refuse::Refusal;

/// What is said of a file that does not say what it is.
const ANY_BYTES: &str = "application/octet-stream";

/// The files and fields of a form. Of parts of the same name the last one counts.
pub(super) fn read(
    api: &Api,
    operation: &Operation,
    described: &[FilePart],
    headers: &HeaderMap,
    body: &Bytes,
) -> Result<Sent, Refusal> {
    let content_type = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let parts = match content_type {
        None if body.is_empty() => Vec::new(),
        content_type => parts::read(content_type.unwrap_or_default(), body)
            .map_err(|message| Refusal::bad_request(api, message))?,
    };
    let inputs = operation.body.as_ref().map_or(&[][..], |body| &body.fields);
    let mut sent = Sent::default();
    for part in parts {
        let is_file = described.iter().any(|file| file.name == part.name);
        match part.file_name.clone() {
            Some(name) if is_file => sent.files.push(file(part, name)),
            // What is no file where one is expected is an unknown field, as PHP sees it.
            _ => {
                let value = value(api, inputs, &part);
                sent.fields.insert(part.name, value);
            }
        }
    }
    let invalid = mistakes(api, described, inputs, &sent);
    if invalid.is_empty() { Ok(sent) } else { Err(Refusal::invalid_input(api, &invalid)) }
}

fn file(part: Part, name: String) -> File {
    let content_type = part.content_type.unwrap_or_else(|| ANY_BYTES.to_owned());
    File { part: part.name, name, content_type, bytes: part.bytes }
}

/// What the text of a part says: what is no text is written as JSON.
fn value(api: &Api, inputs: &[InputField], part: &Part) -> Value {
    let text = String::from_utf8_lossy(&part.bytes).into_owned();
    let input = inputs.iter().find(|input| input.name == part.name);
    let is_text = input.is_none_or(|input| match &input.ty {
        Type::String | Type::DateTime | Type::Date => true,
        Type::Named(id) => matches!(api[*id].kind, TypeKind::Enum(_)),
        _ => false,
    });
    if is_text {
        return Value::String(text);
    }
    serde_json::from_str(&text).unwrap_or(Value::String(text))
}

fn mistakes(api: &Api, described: &[FilePart], inputs: &[InputField], sent: &Sent) -> Invalid {
    let expected: Vec<_> = inputs.iter().map(Expected::from).collect();
    let mut invalid = Validator { api }.object(&expected, &sent.fields);
    for file in described.iter().filter(|file| file.required) {
        if sent.files.iter().all(|sent| sent.part != file.name) {
            invalid.push_field(file.name.as_str(), Invalid::one(api, Mistake::Required));
        }
    }
    invalid
}
