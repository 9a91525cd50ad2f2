//! The helpdesk behind a port.

mod body;
mod collect;
mod connection;

use std::convert::Infallible;
use std::future::poll_fn;
use std::io;
use std::net::{SocketAddr, TcpListener as StdListener};
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;
use std::thread;
use std::time::Duration;

use http::{Request, Response};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::TcpListener;
use tokio::sync::{Semaphore, mpsc, oneshot};

use crate::delivery::{Delivery, Ending};
use crate::{Builder, Expected, Failure, Helpdesk, Received};
use body::AnswerBody;
use collect::collect;
use connection::{Connection, Reset};

/// How long answers under way are waited for when the server stops.
const GRACE: Duration = Duration::from_secs(1);

/// How many connections are served at once; more wait until one is closed.
const CONNECTIONS: usize = 1_024;

/// How many longer bodies are read at once: together with their limit, this bounds the memory.
const LONG_BODIES: usize = 16;

/// A mock helpdesk that answers over HTTP.
///
/// It runs on a thread of its own, so that clients of any kind can be tested against it: blocking
/// ones, and ones in a runtime of a single thread. It stops when it is dropped.
///
/// ```
/// # async fn example() -> std::io::Result<()> {
/// use deskpro_mock::MockHelpdesk;
///
/// let helpdesk = MockHelpdesk::start().await?;
/// println!("curl -H 'Authorization: key {}' {}/api/v2/tickets", MockHelpdesk::KEY, helpdesk.url());
/// # helpdesk.shutdown().await;
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
pub struct MockHelpdesk {
    helpdesk: Arc<Helpdesk>,
    address: SocketAddr,
    /// Dropped to stop.
    stop: Option<mpsc::Sender<Infallible>>,
    stopped: oneshot::Receiver<()>,
}

impl MockHelpdesk {
    /// The key that is accepted where no other is set: `Authorization: key 1:MOCKHELPDESK`.
    pub const KEY: &'static str = "1:MOCKHELPDESK";

    /// Starts a helpdesk with the built-in description, on a free port of this machine.
    ///
    /// # Errors
    ///
    /// No port is free.
    pub async fn start() -> io::Result<Self> {
        Self::builder().start().await
    }

    /// A helpdesk yet to be set up.
    pub fn builder() -> Builder {
        Builder::default()
    }

    /// The address of the helpdesk, to which the API's base path is added: `http://127.0.0.1:4010`.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// What was received so far, the oldest first: the latest 10,000 requests.
    pub fn requests(&self) -> Vec<Received> {
        self.helpdesk.requests()
    }

    /// Forces an answer upon the next request that it is meant for. See [`Helpdesk::fail_next`].
    pub fn fail_next(&self, failure: Failure) {
        self.helpdesk.fail_next(failure);
    }

    /// Forces an answer upon the requests that it is meant for. See [`Helpdesk::fail`].
    pub fn fail(&self, failure: Failure) {
        self.helpdesk.fail(failure);
    }

    /// Forgets all failures.
    pub fn clear_failures(&self) {
        self.helpdesk.clear_failures();
    }

    /// Asserts that just these requests were received, in this order. See
    /// [`Helpdesk::assert_received`].
    ///
    /// # Panics
    ///
    /// Something else was received; the message names all of it.
    #[track_caller]
    pub fn assert_received<T: Into<Expected>>(&self, expected: impl IntoIterator<Item = T>) {
        self.helpdesk.assert_received(expected);
    }

    /// Asserts that every request so far meant an operation and was right. See
    /// [`Helpdesk::assert_expected`].
    ///
    /// # Panics
    ///
    /// A request was not; the message names all of these.
    #[track_caller]
    pub fn assert_expected(&self) {
        self.helpdesk.assert_expected();
    }

    /// The helpdesk behind the port.
    pub fn helpdesk(&self) -> &Helpdesk {
        &self.helpdesk
    }

    /// Stops listening, and returns when answers under way are sent or a second is over.
    pub async fn shutdown(mut self) {
        self.stop = None;
        // An error says that the thread is gone, which is what is waited for.
        let _ = (&mut self.stopped).await;
    }

    /// Serves a helpdesk on an address. Both need no runtime: the thread has its own.
    pub(crate) async fn serve(helpdesk: Helpdesk, address: SocketAddr) -> io::Result<Self> {
        let listener = StdListener::bind(address)?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let helpdesk = Arc::new(helpdesk);
        let (stop, stopping) = mpsc::channel(1);
        let (done, stopped) = oneshot::channel();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let shared = Arc::clone(&helpdesk);
        thread::Builder::new().name("deskpro-mock".to_owned()).spawn(move || {
            // A listener that the runtime cannot take leaves a port on which nobody answers.
            let _ = runtime.block_on(accept(shared, listener, stopping));
            drop(runtime);
            let _ = done.send(());
        })?;
        Ok(Self { helpdesk, address, stop: Some(stop), stopped })
    }
}

async fn accept(
    helpdesk: Arc<Helpdesk>,
    listener: StdListener,
    mut stopping: mpsc::Receiver<Infallible>,
) -> io::Result<()> {
    let listener = TcpListener::from_std(listener)?;
    let graceful = GracefulShutdown::new();
    let room = Arc::new(Semaphore::new(CONNECTIONS));
    let shared = Shared { helpdesk, long_bodies: Arc::new(Semaphore::new(LONG_BODIES)) };
    loop {
        let next = async {
            let room = Arc::clone(&room).acquire_owned().await;
            (listener.accept().await, room)
        };
        let mut next = pin!(next);
        let next = poll_fn(|context| match stopping.poll_recv(context) {
            Poll::Ready(_) => Poll::Ready(None),
            Poll::Pending => next.as_mut().poll(context).map(Some),
        });
        let Some((connection, room)) = next.await else { break };
        let Ok((stream, _)) = connection else {
            // Out of file handles, most likely: others may be closed meanwhile.
            tokio::time::sleep(Duration::from_millis(10)).await;
            continue;
        };
        let (shared, reset) = (shared.clone(), Reset::default());
        let connection = TokioIo::new(Connection::new(stream, reset.clone()));
        let service = service_fn(move |request| answer(shared.clone(), reset.clone(), request));
        let served = graceful.watch(http1::Builder::new().serve_connection(connection, service));
        tokio::spawn(async move {
            // A client that goes away is none of the helpdesk's concern.
            let _ = served.await;
            drop(room);
        });
    }
    drop(listener);
    let _ = tokio::time::timeout(GRACE, graceful.shutdown()).await;
    Ok(())
}

/// What all connections share.
#[derive(Clone)]
struct Shared {
    helpdesk: Arc<Helpdesk>,
    long_bodies: Arc<Semaphore>,
}

async fn answer(
    Shared { helpdesk, long_bodies }: Shared,
    reset: Reset,
    request: Request<Incoming>,
) -> io::Result<Response<AnswerBody>> {
    let (head, body) = request.into_parts();
    let body = collect(body, &long_bodies).await?;
    let answer = helpdesk.answer(Request::from_parts(head, body));
    let delivery = Delivery::of(&answer);
    if !delivery.delay.is_zero() {
        tokio::time::sleep(delivery.delay).await;
    }
    if delivery.ending == Ending::Reset {
        reset.set();
        return Err(io::ErrorKind::ConnectionReset.into());
    }
    Ok(answer.map(|body| AnswerBody::new(body, delivery)))
}
