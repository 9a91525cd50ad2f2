//! What the helpdesk answers, by path.

use std::{
    io::{self, BufRead, BufReader, Read, Write},
    net::TcpStream,
    sync::{
        Condvar, Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
};

/// What the answers depend on.
#[derive(Default)]
pub(crate) struct Desk {
    /// How many requests ended before they were answered.
    aborted: AtomicUsize,
    /// How often `/flaky` was asked.
    flaky: AtomicUsize,
    /// How many second halves may be sent.
    halves: Mutex<usize>,
    more_halves: Condvar,
}

struct Request {
    method: String,
    path: String,
    headers: String,
    body: Vec<u8>,
}

impl Desk {
    /// Answers the requests of a connection.
    pub(crate) fn serve(&self, stream: TcpStream) {
        // A browser that goes away is none of the helpdesk's concern.
        let _ = self.answer_all(stream);
    }

    fn answer_all(&self, stream: TcpStream) -> io::Result<()> {
        let mut reader = BufReader::new(stream.try_clone()?);
        while let Some(request) = read(&mut reader)? {
            self.answer(&request, &stream)?;
        }
        Ok(())
    }

    fn answer(&self, request: &Request, mut stream: &TcpStream) -> io::Result<()> {
        let path = request.path.split('?').next().unwrap_or_default();
        match path {
            _ if request.method == "OPTIONS" => write(stream, 204, "", ""),
            "/api/v2/tickets/13" => write(stream, 200, "", &ticket(request)),
            "/echo" => write(stream, 201, "x-hidden: 7\r\nx-shown: 7\r\n", &echo(request)),
            "/long" => write(stream, 200, "", &"x".repeat(1_000_000)),
            "/there" => write(stream, 302, "location: /api/v2/tickets/13\r\n", ""),
            "/flaky" if self.flaky.fetch_add(1, Ordering::SeqCst) == 0 => {
                write(stream, 503, "", "")
            }
            "/flaky" => write(stream, 200, "", r#"{"data": {"id": 13}}"#),
            "/aborted" => write(stream, 200, "", &self.aborted.load(Ordering::SeqCst).to_string()),
            "/go-on" => {
                *self.halves.lock().unwrap_or_else(PoisonError::into_inner) += 1;
                self.more_halves.notify_all();
                write(stream, 200, "", "")
            }
            "/silent" => self.until_aborted(stream),
            "/cut" => {
                head(stream, 200, "", 100)?;
                stream.write_all(b"first")?;
                stream.shutdown(std::net::Shutdown::Both)
            }
            "/halves" => {
                head(stream, 200, "", 10)?;
                stream.write_all(b"first")?;
                let halves = self.halves.lock().unwrap_or_else(PoisonError::into_inner);
                let mut halves = self
                    .more_halves
                    .wait_while(halves, |halves| *halves == 0)
                    .unwrap_or_else(PoisonError::into_inner);
                *halves -= 1;
                stream.write_all(b"again")
            }
            "/first" => {
                head(stream, 200, "", 10)?;
                stream.write_all(b"first")?;
                self.until_aborted(stream)
            }
            _ => {
                write(stream, 404, "", r#"{"status": 404, "code": "not_found", "message": "gone"}"#)
            }
        }
    }

    fn until_aborted(&self, mut stream: &TcpStream) -> io::Result<()> {
        let mut byte = [0];
        while matches!(stream.read(&mut byte), Ok(1..)) {}
        self.aborted.fetch_add(1, Ordering::SeqCst);
        Ok(())
    }
}

fn read(reader: &mut impl BufRead) -> io::Result<Option<Request>> {
    let mut line = String::new();
    if reader.read_line(&mut line)? == 0 {
        return Ok(None);
    }
    let mut words = line.split(' ');
    let method = words.next().unwrap_or_default().to_owned();
    let path = words.next().unwrap_or_default().to_owned();
    let mut headers = String::new();
    while !headers.ends_with("\r\n\r\n") && headers != "\r\n" {
        if reader.read_line(&mut headers)? == 0 {
            return Ok(None);
        }
    }
    let length = header(&headers, "content-length").and_then(|text| text.parse().ok());
    let mut body = vec![0; length.unwrap_or_default()];
    reader.read_exact(&mut body)?;
    Ok(Some(Request { method, path, headers, body }))
}

fn header<'h>(headers: &'h str, name: &str) -> Option<&'h str> {
    let mut pairs = headers.lines().filter_map(|line| line.split_once(": "));
    pairs.find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value)
}

/// A ticket that tells what it was asked with.
fn ticket(request: &Request) -> String {
    let with = header(&request.headers, "authorization").unwrap_or("nothing");
    format!(r#"{{"data": {{"id": 13, "subject": "asked with {with}"}}}}"#)
}

fn echo(request: &Request) -> String {
    let Request { method, headers, body, .. } = request;
    let kind = header(headers, "content-type").unwrap_or("nothing");
    let cookie = header(headers, "cookie").unwrap_or("no cookie");
    format!("{method} {kind} {} {cookie}", String::from_utf8_lossy(body))
}

fn write(mut stream: &TcpStream, status: u16, headers: &str, body: &str) -> io::Result<()> {
    head(stream, status, headers, body.len())?;
    stream.write_all(body.as_bytes())
}

fn head(mut stream: &TcpStream, status: u16, headers: &str, length: usize) -> io::Result<()> {
    let text = format!(
        "HTTP/1.1 {status} So\r\naccess-control-allow-origin: *\r\n\
         access-control-allow-headers: authorization, content-type, x-own\r\n\
         access-control-allow-methods: GET, POST, PUT, DELETE\r\n\
         access-control-expose-headers: x-shown\r\n{headers}content-length: {length}\r\n\r\n"
    );
    stream.write_all(text.as_bytes())
}
