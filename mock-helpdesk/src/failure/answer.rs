//! What a failure makes of an answer.

use bytes::Bytes;
use deskpro_spec::api::Api;
use http::{Response, StatusCode};
use serde_json::{Value, json};

use super::{Failure, Kind};
use crate::delivery::{Delivery, Ending};
use crate::refuse::Refusal;
use crate::{Dialect, Object, response};

/// The field that no description knows.
const UNKNOWN_FIELD: &str = "deskpro_mock_unknown_field";

const HTML: &str = "<!DOCTYPE html>\n<html><head><title>Bad gateway</title></head>\
    <body><h1>The helpdesk cannot be reached</h1></body></html>\n";

/// What comes of a request that is met by a failure.
pub(crate) enum Verdict {
    /// It is not carried out; this is the answer.
    Instead(Response<Bytes>),
    /// It is carried out, and its answer spoiled then.
    Afterwards,
}

impl Failure {
    /// What comes of the request.
    pub(crate) fn verdict(&self, api: &Api, dialect: Dialect) -> Verdict {
        let mut refusal = match &self.kind {
            Kind::Code(code) => Refusal::with_code(api, code, 400),
            Kind::Status => Refusal::with_status(api, self.status.unwrap_or(500)),
            Kind::HtmlPage => {
                let page = response::with_body(502, "text/html", HTML.into());
                return Verdict::Instead(self.finish(page));
            }
            Kind::Reset => return Verdict::Instead(self.finish(response::empty(502))),
            _ => return Verdict::Afterwards,
        };
        refusal.status = self.status.unwrap_or(refusal.status);
        refusal.message = self.message.clone().unwrap_or(refusal.message);
        refusal.errors = self.errors.clone().map(Box::new);
        Verdict::Instead(self.finish(refusal.response(dialect)))
    }

    /// The answer, made from the right one, where the request was carried out.
    pub(crate) fn spoil(&self, api: &Api, mut right: Response<Bytes>) -> Response<Bytes> {
        let data = |data: String| Bytes::from(json!({ &api.envelope.data: data }).to_string());
        let whole = std::mem::take(right.body_mut());
        *right.body_mut() = match &self.kind {
            Kind::CutOff => whole.slice(..whole.len() / 2),
            Kind::Malformed => Bytes::from_static(b"{\"data\": [1, 2,, \xFF}"),
            Kind::WrongType => data("This is text.".to_owned()),
            Kind::UnknownField => with_unknown_fields(&whole).unwrap_or(whole),
            Kind::HugeBody(bytes) => data("x".repeat(*bytes)),
            Kind::Right | Kind::Truncated | Kind::Stalled => whole,
            Kind::EmptyBody | Kind::Code(_) | Kind::Status | Kind::HtmlPage | Kind::Reset => {
                Bytes::new()
            }
        };
        self.finish(right)
    }

    fn finish(&self, mut response: Response<Bytes>) -> Response<Bytes> {
        if let Some(status) = self.status {
            let status = StatusCode::from_u16(status).ok().filter(|it| !it.is_informational());
            *response.status_mut() = status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        }
        if let Some(seconds) = self.retry_after {
            response.headers_mut().insert(http::header::RETRY_AFTER, seconds.into());
        }
        let ending = match self.kind {
            Kind::Truncated => Ending::Truncated,
            Kind::Stalled => Ending::Stalled,
            Kind::Reset => Ending::Reset,
            _ => Ending::Whole,
        };
        Delivery { delay: self.delay, ending }.add_to(&mut response);
        response
    }
}

/// The same JSON with a field more in every object; `None` when it is no JSON.
fn with_unknown_fields(body: &Bytes) -> Option<Bytes> {
    let mut json: Value = serde_json::from_slice(body).ok()?;
    add_unknown_fields(&mut json);
    Some(Bytes::from(json.to_string()))
}

/// The depth is bounded: what is sent was read or made up before.
fn add_unknown_fields(value: &mut Value) {
    match value {
        Value::Object(object) => {
            object.values_mut().for_each(add_unknown_fields);
            let unknown = Object::from_iter([("since".to_owned(), json!([2026, null]))]);
            object.insert(UNKNOWN_FIELD.to_owned(), Value::Object(unknown));
        }
        Value::Array(items) => items.iter_mut().for_each(add_unknown_fields),
        _ => {}
    }
}
