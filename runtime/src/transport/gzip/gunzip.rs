//! Compressed pieces to plain ones.

use std::{
    io::{self, Write},
    pin::Pin,
    task::{Context, Poll, ready},
};

use bytes::{Buf, Bytes};
use flate2::write::MultiGzDecoder;
use futures_core::Stream;
use http::{HeaderMap, header};

use crate::transport::{TransportError, TransportErrorKind as Kind};

/// Decodes pieces as they come. It ends after an error.
///
/// No piece is much longer than `PIECE`, however well a body was compressed: whoever reads up to a limit
/// needs no more memory than that.
pub(in crate::transport) struct Gunzip<S> {
    pieces: S,
    decoder: MultiGzDecoder<Vec<u8>>,
    /// What came and is not decoded yet.
    input: Bytes,
    /// Whether anything came: the answer to some requests has headers and no body.
    has_begun: bool,
    has_ended: bool,
}

const PIECE: usize = 64 * 1024;

/// Whether a body is compressed once, with gzip.
pub(super) fn is_gzip(headers: &HeaderMap) -> bool {
    let mut encodings = headers.get_all(header::CONTENT_ENCODING).iter();
    let first = encodings.next().and_then(|value| value.to_str().ok());
    let is_gzip =
        |name: &str| ["gzip", "x-gzip"].iter().any(|known| name.eq_ignore_ascii_case(known));
    first.is_some_and(|name| is_gzip(name.trim())) && encodings.next().is_none()
}

impl<S> Gunzip<S> {
    pub(super) fn new(pieces: S) -> Self {
        Self {
            pieces,
            decoder: MultiGzDecoder::new(Vec::new()),
            input: Bytes::new(),
            has_begun: false,
            has_ended: false,
        }
    }

    /// Decodes what came, until it is used up or makes a piece.
    fn decode(&mut self) -> io::Result<Option<Bytes>> {
        while !self.input.is_empty() && self.decoder.get_ref().len() < PIECE {
            match self.decoder.write(&self.input)? {
                0 => return Err(io::ErrorKind::InvalidData.into()),
                length => self.input.advance(length),
            }
        }
        if self.input.is_empty() {
            self.decoder.flush()?;
        }
        Ok(self.take())
    }

    /// Makes sure that nothing is missing.
    fn finish(&mut self) -> io::Result<Option<Bytes>> {
        self.has_ended = true;
        if self.has_begun {
            self.decoder.try_finish()?;
        }
        Ok(self.take())
    }

    fn take(&mut self) -> Option<Bytes> {
        let plain = std::mem::take(self.decoder.get_mut());
        (!plain.is_empty()).then(|| plain.into())
    }

    fn fail(&mut self, error: TransportError) -> Poll<Option<Result<Bytes, TransportError>>> {
        self.has_ended = true;
        Poll::Ready(Some(Err(error)))
    }
}

impl<S> Stream for Gunzip<S>
where
    S: Stream<Item = Result<Bytes, TransportError>> + Unpin,
{
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        while !this.has_ended {
            let decoded = match this.input.is_empty() {
                false => this.decode(),
                true => match ready!(Pin::new(&mut this.pieces).poll_next(context)) {
                    Some(Ok(piece)) => {
                        this.has_begun |= !piece.is_empty();
                        this.input = piece;
                        continue;
                    }
                    Some(Err(error)) => return this.fail(error),
                    None => this.finish(),
                },
            };
            match decoded {
                Ok(Some(plain)) => return Poll::Ready(Some(Ok(plain))),
                Ok(None) => {}
                Err(error) => return this.fail(corrupt(error)),
            }
        }
        Poll::Ready(None)
    }
}

fn corrupt(error: io::Error) -> TransportError {
    TransportError::new(Kind::Other, "the body is not the gzip that it says it is")
        .with_source(error)
}
