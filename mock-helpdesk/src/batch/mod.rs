//! Several requests at once: what is asked for, and the answers put together.

mod entries;

use bytes::Bytes;
use deskpro_spec::api::{Api, Method};
use http::{HeaderMap, HeaderValue, Request, Response, header, request};
use serde_json::{Value, json};

use crate::asked::Asked;
use crate::invalid::{Invalid, Mistake};
use crate::refuse::Refusal;
use crate::{Dialect, Object, body};

/// The most requests that a batch may hold: their answers are in memory all at once.
const LIMIT: usize = 200;

const REQUESTS: &str = "requests";
const RESPONSES: &str = "responses";

/// One of the requests of a batch.
#[derive(Debug, PartialEq)]
pub(crate) struct Part {
    method: Method,
    url: String,
    payload: Option<Value>,
}

/// The requests of a batch by key, in the order they were sent.
pub(crate) fn read(
    api: &Api,
    dialect: Dialect,
    headers: &HeaderMap,
    body: &Bytes,
) -> Result<Vec<(String, Part)>, Refusal> {
    let sent = body::read_any(api, dialect, headers, body)?;
    let Value::Object(mut sent) = sent else {
        return Err(Refusal::invalid_json_body(api));
    };
    let mut invalid = Invalid::default();
    let requests = sent.remove(REQUESTS);
    let extra: Vec<&str> = sent.keys().map(String::as_str).collect();
    invalid.push_extra_fields(api, &extra);
    let requests = requests.map(|requests| entries::in_order(requests, body));
    let (requests, mistake) = match requests {
        Some(Some(requests)) => (requests, Invalid::default()),
        Some(None) => (Vec::new(), Invalid::one(api, Mistake::BadChoice)),
        None => (Vec::new(), Invalid::one(api, Mistake::Required)),
    };
    if requests.len() > LIMIT {
        let message = format!("A batch holds at most {LIMIT} requests");
        return Err(Refusal::bad_request(api, message));
    }
    let mut within = mistake;
    let mut parts = Vec::new();
    for (key, request) in requests {
        match part(api, request) {
            Ok(part) => parts.push((key, part)),
            Err(invalid) => within.push_field(format!("{REQUESTS}_{key}"), invalid),
        }
    }
    invalid.push_field(REQUESTS, within);
    if invalid.is_empty() { Ok(parts) } else { Err(Refusal::invalid_input(api, &invalid)) }
}

/// A request is an address, or an object with one.
fn part(api: &Api, request: Value) -> Result<Part, Invalid> {
    let mut members = match request {
        Value::String(url) => return Ok(Part { method: Method::Get, url, payload: None }),
        Value::Object(members) => members,
        _ => return Err(Invalid::one(api, Mistake::BadChoice)),
    };
    let (url, method) = (members.remove("url"), members.remove("method"));
    let payload = members.remove("payload").filter(|payload| !payload.is_null());
    let mut invalid = Invalid::default();
    let extra: Vec<&str> = members.keys().map(String::as_str).collect();
    invalid.push_extra_fields(api, &extra);
    let known = method.as_ref().map_or(Some(Method::Get), |method| {
        let method = method.as_str()?;
        Method::ALL.into_iter().find(|known| known.as_str().eq_ignore_ascii_case(method))
    });
    if known.is_none() {
        invalid.push_field("method", Invalid::one(api, Mistake::BadChoice));
    }
    let mistake = if url.is_some() { Mistake::BadChoice } else { Mistake::Required };
    match (url, known) {
        (Some(Value::String(url)), Some(method)) if invalid.is_empty() => {
            return Ok(Part { method, url, payload });
        }
        (Some(Value::String(_)), _) => {}
        _ => invalid.push_field("url", Invalid::one(api, mistake)),
    }
    Err(invalid)
}

