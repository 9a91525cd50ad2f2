//! The answer to a batch, taken apart into the answers to its requests.

use std::collections::BTreeMap;

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};

use crate::{
    DecodeFault, FromResponse, Invalid, JsonReader, Kind, Response,
    transport::{BodyEnd, RawResponse},
};

/// The answers to the requests of a batch, by their places in it.
pub(super) struct Answers {
    response: Response,
    answers: BTreeMap<usize, RawResponse>,
}

impl Answers {
    /// What came for the request at this place.
    pub(super) fn answer(&self, place: usize) -> Option<&RawResponse> {
        self.answers.get(&place)
    }

    /// The answer as a whole.
    pub(super) fn response(&self) -> &Response {
        &self.response
    }
}

impl FromResponse for Answers {
    fn from_response(response: &Response) -> Result<Self, DecodeFault> {
        let mut answers = None;
        let mut json = response.json()?;
        if json.kind() != Kind::Object {
            return Err(without_responses().into());
        }
        json.object_with(&mut |name, json| match name {
            "responses" => read(json).map(|read| answers = Some(read)),
            _ => json.skip(),
        })?;
        json.end()?;
        let answers = answers.ok_or_else(without_responses)?;
        Ok(Self { response: response.clone(), answers })
    }
}

/// The key of the request at this place. It is no number, since PHP would make a list of those.
pub(super) fn key(place: usize) -> String {
    format!("r{place}")
}

fn without_responses() -> Invalid {
    Invalid::new("an object with the member `responses`", "something else", 0)
}

/// Reads `responses`: a map by our keys, or a list in their order, where PHP made one (HMRC, PHP17).
fn read(json: &mut JsonReader<'_>) -> Result<BTreeMap<usize, RawResponse>, Invalid> {
    let mut answers = BTreeMap::new();
    if json.kind() == Kind::List {
        let mut place = 0;
        json.list_with(&mut |json| {
            answers.extend(read_answer(json)?.map(|answer| (place, answer)));
            place += 1;
            Ok(())
        })?;
        return Ok(answers);
    }
    json.object_with(&mut |key, json| {
        let answer = read_answer(json)?;
        // Without the letter it is the place in a list with gaps.
        let place = key.strip_prefix('r').unwrap_or(key).parse();
        if let (Ok(place), Some(answer)) = (place, answer) {
            answers.insert(place, answer);
        }
        Ok(())
    })?;
    Ok(answers)
}

/// Reads the answer to one request: its `headers`, and beside them the members of its body.
fn read_answer(json: &mut JsonReader<'_>) -> Result<Option<RawResponse>, Invalid> {
    let mut head = Head::default();
    let mut members = Vec::new();
    match json.kind() {
        Kind::Object => json.object_with(&mut |name, json| {
            if name == "headers" {
                head = Head::default();
                return head.read(json);
            }
            if name == "status" && matches!(json.kind(), Kind::Number | Kind::String) {
                head.body_status = status(json.clone().text(str::to_owned)?.as_str());
            }
            members.push((name.to_owned(), json.raw()?));
            Ok(())
        })?,
        Kind::Null => return json.skip().map(|()| None),
        // What has no headers is a body as it came.
        _ => return Ok(Some(head.with(Bytes::copy_from_slice(json.raw()?.as_bytes())))),
    }
    Ok(Some(head.with(body(&members))))
}

/// The body that the members are of; empty where there are none, as in the answer to an update.
fn body(members: &[(String, &str)]) -> Bytes {
    if members.is_empty() {
        return Bytes::new();
    }
    let mut json = crate::Writer::new();
    let raw: Vec<super::Raw<'_>> = members.iter().map(|(_, value)| super::Raw(value)).collect();
    let named = members.iter().zip(&raw);
    json.members(&mut named.map(|((name, _), value)| (name.as_str(), value as &dyn crate::Encode)));
    json.into_text().into()
}

