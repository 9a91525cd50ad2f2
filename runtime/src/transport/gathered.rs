//! The pieces of a body, put together.

use std::{
    future::poll_fn,
    pin::{Pin, pin},
};

use bytes::{Bytes, BytesMut};
use futures_core::Stream;
use http::{HeaderMap, header};

use super::{BodyEnd, TransportError};

/// A body as far as it came, up to a limit. What comes in one piece is not copied.
pub(super) struct Gathered {
    limit: usize,
    /// How long the whole body says that it is.
    announced: usize,
    /// The first piece, as long as it is the only one.
    only: Bytes,
    all: BytesMut,
}

impl Gathered {
    /// Nothing yet, of the body that these headers announce.
    pub(super) fn new(headers: &HeaderMap, limit: usize) -> Self {
        let length = headers.get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok());
        let announced = length.and_then(|length| length.parse().ok()).unwrap_or_default();
        Self { limit, announced, only: Bytes::new(), all: BytesMut::new() }
    }

    /// Takes pieces until the body ends or is too long. Whoever gives up before keeps what came.
    pub(super) async fn fill(
        &mut self,
        pieces: impl Stream<Item = Result<Bytes, TransportError>>,
    ) -> BodyEnd {
        let mut pieces = pin!(pieces);
        loop {
            match next(pieces.as_mut()).await {
                None => return BodyEnd::Complete,
                Some(Err(error)) => return BodyEnd::Broken(error),
                Some(Ok(piece)) => {
                    if !self.takes(piece) {
                        return BodyEnd::TooLarge;
                    }
                }
            }
        }
    }

    /// Adds a piece, or as much of it as there is room for; whether that was the whole piece.
    fn takes(&mut self, mut piece: Bytes) -> bool {
        let room = self.limit.saturating_sub(self.only.len() + self.all.len());
        let fits = piece.len() <= room;
        piece.truncate(room);
        if self.all.is_empty() && self.only.is_empty() {
            self.only = piece;
            return fits;
        }
        if self.all.is_empty() {
            let least = self.only.len() + piece.len();
            self.all.reserve(self.announced.min(self.limit).max(least));
            self.all.extend_from_slice(&std::mem::take(&mut self.only));
        }
        self.all.extend_from_slice(&piece);
        fits
    }

    pub(super) fn into_bytes(self) -> Bytes {
        match self.all.is_empty() {
            true => self.only,
            false => self.all.freeze(),
        }
    }
}

async fn next<S: Stream>(mut pieces: Pin<&mut S>) -> Option<S::Item> {
    poll_fn(|context| pieces.as_mut().poll_next(context)).await
}

#[cfg(test)]
mod tests {
    use futures_util::{FutureExt, stream};

    use super::{BodyEnd, Bytes, Gathered, HeaderMap, TransportError, header};
    use crate::transport::TransportErrorKind as Kind;

    fn gather(limit: usize, pieces: &[&'static str]) -> (String, BodyEnd) {
        let mut gathered = Gathered::new(&HeaderMap::new(), limit);
        let pieces = pieces.iter().map(|piece| Ok(Bytes::from_static(piece.as_bytes())));
        let end = gathered.fill(stream::iter(pieces)).now_or_never().unwrap();
        (String::from_utf8(gathered.into_bytes().to_vec()).unwrap(), end)
    }

    #[test]
    fn up_to_the_limit_everything_is_kept() {
        for (limit, pieces, text) in [
            (4, &[][..], ""),
            (4, &["four"], "four"),
            (4, &["", "fo", "", "ur", ""], "four"),
            (0, &[""], ""),
        ] {
            let (kept, end) = gather(limit, pieces);
            assert_eq!(kept, text);
            assert!(matches!(end, BodyEnd::Complete), "{pieces:?}: {end:?}");
        }
        for (limit, pieces, text) in
            [(4, &["fours"][..], "four"), (4, &["fo", "urs"], "four"), (0, &["x"], "")]
        {
            let (kept, end) = gather(limit, pieces);
            assert_eq!(kept, text);
            assert!(matches!(end, BodyEnd::TooLarge), "{pieces:?}: {end:?}");
        }
    }

    #[test]
    fn what_came_before_an_error_is_kept() {
        let mut gathered = Gathered::new(&HeaderMap::new(), 100);
        let error = TransportError::new(Kind::Closed, "gone");
        let pieces = stream::iter([Ok(Bytes::from_static(b"so ")), Err(error)]);
        let end = gathered.fill(pieces).now_or_never().unwrap();
        assert!(matches!(end, BodyEnd::Broken(error) if error.kind() == Kind::Closed));
        assert_eq!(gathered.into_bytes(), "so ");
    }

    #[test]
    fn one_piece_is_not_copied_and_several_are_once() {
        let piece = Bytes::from("a body in one piece".to_owned());
        let mut gathered = Gathered::new(&HeaderMap::new(), 100);
        assert!(gathered.takes(piece.clone()));
        assert_eq!(gathered.into_bytes().as_ptr(), piece.as_ptr());

        let mut headers = HeaderMap::new();
        headers.insert(header::CONTENT_LENGTH, 1_000_000.into());
        let mut gathered = Gathered::new(&headers, 80_000);
        assert!(gathered.takes(piece.clone()) && gathered.takes(piece));
        assert!((80_000..1_000_000).contains(&gathered.all.capacity()));
    }
}
