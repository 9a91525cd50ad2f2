//! A server that sends what it is told to, well-formed or not.

mod asked;
mod part;
mod record;

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;

use tokio::io::{AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

pub use self::asked::Asked;
pub use self::part::Part;
use self::part::Then;
use self::record::Record;

/// A server on a free port of this machine; it stops when it is dropped.
///
/// What it does for a request are [`Part`]s. It closes the connection after the last one, unless
/// that is [`Part::Keep`].
#[derive(Debug)]
pub struct RawServer {
    address: SocketAddr,
    record: Arc<Record>,
    accepting: JoinHandle<()>,
}

/// A connection, with what was read of it too early.
type Stream = BufReader<TcpStream>;

impl RawServer {
    /// Starts a server that does these parts for every request.
    ///
    /// # Errors
    ///
    /// No port is free.
    pub async fn start(parts: impl Into<Vec<Part>>) -> io::Result<Self> {
        let parts = parts.into();
        Self::answering(move |_| parts.clone()).await
    }

    /// Starts a server that does for each request what the closure says.
    ///
    /// # Errors
    ///
    /// No port is free.
    pub async fn answering(
        answer: impl Fn(&Asked) -> Vec<Part> + Send + Sync + 'static,
    ) -> io::Result<Self> {
        let answer = Arc::new(answer);
        Self::serving(move |stream, record| {
            let answer = Arc::clone(&answer);
            async move { serve(stream, Reads::All, &*answer, &record).await }
        })
        .await
    }

    /// Starts a server that does these parts for every request as soon as it has read its head.
    ///
    /// # Errors
    ///
    /// No port is free.
    pub async fn hasty(parts: impl Into<Vec<Part>>) -> io::Result<Self> {
        let parts = parts.into();
        Self::serving(move |stream, record| {
            let parts = parts.clone();
            async move { serve(stream, Reads::Head, &|_| parts.clone(), &record).await }
        })
        .await
    }

    /// Starts a server that does these parts for every connection and reads no request.
    ///
    /// # Errors
    ///
    /// No port is free.
    pub async fn deaf(parts: impl Into<Vec<Part>>) -> io::Result<Self> {
        let parts = parts.into();
        Self::serving(move |mut stream, record| {
            let parts = parts.clone();
            async move { part::perform(&mut stream, &parts, &record).await.map(drop) }
        })
        .await
    }

    async fn serving<F>(
        serve: impl Fn(Stream, Arc<Record>) -> F + Send + 'static,
    ) -> io::Result<Self>
    where
        F: Future<Output = io::Result<()>> + Send + 'static,
    {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let address = listener.local_addr()?;
        let record = Arc::new(Record::default());
        let kept = Arc::clone(&record);
        let accepting = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                // Bytes that are sent one by one are to arrive so.
                let _ = stream.set_nodelay(true);
                let serving = serve(BufReader::new(stream), Arc::clone(&kept));
                let open = kept.opened();
                tokio::spawn(async move {
                    // A client that goes away is none of the server's concern.
                    let _ = serving.await;
                    drop(open);
                });
            }
        });
        Ok(Self { address, record, accepting })
    }

    /// The address of the server: `http://127.0.0.1:4010`.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// How many bytes were sent so far, over all connections.
    pub fn sent(&self) -> u64 {
        self.record.sent()
    }

    /// The requests so far, in the order in which they came.
    pub fn requests(&self) -> Vec<Asked> {
        self.record.requests()
    }

    /// How many requests there were so far for this path: `/api/v2/tickets/13`.
    pub fn count(&self, path: &str) -> usize {
        self.requests().iter().filter(|asked| asked.path == path).count()
    }

    /// How many connections there were so far.
    pub fn connections(&self) -> usize {
        self.record.connections()
    }

    /// Waits until no connection is open: until the client closed every one of them, too.
    pub async fn hung_up(&self) {
        self.record.hung_up().await;
    }
}

impl Drop for RawServer {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

/// How much of a request is read before it is answered.
enum Reads {
    Head,
    All,
}

/// Answers the requests of a connection, as long as it is kept.
async fn serve(
    mut stream: Stream,
    reads: Reads,
    answer: &(dyn Fn(&Asked) -> Vec<Part> + Send + Sync),
    record: &Record,
) -> io::Result<()> {
    while let Some(head) = asked::read_head(&mut stream).await? {
        if matches!(reads, Reads::All) {
            asked::read_body(&mut stream, &head).await?;
        }
        let asked = record.asked(head);
        match part::perform(&mut stream, &answer(&asked), record).await? {
            Then::Keep => {}
            Then::Reset => return Ok(()),
            Then::Close => {
                stream.shutdown().await?;
                return until_hung_up(&mut stream).await;
            }
        }
    }
    Ok(())
}

/// Waits until the client closes the connection: what is closed before everything was read loses
/// what was sent.
async fn until_hung_up(stream: &mut Stream) -> io::Result<()> {
    let mut rest = [0; 4096];
    while stream.read(&mut rest).await? > 0 {}
    Ok(())
}
