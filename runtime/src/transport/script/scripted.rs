//! One answer of a script.

use std::fmt;

use bytes::Bytes;
use http::{HeaderMap, HeaderValue, StatusCode, header};

use crate::transport::{BodyEnd, RawResponse, TransportError, TransportErrorKind};

/// What comes for a request: an answer, or a failure to get one.
///
/// Made of a status and a body of JSON, `(200, "{}")`; of a whole [`http::Response`] or [`RawResponse`];
/// of a [`TransportErrorKind`] or a [`TransportError`].
#[derive(Clone)]
pub struct Scripted(Result<RawResponse, TransportError>);

impl Scripted {
    pub(super) fn into_outcome(self) -> Result<RawResponse, TransportError> {
        self.0
    }
}

impl<B: Into<Bytes>> From<(u16, B)> for Scripted {
    fn from((status, body): (u16, B)) -> Self {
        let Ok(status) = StatusCode::from_u16(status) else {
            let message = format!("{status} is no status of HTTP");
            return TransportError::new(TransportErrorKind::Other, message).into();
        };
        let body = body.into();
        let mut headers = HeaderMap::new();
        if !body.is_empty() {
            let json = HeaderValue::from_static("application/json");
            headers.insert(header::CONTENT_TYPE, json);
        }
        RawResponse { status, headers, body, ended: BodyEnd::Complete }.into()
    }
}

impl From<http::Response<Bytes>> for Scripted {
    fn from(response: http::Response<Bytes>) -> Self {
        RawResponse::from(response).into()
    }
}

impl From<RawResponse> for Scripted {
    fn from(response: RawResponse) -> Self {
        Self(Ok(response))
    }
}

impl From<TransportErrorKind> for Scripted {
    fn from(kind: TransportErrorKind) -> Self {
        TransportError::new(kind, "the script says so").into()
    }
}

impl From<TransportError> for Scripted {
    fn from(error: TransportError) -> Self {
        Self(Err(error))
    }
}

/// Shows the status or the error, nothing that could be confidential.
impl fmt::Debug for Scripted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Ok(response) => response.status.fmt(f),
            Err(error) => error.kind().fmt(f),
        }
    }
}
