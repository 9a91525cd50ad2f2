//! Answers that come compressed: asked for, and decoded before anybody sees them.
//!
//! Without the feature `gzip` nothing is asked for, and everything stays as it came.

#[cfg(feature = "gzip")]
mod gunzip;

use std::{
    pin::Pin,
    task::{Context, Poll},
};

use bytes::Bytes;
use futures_core::Stream;

#[cfg(feature = "gzip")]
use self::gunzip::Gunzip;
use super::TransportError;

/// A request that its transport may have asked to be answered compressed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asked(bool);

/// Asks for a compressed answer. Whoever asks for an encoding or for a part of a body themselves gets it
/// as it is.
pub(super) fn ask<B>(request: &mut http::Request<B>) -> Asked {
    #[cfg(feature = "gzip")]
    {
        use http::{HeaderValue, Method, header};
        let headers = request.headers();
        let own = [header::ACCEPT_ENCODING, header::RANGE];
        if request.method() != Method::HEAD && !own.iter().any(|name| headers.contains_key(name)) {
            request.headers_mut().insert(header::ACCEPT_ENCODING, HeaderValue::from_static("gzip"));
            return Asked(true);
        }
    }
    let _ = request;
    Asked(false)
}

impl Asked {
    /// The answer with its body decoded, and without the headers that were about what it was before.
    pub(super) fn decode<S>(self, response: http::Response<S>) -> http::Response<Decoded<S>> {
        #[cfg(feature = "gzip")]
        if self.0 && gunzip::is_gzip(response.headers()) {
            let mut response = response.map(|pieces| Decoded::Gzip(Box::new(Gunzip::new(pieces))));
            response.headers_mut().remove(http::header::CONTENT_ENCODING);
            response.headers_mut().remove(http::header::CONTENT_LENGTH);
            return response;
        }
        #[cfg(not(feature = "gzip"))]
        debug_assert!(!self.0, "nothing was asked for");
        response.map(Decoded::Plain)
    }
}

/// The pieces of a body, decoded where they were compressed.
pub(super) enum Decoded<S> {
    Plain(S),
    #[cfg(feature = "gzip")]
    Gzip(Box<Gunzip<S>>),
}

impl<S> Stream for Decoded<S>
where
    S: Stream<Item = Result<Bytes, TransportError>> + Unpin,
{
    type Item = S::Item;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        match &mut *self {
            Self::Plain(pieces) => Pin::new(pieces).poll_next(context),
            #[cfg(feature = "gzip")]
            Self::Gzip(pieces) => Pin::new(pieces).poll_next(context),
        }
    }
}
