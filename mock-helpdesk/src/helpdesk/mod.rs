//! The helpdesk without sockets: a request in, a response out.

mod respond;

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use bytes::Bytes;
use deskpro_spec::api::Api;
use http::{Method, Request, Response};

use crate::asked::Asked;
use crate::clock::Clock;
use crate::expect::{self, Expected, Mismatch};
use crate::failure::{Failure, Failures};
use crate::latency::Latency;
use crate::log::{Log, Received};
use crate::route::Routes;
use crate::store::Store;
use crate::{Builder, Delivery, Dialect, Permissions, control, response};

/// What a batch is called where operations are named.
pub(crate) const BATCH: &str = "batch";

/// A helpdesk in memory that answers requests as the description says.
///
/// [`MockHelpdesk`](crate::MockHelpdesk) puts it behind a port. It may be shared between threads;
/// requests are carried out one after the other.
///
/// ```
/// use bytes::Bytes;
/// use deskpro_mock::{Helpdesk, MockHelpdesk};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let helpdesk: Helpdesk = MockHelpdesk::builder().seed("tickets", 3).build()?;
/// let request = http::Request::get("http://helpdesk.example.com/api/v2/tickets/2")
///     .header("Authorization", format!("key {}", MockHelpdesk::KEY))
///     .body(Bytes::new())?;
/// assert_eq!(helpdesk.answer(request).status(), 200);
/// # Ok(())
/// # }
/// ```
pub struct Helpdesk {
    api: Arc<Api>,
    dialect: Dialect,
    keys: Vec<(String, Permissions)>,
    clock: Clock,
    latency: Option<Mutex<Latency>>,
    on_request: Option<Observer>,
    routes: Routes,
    /// What there is to begin with.
    seeded: Store,
    store: Mutex<Store>,
    failures: Mutex<Failures>,
    log: Mutex<Log>,
}

/// What a helpdesk is made of, beside its description and data.
pub(crate) struct Setup {
    pub(crate) dialect: Dialect,
    pub(crate) keys: Vec<(String, Permissions)>,
    pub(crate) clock: Clock,
    pub(crate) latency: Option<Latency>,
    pub(crate) failures: Vec<Failure>,
    pub(crate) on_request: Option<Observer>,
}

/// What is told of every request.
pub(crate) type Observer = Arc<dyn Fn(&Received) + Send + Sync>;

impl Helpdesk {
    pub(crate) fn new(api: Arc<Api>, store: Store, setup: Setup) -> Self {
        let Setup { dialect, keys, clock, latency, failures, on_request } = setup;
        let helpdesk = Self {
            dialect,
            keys,
            clock,
            latency: latency.map(Mutex::new),
            on_request,
            routes: Routes::new(&api, dialect),
            store: Mutex::new(store.clone()),
            seeded: store,
            failures: Mutex::default(),
            log: Mutex::default(),
            api,
        };
        failures.into_iter().for_each(|failure| helpdesk.fail(failure));
        helpdesk
    }

    /// A helpdesk yet to be set up.
    pub fn builder() -> Builder {
        Builder::default()
    }

    /// Answers a request. Whatever it is, there is an answer; how it is to travel says its
    /// [`Delivery`].
    ///
    /// Below [`/__mock`](crate::CONTROL) it speaks of itself: what it received, how it fails.
    pub fn answer(&self, request: Request<Bytes>) -> Response<Bytes> {
        let (head, body) = request.into_parts();
        if let Some(answer) = control::answer(self, &head, &body) {
            return answer;
        }
        let asked = Asked::new(&self.api, &head, &body);
        let answered = self.respond(&asked);
        let received = self.received(&asked, &answered);
        let told = self.on_request.as_ref().map(|told| (told, received.clone()));
        let number = lock(&self.log).push(received);
        if let Some((told, received)) = told {
            told(&Received { number, ..received });
        }
        let mut response = answered.response;
        if let Some(latency) = &self.latency {
            let delivery = Delivery { delay: lock(latency).next(), ..Delivery::default() };
            delivery.add_to(&mut response);
        }
        if head.method == Method::HEAD { response::without_body(response) } else { response }
    }

