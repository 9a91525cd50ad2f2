//! What a cassette keeps of a request.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

use bytes::Bytes;
use http::header;

use super::{
    content::{Content, Slots},
    headers::Headers,
};
use crate::{
    Decode, Encode, Invalid, JsonReader, Writer,
    mask::{Mask, decoded},
};

/// A request without its secrets.
#[derive(Debug, Clone, Default)]
pub(super) struct Request {
    method: String,
    url: String,
    headers: Headers,
    content: Content,
}

impl Request {
    pub(super) fn of(http: &http::Request<Bytes>, mask: &Mask) -> Self {
        let kind = http.headers().get(header::CONTENT_TYPE);
        let content = Content::of_request(kind, http.body(), mask);
        // The version of a program is nothing that tests should notice.
        let headers = Headers::of(http.headers(), mask).without(&header::USER_AGENT);
        let headers = match content {
            // The boundary is another one each time.
            Content::Form(_) => headers.saying(&header::CONTENT_TYPE, "multipart/form-data"),
            _ => headers,
        };
        let (method, url) = (http.method().to_string(), mask.url(&http.uri().to_string()));
        Self { method, url, headers, content }
    }

    /// How this differs from another request, and how much; nothing where both mean the same.
    pub(super) fn differences(&self, other: &Self) -> Vec<Difference> {
        let mut differences = Vec::new();
        if self.method != other.method {
            differences.push(Difference::Method);
        }
        let (path, other_path) = (self.path(), other.path());
        if path != other_path {
            let segments = path.split('/').zip(other_path.split('/'));
            let same = segments.filter(|(one, other)| one == other).count();
            let all = path.split('/').count().max(other_path.split('/').count());
            differences.push(Difference::Path(all.saturating_sub(same)));
        }
        let (query, other_query) = (self.query(), other.query());
        let names: BTreeSet<&String> = query.keys().chain(other_query.keys()).collect();
        let differ = names.into_iter().filter(|name| query.get(*name) != other_query.get(*name));
        differences.extend(differ.map(|name| Difference::Query(name.clone())));
        differences.extend(self.content.difference(&other.content).map(Difference::Body));
        differences
    }

    /// From the first slash after the host, without the query.
    fn path(&self) -> &str {
        let path_and_query = self.path_and_query();
        path_and_query.split(['?', '#']).next().unwrap_or_default()
    }

    fn path_and_query(&self) -> &str {
        let rest = self.url.split_once("://").map_or(self.url.as_str(), |(_, rest)| rest);
        rest.find(['/', '?']).and_then(|start| rest.get(start..)).unwrap_or("/")
    }

    /// The values of each parameter, in order.
    fn query(&self) -> BTreeMap<String, Vec<String>> {
        let query = self.path_and_query().split_once('?').map_or("", |(_, query)| query);
        let mut parameters: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            parameters.entry(decoded(name)).or_default().push(decoded(value));
        }
        parameters
    }
}

/// One way in which two requests differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Difference {
    Method,
    /// In so many segments.
    Path(usize),
    /// In the parameter of this name.
    Query(String),
    /// At this place, where it is known.
    Body(String),
}

impl Difference {
    /// How far it puts two requests apart.
    pub(super) fn weight(&self) -> usize {
        match self {
            Self::Path(segments) => 100_usize.saturating_mul(*segments),
            Self::Method => 50,
            Self::Query(_) => 5,
            Self::Body(_) => 1,
        }
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Method => f.write_str("the method"),
            Self::Path(_) => f.write_str("the path"),
            Self::Query(name) => write!(f, "the query's `{name}`"),
            Self::Body(place) if place.is_empty() => f.write_str("the body"),
            Self::Body(place) => write!(f, "the body's `{place}`"),
        }
    }
}

/// `GET /api/v2/tickets?count=50`.
impl fmt::Display for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.method, self.path_and_query())
    }
}

impl Encode for Request {
    fn encode(&self, json: &mut Writer) {
        self.content.with_members(|[raw, text, base64, form]| {
            json.object(&[
                ("method", &self.method),
                ("url", &self.url),
                ("headers", &self.headers),
                raw,
                text,
                base64,
                form,
            ]);
        });
    }
}

impl Decode for Request {
    fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        let mut slots = Slots::default();
        json.object(&mut [
            ("method", &mut self.method),
            ("url", &mut self.url),
            ("headers", &mut self.headers),
            ("json", &mut slots.json),
            ("text", &mut slots.text),
            ("base64", &mut slots.base64),
            ("form", &mut slots.form),
        ])?;
        if self.method.is_empty() || self.url.is_empty() {
            return Err(Invalid::new("a request's method and url", "nothing", json.offset()));
        }
        self.content = slots.into_content(json)?;
        Ok(())
    }
}