/// Status and headers of the answer to one request.
#[derive(Default)]
struct Head {
    status: Option<StatusCode>,
    body_status: Option<StatusCode>,
    headers: HeaderMap,
}

impl Head {
    /// Reads `headers`, where the status is one of them; PHP writes none as `[]`.
    fn read(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        if json.kind() != Kind::Object {
            return json.skip();
        }
        json.object_with(&mut |name, json| match json.kind() {
            Kind::List => json.list_with(&mut |json| self.read_value(name, json)),
            _ => self.read_value(name, json),
        })
    }

    fn read_value(&mut self, name: &str, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        if !matches!(json.kind(), Kind::String | Kind::Number | Kind::Boolean) {
            return json.skip();
        }
        let value = json.text(str::to_owned)?;
        if name.eq_ignore_ascii_case("status-code") {
            self.status = status(&value);
            return Ok(());
        }
        // What could not be a header is none.
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            // One that has no room left is dropped: nobody sends thousands.
            let _ = self.headers.try_append(name, value);
        }
        Ok(())
    }

    fn with(self, body: Bytes) -> RawResponse {
        let status = self.status.or(self.body_status).unwrap_or(StatusCode::OK);
        RawResponse { status, headers: self.headers, body, ended: BodyEnd::Complete }
    }
}

/// A status of HTTP, from its digits.
fn status(text: &str) -> Option<StatusCode> {
    text.parse().ok().and_then(|number: u16| StatusCode::from_u16(number).ok())
}

#[cfg(test)]
mod tests {
    use super::{JsonReader, RawResponse, read};

    fn answers(json: &str) -> Vec<(usize, u16, String)> {
        let read = read(&mut JsonReader::new(json.as_bytes())).unwrap();
        let text = |raw: &RawResponse| String::from_utf8(raw.body.to_vec()).unwrap();
        read.iter().map(|(place, raw)| (*place, raw.status.as_u16(), text(raw))).collect()
    }

    #[test]
    fn the_status_is_a_header_whatever_its_case_and_kind() {
        for headers in [
            r#"{"status-code": 404}"#,
            r#"{"Status-Code": "404"}"#,
            r#"{"STATUS-CODE": [404], "date": null}"#,
        ] {
            let json = format!(r#"{{"r1": {{"headers": {headers}, "status": 400}}}}"#);
            assert_eq!(answers(&json), [(1, 404, r#"{"status":400}"#.to_owned())], "{json}");
        }
    }

    #[test]
    fn without_it_the_status_of_the_body_counts_and_then_success() {
        for (json, status) in [
            (r#"[{"status": 403}]"#, 403),
            (r#"[{"headers": [], "status": "403"}]"#, 403),
            (r#"[{"headers": {"status-code": "none"}, "status": 403}]"#, 403),
            (r#"[{"status": "open"}]"#, 200),
            (r#"[{"status": 7}]"#, 200),
            (r#"[{"data": []}]"#, 200),
        ] {
            assert_eq!(answers(json)[0].1, status, "{json}");
        }
    }

    #[test]
    fn maps_lists_gaps_and_nothing() {
        let body = |text: &str| text.to_owned();
        let ok = r#"{"headers": {"status-code": 204}}"#;
        assert_eq!(answers(&format!("[null, {ok}]")), [(1, 204, body(""))]);
        assert_eq!(answers(&format!(r#"{{"2": {ok}, "x": {ok}}}"#)), [(2, 204, body(""))]);
        assert_eq!(answers(r#"{"r0": [1, 2], "r1": "x"}"#).len(), 2);
        assert_eq!(answers(r#"{"r0": [1, 2]}"#), [(0, 200, body("[1, 2]"))]);
        for json in
            ["[]", "{}", "null", r#"{"r0": null}"#, r#"{"r-1": {}, "r99999999999999999999": {}}"#]
        {
            assert_eq!(answers(json), [], "{json}");
        }
    }
}
