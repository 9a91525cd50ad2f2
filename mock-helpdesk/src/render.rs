//! Answers: what came of a request, in the envelope of the description and the dialect.

use bytes::Bytes;
use deskpro_spec::api::{Api, Envelope, PageMeta};
use http::{HeaderValue, Response, header};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;

use crate::outcome::{Content, Done, Page};
use crate::query::Query;
use crate::response::{self, empty, json};
use crate::{Dialect, Object};

/// What an answer depends on beside what was done.
pub(crate) struct Renderer<'a> {
    pub(crate) api: &'a Api,
    pub(crate) dialect: Dialect,
    /// What precedes paths in full addresses: `http://127.0.0.1:4010/api/v2`.
    pub(crate) base: &'a str,
    /// The path that was asked for, below the base path.
    pub(crate) path: &'a str,
    pub(crate) query: &'a Query,
}

impl Renderer<'_> {
    /// The answer that says what was done.
    pub(crate) fn response(&self, done: Done) -> Response<Bytes> {
        let mut response = match done.content {
            Content::File { content_type, name, body } => {
                response::file(done.status, &content_type, name.as_deref(), body)
            }

            content => match self.body(content, done.linked) {
                Some(body) => json(done.status, &body, self.dialect),
                None => empty(done.status),
            },
        };
        let location = done.location.map(|path| format!("{}{path}", self.base));
        if let Some(location) = location.and_then(|it| HeaderValue::try_from(it).ok()) {
            response.headers_mut().insert(header::LOCATION, location);
        }
        response
    }

    fn body(&self, content: Content, sent_along: Object) -> Option<Value> {
        let envelope = &self.api.envelope;
        let (data, links, meta) = match content {
            Content::Nothing | Content::File { .. } => return None,
            Content::Bare(value) => return Some(value),
            Content::One(data, address) => {
                let links = address.map(|address| vec![("self", Value::from(address))]);
                (data, links.unwrap_or_default(), Object::new())
            }
            Content::List(items) => (items.into(), vec![("self", self.link(None))], Object::new()),
            Content::Page(page) => {
                let (links, meta) = (self.page_links(&page), self.page_meta(&page));
                (page.items.into(), links, meta)
            }
        };
        let mut body = Object::new();
        body.insert(envelope.data.clone(), data);
        body.insert(envelope.meta.clone(), Value::Object(meta));
        match self.dialect {
            Dialect::Guide => insert_links(&mut body, envelope, links),
            Dialect::Live => {
                if let Some(linked) = &envelope.linked {
                    body.insert(linked.clone(), Value::Object(sent_along));
                }
            }
        }
        Some(Value::Object(body))
    }

    /// The neighbours of a page, as the guide's example shows them: below the base path, the first
    /// page without a number, null where there is none.
    fn page_links(&self, page: &Page) -> Vec<(&'static str, Value)> {
        let last = page.total_pages();
        let previous = (page.number > 1).then(|| self.link(Some((page.number - 1).min(last))));
        let next = (page.number < last).then(|| self.link(Some(page.number + 1)));
        vec![
            ("first", self.link(None)),
            ("prev", previous.unwrap_or_default()),
            ("self", self.link(Some(page.number))),
            ("next", next.unwrap_or_default()),
            ("last", self.link(Some(last))),
        ]
    }

    fn link(&self, page: Option<u64>) -> Value {
        let mut link = self.path.to_owned();
        let page = page.filter(|number| *number > 1).map(|number| number.to_string());
        let page = page.iter().map(|number| ("page", number.as_str()));
        for (index, (name, value)) in self.query.without_page().chain(page).enumerate() {
            link.push(if index == 0 { '?' } else { '&' });
            link.extend(utf8_percent_encode(name, QUERY));
            link.push('=');
            link.extend(utf8_percent_encode(value, QUERY));
        }
        Value::from(link)
    }

    fn page_meta(&self, page: &Page) -> Object {
        let shapes = &self.api.envelope.pages;
        let shape = match self.dialect {
            Dialect::Guide => shapes.first(),
            Dialect::Live => shapes.iter().find(|shape| shape.under.is_some()).or(shapes.first()),
        };
        let Some(shape) = shape else {
            return Object::new();
        };
        let meta = page.meta(shape);
        match &shape.under {
            Some(under) => Object::from_iter([(under.clone(), Value::Object(meta))]),
            None => meta,
        }
    }
}

/// What may stand in a query as it is.
const QUERY: &percent_encoding::AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b',').remove(b':');

impl Page {
    /// At least 1, also of an empty list (PDB).
    fn total_pages(&self) -> u64 {
        self.total.div_ceil(self.size.max(1)).max(1)
    }

    fn meta(&self, shape: &PageMeta) -> Object {
        let mut meta = Object::new();
        meta.insert(shape.total.clone(), serde_json::json!(self.total));
        meta.insert(shape.page.clone(), serde_json::json!(self.number));
        meta.insert(shape.per_page.clone(), serde_json::json!(self.size));
        meta.insert(shape.total_pages.clone(), serde_json::json!(self.total_pages()));
        if let Some(count) = &shape.count {
            meta.insert(count.clone(), serde_json::json!(self.items.len()));
        }
        meta
    }
}

/// Only links that the description knows are sent.
fn insert_links(body: &mut Object, envelope: &Envelope, links: Vec<(&str, Value)>) {
    let Some(member) = &envelope.links else {
        return;
    };
    let is_known = |name: &str| member.entries.iter().any(|(known, _)| known == name);
    let links = links.into_iter().filter(|(name, _)| is_known(name));
    let links: Object = links.map(|(name, value)| (name.to_owned(), value)).collect();
    body.insert(member.name.clone(), Value::Object(links));
}
