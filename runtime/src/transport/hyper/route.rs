//! A connection, however it came about.

use std::{
    io,
    pin::Pin,
    task::{Context, Poll},
};

use hyper::rt::{Read, ReadBufCursor, Write};
use hyper_util::{
    client::legacy::connect::{Connected, Connection},
    rt::TokioIo,
};
use tokio::io::{AsyncRead, AsyncWrite};

/// What bytes go through: a TCP connection, or encryption around another one.
pub(super) trait Pipe: AsyncRead + AsyncWrite + Send + Unpin {}

impl<T: AsyncRead + AsyncWrite + Send + Unpin> Pipe for T {}

/// A connection that knows what is to be said over it.
pub(super) struct Route {
    pipe: TokioIo<Box<dyn Pipe>>,
    /// Whether a proxy reads what is sent.
    is_forwarded: bool,
    /// Whether both sides agreed on HTTP/2.
    speaks_http2: bool,
}

impl Route {
    pub(super) fn new(pipe: impl Pipe + 'static) -> Self {
        Self { pipe: TokioIo::new(Box::new(pipe)), is_forwarded: false, speaks_http2: false }
    }

    pub(super) fn forwarded(mut self) -> Self {
        self.is_forwarded = true;
        self
    }

    #[cfg(feature = "_tls")]
    pub(super) fn speaking_http2(mut self, speaks_http2: bool) -> Self {
        self.speaks_http2 = speaks_http2;
        self
    }

    #[cfg(feature = "_tls")]
    pub(super) fn into_pipe(self) -> Box<dyn Pipe> {
        self.pipe.into_inner()
    }
}

impl Connection for Route {
    fn connected(&self) -> Connected {
        // Makes hyper send the whole address instead of the path.
        let connected = Connected::new().proxy(self.is_forwarded);
        match self.speaks_http2 {
            true => connected.negotiated_h2(),
            false => connected,
        }
    }
}

impl Read for Route {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: ReadBufCursor<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.pipe).poll_read(context, buffer)
    }
}

impl Write for Route {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.pipe).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.pipe).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.pipe).poll_shutdown(context)
    }

    fn is_write_vectored(&self) -> bool {
        self.pipe.is_write_vectored()
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        parts: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.pipe).poll_write_vectored(context, parts)
    }
}
