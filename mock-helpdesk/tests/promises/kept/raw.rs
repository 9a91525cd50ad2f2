//! Any request, written as text: a line with method and address, lines of headers, an empty line
//! and the body.

use bytes::Bytes;
use deskpro_mock::Dialect;
use http::{HeaderName, HeaderValue, Method, Request, Uri};

use super::desk::{ask, desk};

/// The request that a text is, where it is one.
pub(crate) fn parse(text: &[u8]) -> Option<Request<Bytes>> {
    let (line, mut rest) = cut(text)?;
    let space = line.iter().position(|byte| *byte == b' ')?;
    let (method, uri) = (line.get(..space)?, line.get(space + 1..)?);
    let mut request = Request::new(Bytes::new());
    *request.method_mut() = Method::from_bytes(method).ok()?;
    *request.uri_mut() = Uri::try_from(uri).ok()?;
    loop {
        let (line, after) = cut(rest)?;
        rest = after;
        if line.is_empty() {
            break;
        }
        let colon = line.iter().position(|byte| *byte == b':')?;
        let name = HeaderName::from_bytes(line.get(..colon)?).ok()?;
        let value = HeaderValue::from_bytes(line.get(colon + 1..)?.trim_ascii()).ok()?;
        request.headers_mut().append(name, value);
    }
    *request.body_mut() = Bytes::copy_from_slice(rest);
    Some(request)
}

/// Asks in both dialects, twice each: what was done may matter to the second.
pub(crate) fn check(request: &Request<Bytes>) {
    for dialect in [Dialect::Guide, Dialect::Live] {
        let desk = desk(dialect);
        ask(&desk, request.clone());
        ask(&desk, request.clone());
    }
}

fn cut(text: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = text.iter().position(|byte| *byte == b'\n')?;
    Some((text.get(..end)?, text.get(end + 1..)?))
}
