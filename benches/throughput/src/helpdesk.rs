//! A helpdesk of one ticket, in a process of its own.

use std::convert::Infallible;
use std::error::Error;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::process::{Child, Command, Stdio};
use std::{env, thread};

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderValue, Request, Response, StatusCode};
use http_body_util::Full;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;
use tokio::sync::oneshot;

/// The members of the ticket, as a live helpdesk sends them.
const TICKET: &str = include_str!("../../decode/src/ticket.json");

/// A helpdesk that runs; it ends when this is dropped.
pub(crate) struct Helpdesk {
    process: Child,
    /// Its address, without a path.
    pub(crate) address: String,
}

impl Helpdesk {
    /// Starts this program as a helpdesk.
    pub(crate) fn start() -> io::Result<Self> {
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

/// Says its address and serves until the end of its input, be it that whoever started it is gone.
pub(crate) fn serve() -> Result<(), Box<dyn Error + Send + Sync>> {
    crate::runtime()?.block_on(async {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let mut output = io::stdout();
        writeln!(output, "http://{}", listener.local_addr()?)?;
        output.flush()?;
        let body = Bytes::from(ticket());
        let ended = end_of_input();
        tokio::select! {
            failed = accept(&listener, &body) => failed,
            _ = ended => Ok(()),
        }
    })
}

/// The body of every answer.
pub(crate) fn ticket() -> String {
    let members: Vec<&str> = TICKET.lines().map(|line| line.trim_end_matches(',')).collect();
    let ticket = members.join(",").replace("@id", "13").replace("@person", "4");
    let ticket = ticket.replace("@second", "07").replace("@pad", "0013");
    format!(r#"{{"data":{{{ticket}}},"meta":{{}},"linked":{{}}}}"#)
}

async fn accept(listener: &TcpListener, body: &Bytes) -> Result<(), Box<dyn Error + Send + Sync>> {
    loop {
        let (stream, _) = listener.accept().await?;
        stream.set_nodelay(true)?;
        let body = body.clone();
        let service = service_fn(move |request| {
            let response = answer(&request, &body);
            async move { Ok::<_, Infallible>(response) }
        });
        // A connection that fails is one that its client closed.
        tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
    }
}

fn answer(request: &Request<Incoming>, body: &Bytes) -> Response<Full<Bytes>> {
    let is_found = request.uri().path() == "/api/v2/tickets/13";
    let mut response = Response::new(Full::new(if is_found { body.clone() } else { Bytes::new() }));
    if !is_found {
        *response.status_mut() = StatusCode::NOT_FOUND;
    }
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
