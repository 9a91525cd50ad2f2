//! What the server does for a request, part by part.

use std::io;
use std::time::Duration;

use bytes::Bytes;
use tokio::io::AsyncWriteExt;

use super::record::Record;
use super::{Stream, until_hung_up};

/// A part of what the server does for each request.
#[derive(Debug, Clone)]
pub enum Part {
    /// Sends these bytes.
    Send(Bytes),
    /// Sends these bytes over and over, so many bytes in all.
    Repeat(Bytes, u64),
    /// Sends these bytes one by one, each after this time.
    Drip(Bytes, Duration),
    /// Sends nothing more, but keeps the connection open until the client closes it.
    Wait,
    /// Neither sends nor reads anything more, for good.
    Freeze,
    /// Breaks the connection off as if the machine was gone.
    Reset,
    /// Keeps the connection for the next request. What comes after this is not done.
    Keep,
}

/// What becomes of the connection.
pub(super) enum Then {
    Close,
    Keep,
    Reset,
}

impl Part {
    /// Sends this text.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Send(text.into().into())
    }
}

/// Does one part after the other.
pub(super) async fn perform(
    stream: &mut Stream,
    parts: &[Part],
    record: &Record,
) -> io::Result<Then> {
    for part in parts {
        match part {
            Part::Send(bytes) => write(stream, bytes, record).await?,
            Part::Repeat(bytes, total) => {
                let mut left = usize::try_from(*total).unwrap_or(usize::MAX);
                while left > 0 {
                    let piece = bytes.slice(..left.min(bytes.len()));
                    write(stream, &piece, record).await?;
                    left -= piece.len();
                }
            }
            Part::Drip(bytes, pause) => {
                for byte in bytes.chunks(1) {
                    tokio::time::sleep(*pause).await;
                    write(stream, byte, record).await?;
                }
            }
            Part::Wait => {
                until_hung_up(stream).await?;
                return Ok(Then::Close);
            }
            Part::Freeze => std::future::pending().await,
            Part::Reset => {
                stream.get_ref().set_zero_linger()?;
                return Ok(Then::Reset);
            }
            Part::Keep => return Ok(Then::Keep),
        }
    }
    Ok(Then::Close)
}

async fn write(stream: &mut Stream, bytes: &[u8], record: &Record) -> io::Result<()> {
    stream.write_all(bytes).await?;
    record.wrote(bytes.len());
    Ok(())
}
