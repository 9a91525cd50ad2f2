//! Method and path of the requests that an answer is for.

use std::{cmp::Reverse, fmt};

use crate::matches;

/// `GET /tickets/{id}`.
#[derive(PartialEq, Eq)]
pub(super) struct Route {
    /// None for all.
    method: Option<String>,
    /// The segments of the path, `*` for what may be anything.
    segments: Vec<String>,
}

impl Route {
    pub(super) fn parse(text: &str) -> Self {
        let (method, path) = match text.trim().split_once(' ') {
            Some((method, path)) => (Some(method.to_ascii_uppercase()), path.trim()),
            None => (None, text.trim()),
        };
        Self { method, segments: segments(path).map(pattern).collect() }
    }

    pub(super) fn fits(&self, method: &str, path: &str) -> bool {
        let path: Vec<&str> = segments(path).collect();
        let Some(end) = path.len().checked_sub(self.segments.len()) else {
            return false;
        };
        let end = path.get(end..).unwrap_or_default();
        self.method.as_deref().is_none_or(|known| known == method)
            && self.segments.iter().zip(end).all(|(pattern, segment)| matches(pattern, segment))
    }

    /// Of several that fit, the one that says most is the greatest.
    pub(super) fn rank(&self) -> (usize, Reverse<usize>, bool) {
        let open = self.segments.iter().filter(|pattern| pattern.contains('*')).count();
        (self.segments.len(), Reverse(open), self.method.is_some())
    }
}

impl fmt::Debug for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} /{}", self.method.as_deref().unwrap_or("*"), self.segments.join("/"))
    }
}

fn segments(path: &str) -> impl Iterator<Item = &str> {
    path.split('/').filter(|segment| !segment.is_empty())
}

/// `{context}_snippets` as a pattern: `*_snippets`.
fn pattern(segment: &str) -> String {
    match (segment.split_once('{'), segment.rsplit_once('}')) {
        (Some((before, _)), Some((_, after))) => format!("{before}*{after}"),
        _ => segment.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::Route;

    #[test]
    fn a_route_fits_the_end_of_an_address() {
        for (route, method, path, fits) in [
            ("GET /tickets/{id}", "GET", "/api/v2/tickets/13", true),
            ("get tickets/{id}/", "GET", "/tickets/13", true),
            ("GET /tickets/{id}", "POST", "/api/v2/tickets/13", false),
            ("/tickets", "POST", "/api/v2/tickets", true),
            ("GET /tickets", "GET", "/api/v2/tickets/13", false),
            ("GET /a/{context}_snippets.{format}", "GET", "/a/x_snippets.js", true),
            ("GET /{context}_snippets", "GET", "/x_snippets", true),
            ("GET /{context}_snippets", "GET", "/snippets", false),
            ("GET /api/v2/tickets", "GET", "/tickets", false),
            ("", "GET", "/x", true),
        ] {
            assert_eq!(Route::parse(route).fits(method, path), fits, "{route}: {method} {path}");
        }
    }

    #[test]
    fn what_says_most_ranks_highest() {
        let ranks = ["", "/{id}", "/tickets", "GET /tickets", "/{x}/{id}", "/tickets/{id}", "/a/b"];
        let ranks = ranks.map(|route| Route::parse(route).rank());
        assert!(ranks.is_sorted(), "{ranks:?}");
    }
}
