//! A helpdesk that answers with texts that are made before or in no time, in a process of its own.

use std::convert::Infallible;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::process::{Child, Command, Stdio};
use std::{env, thread};

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderValue, Request, Response, StatusCode, Uri};
use http_body_util::Full;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;
use tokio::sync::oneshot;

use crate::Failure;

/// A helpdesk that runs; it ends when this is dropped.
#[derive(Debug)]
pub struct Helpdesk {
    process: Child,
    /// Its address, without a path.
    pub address: String,
}

impl Helpdesk {
    /// Starts this program as a helpdesk: as `serve`, which should call [`serve`].
    ///
    /// # Errors
    ///
    /// When it cannot be started.
    pub fn start() -> io::Result<Self> {
        let mut command = Command::new(env::current_exe()?);
        command.arg("serve").stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut process = command.spawn()?;
        let mut address = String::new();
        if let Some(output) = process.stdout.take() {
            BufReader::new(output).read_line(&mut address)?;
        }
        Ok(Self { process, address: address.trim().to_owned() })
    }
}

impl Drop for Helpdesk {
    fn drop(&mut self) {
        // The end of its input is its end.
        drop(self.process.stdin.take());
        let _ = self.process.wait();
    }
}

/// Says its address and serves until the end of its input, be it that whoever started it is gone. What
/// `answer` has nothing for is not found.
///
/// # Errors
///
/// When nothing can be served on this machine.
pub fn serve<A>(answer: A) -> Result<(), Failure>
where
    A: Fn(&Uri) -> Option<Bytes> + Clone + Send + 'static,
{
    crate::runtime()?.block_on(async {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let mut output = io::stdout();
        writeln!(output, "http://{}", listener.local_addr()?)?;
        output.flush()?;
        let ended = end_of_input();
        tokio::select! {
            failed = accept(&listener, answer) => failed,
            _ = ended => Ok(()),
        }
    })
}

async fn accept<A>(listener: &TcpListener, answer: A) -> Result<(), Failure>
where
    A: Fn(&Uri) -> Option<Bytes> + Clone + Send + 'static,
{
    loop {
        let (stream, _) = listener.accept().await?;
        stream.set_nodelay(true)?;
        let answer = answer.clone();
        let service = service_fn(move |request: Request<Incoming>| {
            let response = response(answer(request.uri()));
            async move { Ok::<_, Infallible>(response) }
        });
        // A connection that fails is one that its client closed.
        tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
    }
}

fn response(body: Option<Bytes>) -> Response<Full<Bytes>> {
    let status = if body.is_some() { StatusCode::OK } else { StatusCode::NOT_FOUND };
    let mut response = Response::new(Full::new(body.unwrap_or_default()));
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}

/// Ends with the input of this process.
fn end_of_input() -> oneshot::Receiver<()> {
    let (sender, receiver) = oneshot::channel();
    thread::spawn(move || {
        let _ = io::stdin().read_to_end(&mut Vec::new());
        drop(sender);
    });
    receiver
}
