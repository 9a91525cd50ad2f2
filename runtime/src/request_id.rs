//! What a server calls a request: what its support asks for.

use http::HeaderMap;

/// Headers that hold it, the most usual first.
const NAMES: [&str; 7] = [
    "x-request-id",
    "request-id",
    "x-correlation-id",
    "x-trace-id",
    "x-amzn-requestid",
    "x-amzn-trace-id",
    "cf-ray",
];

/// What the answer with these headers calls its request, if it says so in a bearable length.
pub(crate) fn request_id(headers: &HeaderMap) -> Option<&str> {
    let texts = NAMES.iter().filter_map(|name| headers.get(*name)?.to_str().ok());
    texts.map(str::trim).find(|id| (1..=200).contains(&id.len()))
}

#[cfg(test)]
mod tests {
    use super::{HeaderMap, request_id};

    fn of(headers: &[(&'static str, &str)]) -> Option<String> {
        let headers: HeaderMap = headers
            .iter()
            .map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap()))
            .collect();
        request_id(&headers).map(str::to_owned)
    }

    #[test]
    fn the_most_usual_header_counts() {
        assert_eq!(of(&[("cf-ray", "8f-FRA"), ("x-request-id", "a1")]).as_deref(), Some("a1"));
        assert_eq!(of(&[("x-request-id", " "), ("cf-ray", "8f-FRA")]).as_deref(), Some("8f-FRA"));
        assert_eq!(of(&[("request-id", "a1")]).as_deref(), Some("a1"));
        assert_eq!(of(&[("x-request-id", &"a".repeat(201)), ("x-other", "a")]), None);
    }
}