    /// Forces an answer upon the next request that it is meant for.
    ///
    /// Several wait in line: each request takes the first that is meant for it.
    pub fn fail_next(&self, failure: Failure) {
        self.fail(failure.times(1));
    }

    /// Forces an answer upon the requests that it is meant for, until the failures are
    /// [cleared](Self::clear_failures).
    ///
    /// Of several that are meant for a request, the first in line that meets it counts; those behind
    /// it do not notice the request.
    pub fn fail(&self, failure: Failure) {
        lock(&self.failures).push(failure);
    }

    /// Failures that may still meet a request.
    pub fn waiting_failures(&self) -> Vec<Failure> {
        lock(&self.failures).waiting()
    }

    /// Forgets all failures.
    pub fn clear_failures(&self) {
        lock(&self.failures).clear();
    }

    /// What was received so far, the oldest first: the latest 10,000 requests, or fewer when their
    /// bodies together are longer than 64 MiB.
    pub fn requests(&self) -> Vec<Received> {
        lock(&self.log).all()
    }

    /// Forgets what was received so far.
    pub fn clear_requests(&self) {
        lock(&self.log).clear();
    }

    /// Compares what was received with what is expected: just these requests, in this order.
    ///
    /// # Errors
    ///
    /// Something else was received; the error names all of it.
    pub fn check_received<T: Into<Expected>>(
        &self,
        expected: impl IntoIterator<Item = T>,
    ) -> Result<(), Mismatch> {
        let expected: Vec<Expected> = expected.into_iter().map(Into::into).collect();
        expect::compare(&expected, &self.requests())
    }

    /// Asserts that just these requests were received, in this order.
    ///
    /// # Panics
    ///
    /// Something else was received; the message names all of it.
    ///
    /// # Examples
    ///
    /// ```
    /// use bytes::Bytes;
    /// use deskpro_mock::{Expected, MockHelpdesk};
    ///
    /// let helpdesk = MockHelpdesk::builder().seed("tickets", 3).build()?;
    /// let request = http::Request::get("http://helpdesk.example.com/api/v2/tickets?page=2")
    ///     .header("Authorization", format!("key {}", MockHelpdesk::KEY));
    /// helpdesk.answer(request.body(Bytes::new())?);
    ///
    /// helpdesk.assert_received(["tickets.list"]);
    /// helpdesk.assert_received([Expected::from("tickets.list").with_query("page", "2")]);
    /// helpdesk.assert_expected();
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[track_caller]
    pub fn assert_received<T: Into<Expected>>(&self, expected: impl IntoIterator<Item = T>) {
        if let Err(mismatch) = self.check_received(expected) {
            panic!("{mismatch}");
        }
    }

    /// Asserts that every request so far meant an operation, and was right as the helpdesk sees it:
    /// what a [`Failure`] met counts as right.
    ///
    /// # Panics
    ///
    /// A request was not; the message names all of these, with what is wrong with them.
    #[track_caller]
    pub fn assert_expected(&self) {
        if let Err(mismatch) = expect::unexpected(&self.requests()) {
            panic!("{mismatch}");
        }
    }

    /// Gives so much at most of what was received after a request, the oldest first.
    pub(crate) fn received_after<T>(
        &self,
        number: u64,
        most: usize,
        each: impl FnMut(&Received) -> T,
    ) -> Vec<T> {
        lock(&self.log).after(number).take(most).map(each).collect()
    }

    /// Forgets what was received, what is to fail, and what was written: the data are as they were
    /// seeded.
    pub fn reset(&self) {
        self.clear_failures();
        self.clear_requests();
        *lock(&self.store) = self.seeded.clone();
    }

    /// The description that it interprets.
    pub fn api(&self) -> &Api {
        &self.api
    }

    /// How it speaks.
    pub fn dialect(&self) -> Dialect {
        self.dialect
    }
}

/// Without what it holds, which may be much and is not to be seen.
impl fmt::Debug for Helpdesk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Helpdesk")
            .field("api", &self.api.name)
            .field("dialect", &self.dialect)
            .finish_non_exhaustive()
    }
}

/// A thread that panicked while it held the lock leaves whole values: nothing is half written.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