impl Part {
    /// The request as if it had come alone, from the same client as the batch.
    ///
    /// Its address is seen from the root of the helpdesk (`/api/v2/tickets/1`, HMRC) or from the
    /// base path of the batch: `/articles/105` (PHP), or without the slash (Deskpro's SDK for apps).
    pub(crate) fn request(
        &self,
        api: &Api,
        batch: &Asked<'_>,
    ) -> Result<(request::Parts, Bytes), Refusal> {
        let below = self.url.strip_prefix(api.base_path.as_str());
        let is_full = below.is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?']));
        let base = if is_full { "" } else { batch.base };
        let request = Request::builder().method(self.method.as_str());
        let slash = if self.url.starts_with('/') { "" } else { "/" };
        let request = request.uri(format!("{base}{slash}{}", self.url)).body(());
        let Ok(request) = request else {
            let message = format!("The address of this request is none: {}", self.url);
            return Err(Refusal::bad_request(api, message));
        };
        let mut head = request.into_parts().0;
        head.headers = batch.head.headers.clone();
        for own in [header::CONTENT_LENGTH, header::CONTENT_TYPE, header::TRANSFER_ENCODING] {
            head.headers.remove(own);
        }
        if let Some(name) = &api.query_in_body {
            head.headers.remove(name);
        }
        let Some(payload) = &self.payload else {
            return Ok((head, Bytes::new()));
        };
        let json = HeaderValue::from_static("application/json");
        head.headers.insert(header::CONTENT_TYPE, json);
        Ok((head, Bytes::from(payload.to_string())))
    }
}

/// An answer as it stands in a batch: status and headers, and the members of its body.
pub(crate) fn answer(api: &Api, answer: &Response<Bytes>) -> Value {
    let mut headers = Object::new();
    for (name, value) in answer.headers() {
        let text = String::from_utf8_lossy(value.as_bytes());
        headers.insert(name.as_str().to_owned(), Value::from(text));
    }
    // Recorded with every answer (HMRC).
    headers.insert("cache-control".to_owned(), json!("no-cache"));
    headers.insert("status-code".to_owned(), json!(answer.status().as_u16()));
    let mut members = match serde_json::from_slice(answer.body()) {
        Ok(Value::Object(members)) => members,
        Ok(other) => Object::from_iter([(api.envelope.data.clone(), other)]),
        Err(_) => text(answer.body())
            .map(|text| Object::from_iter([(api.envelope.data.clone(), Value::from(text))]))
            .unwrap_or_default(),
    };
    let maps = [Some(&api.envelope.meta), api.envelope.linked.as_ref()];
    for member in maps.into_iter().flatten() {
        if let Some(map) = members.get_mut(member).filter(|map| **map == json!({})) {
            *map = json!([]);
        }
    }
    if answer.status().is_client_error() || answer.status().is_server_error() {
        members.entry("errors").or_insert(Value::Null);
    }
    members.insert("headers".to_owned(), Value::Object(headers));
    Value::Object(members)
}

/// The answers of a batch by key; a list where the keys are the places of a list, as PHP writes it.
pub(crate) fn answers(answers: Vec<(String, Value)>) -> Value {
    let is_list = answers.iter().enumerate().all(|(place, (key, _))| *key == place.to_string());
    let answers = match is_list {
        true => answers.into_iter().map(|(_, answer)| answer).collect(),
        false => Value::Object(answers.into_iter().collect()),
    };
    json!({ RESPONSES: answers })
}

/// What is no JSON is answered as the text it is.
fn text(body: &Bytes) -> Option<&str> {
    std::str::from_utf8(body).ok().filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listed(keys: &[&str]) -> bool {
        let all = keys.iter().map(|key| ((*key).to_owned(), json!(1))).collect();
        answers(all)[RESPONSES].is_array()
    }

    #[test]
    fn answers_are_a_list_where_php_makes_it_one() {
        for list in [&[][..], &["0"], &["0", "1", "2"]] {
            assert!(listed(list), "{list:?}");
        }
        for map in [&["1"][..], &["0", "2"], &["1", "0"], &["a"], &["00"], &["0", "1", "x"]] {
            assert!(!listed(map), "{map:?}");
        }
    }
}
