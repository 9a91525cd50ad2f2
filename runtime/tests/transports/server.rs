//! Servers on this machine that do as they are told, well or badly.
//!
//! Each has a thread of its own, so that it serves transports that block too.

use std::{
    net::SocketAddr,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
        mpsc,
    },
    time::Duration,
};

use tokio::{
    io::{AsyncRead, AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    runtime::Runtime,
};

/// The heads of all requests, and the bodies that came with them.
pub(crate) type Seen = Arc<Mutex<Vec<String>>>;

/// A server that runs one task per connection.
pub(crate) struct Server {
    pub(crate) address: SocketAddr,
    seen: Seen,
    accepted: Arc<AtomicUsize>,
    runtime: Option<Runtime>,
}

impl Server {
    /// Answers every request with what `answer` makes of it.
    pub(crate) fn answering<A: AsRef<[u8]> + Send>(
        answer: impl Fn(&str) -> A + Send + Sync + 'static,
    ) -> Self {
        let answer = Arc::new(answer);
        Self::start(move |mut stream, seen| {
            let answer = answer.clone();
            async move {
                while let Some(request) = read_request(&mut stream).await {
                    let answer = answer(&request);
                    seen.lock().unwrap().push(request);
                    if stream.write_all(answer.as_ref()).await.is_err() {
                        return;
                    }
                }
            }
        })
    }

    /// Hands every connection to `serve`.
    pub(crate) fn start<F>(serve: impl Fn(TcpStream, Seen) -> F + Send + Sync + 'static) -> Self
    where
        F: Future<Output = ()> + Send + 'static,
    {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .unwrap();
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        listener.set_nonblocking(true).unwrap();
        let address = listener.local_addr().unwrap();
        let (seen, accepted) = (Seen::default(), Arc::new(AtomicUsize::new(0)));
        let (record, count) = (seen.clone(), accepted.clone());
        runtime.spawn(async move {
            let listener = TcpListener::from_std(listener).unwrap();
            while let Ok((stream, _)) = listener.accept().await {
                count.fetch_add(1, Ordering::SeqCst);
                tokio::spawn(serve(stream, record.clone()));
            }
        });
        Self { address, seen, accepted, runtime: Some(runtime) }
    }

    /// The address of something on this server.
    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// How many connections there were.
    pub(crate) fn connections(&self) -> usize {
        self.accepted.load(Ordering::SeqCst)
    }

    /// The requests so far.
    pub(crate) fn requests(&self) -> Vec<String> {
        self.seen.lock().unwrap().clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // The usual end of a runtime blocks, which tests on a runtime must not.
        self.runtime.take().into_iter().for_each(Runtime::shutdown_background);
    }
}

/// Reads a request with its body, as text; nothing when the connection ends.
pub(crate) async fn read_request(stream: &mut (impl AsyncRead + Unpin)) -> Option<String> {
    let mut text = String::new();
    loop {
        if let Some((head, body)) = text.split_once("\r\n\r\n")
            && body.len() >= body_length(head)
        {
            return Some(text);
        }
        let mut buffer = [0; 4096];
        match stream.read(&mut buffer).await {
            Ok(0) | Err(_) => return None,
            Ok(length) => text.push_str(&String::from_utf8_lossy(&buffer[..length])),
        }
    }
}

fn body_length(head: &str) -> usize {
    let mut headers = head.lines().filter_map(|line| line.split_once(": "));
    let length = headers.find(|(name, _)| name.eq_ignore_ascii_case("content-length"));
    length.map_or(0, |(_, length)| length.parse().unwrap())
}

/// Waits until the other side closes the connection.
pub(crate) async fn until_closed(mut stream: TcpStream) {
    let mut buffer = [0; 4096];
    while matches!(stream.read(&mut buffer).await, Ok(1..)) {}
}

/// Waits for what a server has to tell, or fails where that never comes.
pub(crate) async fn comes<T: Send + 'static>(told: mpsc::Receiver<T>) -> T {
    let told = tokio::task::spawn_blocking(move || told.recv_timeout(Duration::from_secs(20)));
    told.await.unwrap().expect("it never came")
}

/// An answer with this body.
pub(crate) fn ok(body: &str) -> String {
    format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n{body}", body.len())
}
