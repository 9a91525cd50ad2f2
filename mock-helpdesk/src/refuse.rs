//! Refusals: why a request is not answered with what it asked for.

use bytes::Bytes;
use deskpro_spec::api::{Api, Method};
use http::{HeaderValue, Response, header};
use serde_json::{Value, json};

use crate::Dialect;
use crate::invalid::Invalid;
use crate::response;

/// A request that is not answered with what it asked for.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Refusal {
    pub(crate) status: u16,
    pub(crate) code: String,
    pub(crate) message: String,
    /// The tree of detailed errors.
    pub(crate) errors: Option<Box<Value>>,
    /// The methods that the path takes instead.
    pub(crate) allow: Vec<Method>,
    /// The seconds after which to try again.
    pub(crate) retry_after: Option<u64>,
}

impl Refusal {
    /// The request is not one of this API; the text says what is wrong with it.
    pub(crate) fn bad_request(api: &Api, message: impl Into<String>) -> Self {
        Self { message: message.into(), ..Self::with_code(api, "bad_request", 400) }
    }

    /// The body is no JSON object.
    pub(crate) fn invalid_json_body(api: &Api) -> Self {
        Self::with_code(api, "invalid_json_body", 400)
    }

    /// The body holds what the operation does not take.
    pub(crate) fn invalid_input(api: &Api, invalid: &Invalid) -> Self {
        let errors = Some(Box::new(invalid.to_json()));
        Self { errors, ..Self::with_code(api, "invalid_input", 400) }
    }

    /// The credentials are missing or not known.
    pub(crate) fn unauthorized(api: &Api) -> Self {
        Self::with_code(api, "unauthorized", 401)
    }

    /// The credentials are known, but not good for this.
    pub(crate) fn forbidden(api: &Api) -> Self {
        Self::with_status(api, 403)
    }

    /// There is no such thing.
    pub(crate) fn not_found(api: &Api) -> Self {
        Self::with_code(api, "not_found", 404)
    }

    /// The path takes other methods only.
    pub(crate) fn method_not_allowed(api: &Api, allow: Vec<Method>) -> Self {
        Self { allow, ..Self::with_status(api, 405) }
    }

    /// A refusal with this code, worded as described; `status` is for codes not described.
    pub(crate) fn with_code(api: &Api, code: &str, status: u16) -> Self {
        let known = api.error_codes.iter().find(|known| known.code == code);
        let message = known.map(|known| known.message.as_ref().unwrap_or(&known.docs));
        Self {
            status: known.map_or(status, |known| known.status),
            code: code.to_owned(),
            message: message.map_or_else(|| code.replace('_', " "), |text| text.trim().to_owned()),
            errors: None,
            allow: Vec::new(),
            retry_after: None,
        }
    }

    /// A refusal with this status: its first described code, or else the name of the status.
    pub(crate) fn with_status(api: &Api, status: u16) -> Self {
        if let Some(known) = api.error_codes.iter().find(|known| known.status == status) {
            return Self::with_code(api, &known.code, status);
        }
        let described = api.status(status);
        let reason = http::StatusCode::from_u16(status).ok().and_then(|it| it.canonical_reason());
        let reason = reason.unwrap_or("Unknown status");
        let code = described.map_or_else(|| snake_case(reason), |it| it.name.clone());
        Self { message: reason.to_owned(), ..Self::with_code(api, &code, status) }
    }

    /// The answer that says so.
    pub(crate) fn response(&self, dialect: Dialect) -> Response<Bytes> {
        let mut body = json!({ "status": self.status, "code": self.code, "message": self.message });
        if let (Some(errors), Some(body)) = (&self.errors, body.as_object_mut()) {
            body.insert("errors".to_owned(), Value::clone(errors));
        }
        let mut answer = response::json(self.status, &body, dialect);
        if let Some(seconds) = self.retry_after {
            answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        if self.allow.is_empty() { answer } else { response::allowing(answer, &self.allow) }
    }
}

fn snake_case(text: &str) -> String {
    text.to_ascii_lowercase().replace([' ', '-', '\''], "_")
}
