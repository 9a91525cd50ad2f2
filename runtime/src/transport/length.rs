//! The length of a body, said before it comes.

use http::{HeaderValue, Method, Request, header};

use super::RequestBody;

/// Says how long the body is. Where none is expected and none is there, nothing is said.
pub(super) fn announce(request: &mut Request<RequestBody>) {
    let length = request.body().len();
    let expects_body = matches!(*request.method(), Method::POST | Method::PUT | Method::PATCH);
    if length > 0 || expects_body {
        request.headers_mut().insert(header::CONTENT_LENGTH, HeaderValue::from(length));
    }
}
