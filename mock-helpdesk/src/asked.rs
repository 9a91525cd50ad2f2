//! A request as it came, and where in the API it points.

use bytes::Bytes;
use deskpro_spec::api::Api;
use http::{Method, header, request};

/// A request and where it points.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asked<'a> {
    pub(crate) head: &'a request::Parts,
    pub(crate) body: &'a Bytes,
    /// What precedes the path of the API: the base path, maybe with the date that pins the version.
    pub(crate) base: &'a str,
    /// The path below the base path; empty when it is no path of the API.
    pub(crate) path: &'a str,
    /// Whether it is one of the requests of a batch.
    pub(crate) is_in_batch: bool,
}

impl<'a> Asked<'a> {
    /// A request that came alone.
    pub(crate) fn new(api: &Api, head: &'a request::Parts, body: &'a Bytes) -> Self {
        let (base, path) = split(api, head.uri.path());
        Self { head, body, base, path, is_in_batch: false }
    }

    /// The same request as one of a batch.
    pub(crate) fn in_batch(self) -> Self {
        Self { is_in_batch: true, ..self }
    }

    /// Whether it says that its query is in its body.
    pub(crate) fn says_query_in_body(&self, api: &Api) -> bool {
        let value = api.query_in_body.as_ref().and_then(|name| self.head.headers.get(name));
        self.head.method == Method::POST && value.is_some_and(|value| value.as_bytes() == b"1")
    }

    /// What precedes paths in full addresses: `http://127.0.0.1:4010/api/v2`.
    pub(crate) fn full_base(&self) -> String {
        let scheme = self.head.uri.scheme_str().unwrap_or("http");
        let named = self.head.headers.get(header::HOST).and_then(|host| host.to_str().ok());
        let host = self.head.uri.authority().map(http::uri::Authority::as_str).or(named);
        format!("{scheme}://{}{}", host.unwrap_or("localhost"), self.base)
    }
}

/// A path's base, with the date that pins the version, and what follows it.
fn split<'u>(api: &Api, path: &'u str) -> (&'u str, &'u str) {
    let is_within = |rest: &&str| rest.is_empty() || rest.starts_with('/');
    // What is not below the base path is no path of the API: an empty one never matches.
    let Some(rest) = path.strip_prefix(api.base_path.as_str()).filter(is_within) else {
        return (path, "");
    };
    let pinned = rest.strip_prefix('/').and_then(|rest| rest.split_at_checked(8));
    let rest = match pinned {
        Some((date, after)) if api.date_pinned && is_date(date) && is_within(&after) => after,
        _ => rest,
    };
    path.split_at_checked(path.len() - rest.len()).unwrap_or((path, ""))
}

fn is_date(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}
