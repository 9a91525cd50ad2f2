//! The requests that the server reads.

use std::io;

use tokio::io::{AsyncBufReadExt, AsyncReadExt};

use super::Stream;

/// A request, as far as tests look at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// How many requests came before, over all connections.
    pub number: usize,
    /// The method: `GET`.
    pub method: String,
    /// The path without the query: `/api/v2/tickets/13`.
    pub path: String,
    /// The names of the headers, in lower case.
    pub headers: Vec<String>,
}

/// What the head of a request says.
pub(super) struct Head {
    pub(super) method: String,
    pub(super) path: String,
    pub(super) headers: Vec<String>,
    /// How many bytes the body has.
    length: u64,
}

/// Reads the head of the next request; `None` where the connection ends.
pub(super) async fn read_head(stream: &mut Stream) -> io::Result<Option<Head>> {
    let mut first = String::new();
    if stream.read_line(&mut first).await? == 0 {
        return Ok(None);
    }
    let (mut length, mut headers) = (0, Vec::new());
    loop {
        let mut line = String::new();
        if stream.read_line(&mut line).await? <= "\r\n".len() {
            break;
        }
        let Some((name, value)) = line.split_once(':') else { continue };
        if name.eq_ignore_ascii_case("content-length") {
            length = value.trim().parse().unwrap_or(0);
        }
        headers.push(name.to_lowercase());
    }
    let mut words = first.split(' ').map(str::to_owned);
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let path = target.split('?').next().unwrap_or_default().to_owned();
    Ok(Some(Head { method, path, headers, length }))
}

/// Reads the body that follows a head, and drops it.
pub(super) async fn read_body(stream: &mut Stream, head: &Head) -> io::Result<()> {
    let mut body = stream.take(head.length);
    tokio::io::copy(&mut body, &mut tokio::io::sink()).await.map(drop)
}
