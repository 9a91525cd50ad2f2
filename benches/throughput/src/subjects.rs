//! Who asks for the ticket: three clients that send the same request and read the whole answer.

use clients::progenitor::sending;
use clients::{Failure, connected, hand_written};
use serde::Deserialize;
use serde_json::{Map, Value};

/// A client that can ask for the ticket.
pub(crate) trait Ask: Clone + Send + Sync + 'static {
    /// Asks for it, decodes it, and says its id.
    fn ticket(&self) -> impl Future<Output = Result<u64, Failure>> + Send;
}

/// The generated client as it comes.
#[derive(Clone)]
pub(crate) struct Generated(deskpro_client::Client);

impl Generated {
    pub(crate) fn new(address: &str) -> Result<Self, Failure> {
        Ok(Self(connected::deskpro(address)?))
    }
}

impl Ask for Generated {
    async fn ticket(&self) -> Result<u64, Failure> {
        Ok(self.0.tickets().get(13).send().await?.data.id.get())
    }
}

/// Reqwest, with serde's derives by hand.
#[derive(Clone)]
pub(crate) struct Reqwest {
    client: reqwest::Client,
    address: String,
}

/// What surrounds the ticket.
#[derive(Deserialize)]
struct Envelope {
    data: hand_written::Ticket<jiff::Timestamp>,
    #[expect(dead_code, reason = "decoded because the others decode it")]
    meta: Map<String, Value>,
    #[expect(dead_code, reason = "decoded because the others decode it")]
    linked: Map<String, Value>,
}

impl Reqwest {
    pub(crate) fn new(address: &str) -> Result<Self, Failure> {
        Ok(Self { client: connected::reqwest()?, address: address.to_owned() })
    }
}

impl Ask for Reqwest {
    async fn ticket(&self) -> Result<u64, Failure> {
        let id = 13_u64;
        let request = self.client.get(format!("{}/api/v2/tickets/{id}", self.address));
        let body = request.send().await?.error_for_status()?.bytes().await?;
        Ok(serde_json::from_slice::<Envelope>(&body)?.data.id)
    }
}

/// Progenitor's client, above the same reqwest.
#[derive(Clone)]
pub(crate) struct Progenitor(sending::Client);

impl Progenitor {
    pub(crate) fn new(address: &str) -> Result<Self, Failure> {
        Ok(Self(connected::progenitor(address)?))
    }
}

impl Ask for Progenitor {
    async fn ticket(&self) -> Result<u64, Failure> {
        Ok(u64::try_from(self.0.get_ticket().id(13).send().await?.into_inner().data.id)?)
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::net::TcpListener;
    use std::thread;

    use clients::{page, runtime};

    use super::*;

    /// All have to do the same work, so what they send has to be the same, and what they read too.
    #[test]
    fn all_send_the_same_and_read_the_ticket() -> Result<(), Failure> {
        let mut expected = vec![
            "accept: application/json",
            "authorization: key 2:ywk2pgcs8cnw62sr8tbtbkwmy",
            "get /api/v2/tickets/13 http/1.1",
            "user-agent: example/1.0",
        ];
        // The only one that takes answers compressed; the helpdesk sends none so.
        let mut ours = expected.clone();
        ours.insert(0, "accept-encoding: gzip");
        assert_eq!(sent(Generated::new)?, ours);
        assert_eq!(sent(Reqwest::new)?, expected);
        // One header more, which progenitor adds by itself.
        expected.insert(1, "api-version: 2.0.0");
        assert_eq!(sent(Progenitor::new)?, expected);
        Ok(())
    }

    /// The lines of a request, sorted and in small letters, without that of the host.
    fn sent<A: Ask>(new: fn(&str) -> Result<A, Failure>) -> Result<Vec<String>, Failure> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let ask = new(&format!("http://{}", listener.local_addr()?))?;
        let server = thread::spawn(move || answer(&listener));
        assert_eq!(runtime()?.block_on(ask.ticket())?, 13);
        let head = server.join().map_err(|_| "the server panicked")??;
        let lines = head.trim_end().lines().map(str::to_lowercase);
        let mut lines: Vec<String> = lines.filter(|line| !line.starts_with("host: ")).collect();
        lines.sort();
        Ok(lines)
    }

    fn answer(listener: &TcpListener) -> std::io::Result<String> {
        let (mut stream, _) = listener.accept()?;
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            let mut byte = [0];
            stream.read_exact(&mut byte)?;
            head.extend(byte);
        }
        let body = page::single();
        write!(stream, "HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n{body}", body.len())?;
        Ok(String::from_utf8_lossy(&head).into_owned())
    }
}
