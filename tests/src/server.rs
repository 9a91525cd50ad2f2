//! A server that sends what it is told to, well-formed or not.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use bytes::Bytes;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// A part of what the server does for each request.
#[derive(Debug, Clone)]
pub enum Part {
    /// Sends these bytes.
    Send(Bytes),
    /// Sends these bytes over and over, so many bytes in all.
    Repeat(Bytes, u64),
    /// Sends nothing more, but keeps the connection open.
    Wait,
    /// Breaks the connection off as if the machine was gone.
    Reset,
}

/// A server on a free port of this machine; it stops when it is dropped.
#[derive(Debug)]
pub struct RawServer {
    address: SocketAddr,
    sent: Arc<AtomicU64>,
    accepting: JoinHandle<()>,
}

impl RawServer {
    /// Starts a server that does these parts for the first request of each connection, then
    /// closes it.
    ///
    /// # Errors
    ///
    /// No port is free.
    pub async fn start(parts: impl Into<Vec<Part>>) -> io::Result<Self> {
        let (parts, sent) = (parts.into(), Arc::new(AtomicU64::new(0)));
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let address = listener.local_addr()?;
        let counted = Arc::clone(&sent);
        let accepting = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (parts, sent) = (parts.clone(), Arc::clone(&counted));
                tokio::spawn(async move {
                    // A client that goes away is none of the server's concern.
                    let _ = answer(stream, &parts, &sent).await;
                });
            }
        });
        Ok(Self { address, sent, accepting })
    }

    /// The address of the server: `http://127.0.0.1:4010`.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// How many bytes were sent so far, over all connections.
    pub fn sent(&self) -> u64 {
        self.sent.load(Ordering::SeqCst)
    }
}

impl Drop for RawServer {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

async fn answer(mut stream: TcpStream, parts: &[Part], sent: &AtomicU64) -> io::Result<()> {
    read_head(&mut stream).await?;
    for part in parts {
        match part {
            Part::Send(bytes) => write(&mut stream, bytes, sent).await?,
            Part::Repeat(bytes, total) => {
                let mut left = usize::try_from(*total).unwrap_or(usize::MAX);
                while left > 0 {
                    let piece = bytes.slice(..left.min(bytes.len()));
                    write(&mut stream, &piece, sent).await?;
                    left -= piece.len();
                }
            }
            Part::Wait => std::future::pending().await,
            Part::Reset => return stream.set_zero_linger(),
        }
    }
    stream.shutdown().await
}

/// Reads up to the empty line that ends the head of a request.
async fn read_head(stream: &mut TcpStream) -> io::Result<()> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(stream.read_u8().await?);
    }
    Ok(())
}

async fn write(stream: &mut TcpStream, bytes: &[u8], sent: &AtomicU64) -> io::Result<()> {
    stream.write_all(bytes).await?;
    sent.fetch_add(bytes.len() as u64, Ordering::SeqCst);
    Ok(())
}
