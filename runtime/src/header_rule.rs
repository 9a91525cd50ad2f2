//! Which headers callers may set.

use http::{HeaderName, HeaderValue};

/// Headers that speak of the connection or of the body's length: the transport's part.
const RESERVED: [&str; 6] =
    ["connection", "content-length", "host", "te", "transfer-encoding", "upgrade"];

/// Checks a header of the caller's.
pub(crate) fn custom_header(
    name: &str,
    value: &str,
) -> Result<(HeaderName, HeaderValue), &'static str> {
    let name = HeaderName::try_from(name).map_err(|_| "that is not a header's name")?;
    if RESERVED.contains(&name.as_str()) {
        return Err("the transport sets this one");
    }
    let value = HeaderValue::try_from(value).map_err(|_| "its value holds control characters")?;
    Ok((name, value))
}
