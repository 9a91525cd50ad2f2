//! Reading the body of a request, with a bound on the memory that all of them take.

use std::io;
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use http_body_util::BodyExt;
use hyper::body::{Body, Incoming};
use tokio::sync::Semaphore;

use crate::body::LIMIT;

/// How much of a body is read while others are too, in bytes.
const SMALL: usize = 64 << 10;

/// How long a long body may take to arrive, so that who stops in the middle of one keeps nobody waiting.
const PATIENCE: Duration = Duration::from_secs(60);

/// What is read and thrown away of a body that is too long, so that the client hears why, in bytes.
const DRAINED: usize = 256 << 20;

/// A body up to one byte more than the helpdesk takes; the rest is thrown away.
pub(super) async fn collect(mut body: Incoming, long_bodies: &Semaphore) -> io::Result<Bytes> {
    let mut kept = BytesMut::new();
    while kept.len() <= SMALL {
        match data(&mut body).await? {
            Some(data) => kept.extend_from_slice(&data),
            None => return Ok(kept.freeze()),
        }
    }
    // Only fails when the semaphore is closed, which nobody does.
    let _turn = long_bodies.acquire().await.map_err(io::Error::other)?;
    let rest = tokio::time::timeout(PATIENCE, rest(&mut body, &mut kept)).await;
    rest.map_err(|_| io::Error::from(io::ErrorKind::TimedOut))??;
    Ok(kept.freeze())
}

async fn rest(body: &mut Incoming, kept: &mut BytesMut) -> io::Result<()> {
    let mut drained = 0;
    while let Some(data) = data(body).await? {
        let room = (LIMIT + 1).saturating_sub(kept.len());
        let (taken, rest) = data.split_at_checked(room).unwrap_or((&data, &[]));
        kept.extend_from_slice(taken);
        drained += rest.len();
        if drained > DRAINED || body.size_hint().lower() > DRAINED as u64 {
            break;
        }
    }
    Ok(())
}

/// The next piece of a body; trailers are passed over.
async fn data(body: &mut Incoming) -> io::Result<Option<Bytes>> {
    while let Some(frame) = body.frame().await {
        if let Ok(data) = frame.map_err(io::Error::other)?.into_data() {
            return Ok(Some(data));
        }
    }
    Ok(None)
}
