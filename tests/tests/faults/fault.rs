//! A fault, and whether clients take it as they should.

use std::time::Duration;

use deskpro_client::{Client, RetryPolicy};
use deskpro_tests::{KEY, Part, RawServer, without_proxy};
use futures_util::future::join_all;

use crate::kind::Kind;
use crate::outcome::{Outcome, Seen};

/// So long nothing takes unless it never ends. All else ends by the limits of the client.
const FOREVER: Duration = Duration::from_secs(120);

/// The longest wait before a request is sent again.
const SOON: Duration = Duration::from_millis(1);

/// What lies between a server and the limit: the buffers of the two sockets, and then some.
const BUFFERS: u64 = 24 << 20;

/// What a server does with every request, and the limits of the clients that meet it.
#[derive(Debug, Clone)]
pub(crate) struct Fault {
    parts: Vec<Part>,
    /// Whether the server reads requests before it does anything.
    reads: bool,
    timeout: Duration,
    limit: usize,
    kinds: Vec<Kind>,
}

impl Fault {
    /// A server that does these parts for every request.
    pub(crate) fn new(parts: impl Into<Vec<Part>>) -> Self {
        Self {
            parts: parts.into(),
            reads: true,
            timeout: FOREVER,
            limit: 1 << 20,
            kinds: Kind::ALL.to_vec(),
        }
    }

    /// A server that sends this text to every request, and closes the connection.
    pub(crate) fn text(text: impl Into<String>) -> Self {
        Self::new([Part::text(text)])
    }

    /// A server that does these parts for every connection, and reads nothing.
    pub(crate) fn deaf(parts: impl Into<Vec<Part>>) -> Self {
        Self { reads: false, ..Self::new(parts) }
    }

    /// For clients that wait so long.
    pub(crate) fn timeout(self, milliseconds: u64) -> Self {
        Self { timeout: Duration::from_millis(milliseconds), ..self }
    }

    /// For clients that read so many bytes of a body.
    pub(crate) fn limit(self, bytes: usize) -> Self {
        Self { limit: bytes, ..self }
    }

    /// For requests of these kinds.
    pub(crate) fn of(self, kinds: impl Into<Vec<Kind>>) -> Self {
        Self { kinds: kinds.into(), ..self }
    }

    /// Fails unless a request of every kind ends in one of these ways, after as many of three attempts as
    /// it may have, and the client closes what it cannot use any more.
    pub(crate) async fn ends_in(self, expected: &[Outcome]) {
        join_all(self.kinds.iter().map(|kind| self.check(*kind, expected))).await;
    }

    async fn check(&self, kind: Kind, expected: &[Outcome]) {
        let parts = self.parts.clone();
        let server = match self.reads {
            true => RawServer::start(parts).await,
            false => RawServer::deaf(parts).await,
        };
        let server = server.expect("a free port");
        let again = RetryPolicy::new().attempts(3).backoff(SOON, SOON);
        let builder = without_proxy(server.url(), KEY).retries(again);
        let builder = builder.timeout(self.timeout).body_limit(self.limit);
        let client = builder.build().expect("valid settings");
        let seen = in_time(kind.send(&client)).await;
        assert!(expected.contains(&seen.outcome), "{kind:?} ended in {seen:#?}");
        seen.assert_discreet();
        in_time(server.hung_up()).await;
        let attempts = match self.reads {
            true => server.count(kind.path()),
            false => server.connections(),
        };
        assert_eq!(attempts, kind.attempts(seen.outcome), "{kind:?} ended in {seen:?}");
        assert!(seen.kept() <= self.limit);
        // What is ended by time takes whatever comes until then, and keeps nothing of it.
        let most = (self.limit as u64 + BUFFERS) * attempts as u64;
        let is_bounded = self.timeout < FOREVER || server.sent() <= most;
        assert!(is_bounded, "{} bytes were taken", server.sent());
    }
}

/// A client of this server with these limits, which sends nothing again.
pub(crate) fn client(server: &RawServer, timeout: Duration, limit: usize) -> Client {
    let builder = without_proxy(server.url(), KEY).timeout(timeout).body_limit(limit);
    builder.build().expect("valid settings")
}

/// A client of this server that waits as long as it takes, and sends nothing again.
pub(crate) fn patient(server: &RawServer) -> Client {
    client(server, FOREVER, 1 << 20)
}

/// A client of this server that sends what it may again, up to ten times.
pub(crate) fn persistent(server: &RawServer) -> Client {
    let again = RetryPolicy::new().attempts(10).backoff(SOON, SOON);
    without_proxy(server.url(), KEY).retries(again).build().expect("valid settings")
}

/// Sends a request, and fails when it does not end or when its error shows the key.
pub(crate) async fn send(kind: Kind, client: &Client) -> Seen {
    let seen = in_time(kind.send(client)).await;
    seen.assert_discreet();
    seen
}

/// What comes of a future that has to end.
pub(crate) async fn in_time<T>(future: impl Future<Output = T>) -> T {
    tokio::time::timeout(2 * FOREVER, future).await.expect("an end by the client's own limits")
}
