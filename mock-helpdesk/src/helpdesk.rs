//! The helpdesk without sockets: a request in, a response out.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use bytes::Bytes;
use deskpro_spec::api::Api;
use http::{Method, Request, Response};
use serde_json::Value;

use crate::act::Call;
use crate::asked::Asked;
use crate::clock::Clock;
use crate::expect::{self, Expected, Mismatch};
use crate::failure::{Failure, Failures, Verdict};
use crate::latency::Latency;
use crate::log::{Log, Received};
use crate::make::uploaded;
use crate::query::Query;
use crate::refuse::Refusal;
use crate::render::Renderer;
use crate::route::{Match, Route, Routes};
use crate::store::Store;
use crate::subject::Subject;
use crate::{
    Builder, Delivery, Dialect, Object, Permissions, batch, body, control, credentials, response,
};

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
        let number = lock(&self.log).push(received.clone());
        if let Some(told) = &self.on_request {
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

    /// Gives what was received after a request, the oldest first.
    pub(crate) fn received_after<T>(
        &self,
        number: u64,
        each: impl FnMut(&Received) -> T,
    ) -> Vec<T> {
        lock(&self.log).after(number).map(each).collect()
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

    /// The answer to a request, with what it means.
    fn respond(&self, asked: &Asked<'_>) -> Answered {
        let meant = self.meant(asked);
        let operation = match &meant {
            Match::Operation(route, _) => Some(route.name(&self.api)),
            Match::Batch => Some(BATCH.to_owned()),
            Match::OtherMethods(_) | Match::Nothing => None,
        };
        let failure = lock(&self.failures).take(operation.as_deref());
        let is_forced = failure.is_some();
        let verdict = failure.as_ref().map(|it| it.verdict(&self.api, self.dialect));
        if let Some(Verdict::Instead(response)) = verdict {
            return Answered { response, operation, is_forced };
        }
        let right = match self.carry_out(asked, meant) {
            Ok(response) => response,
            Err(refusal) => refusal.response(self.dialect),
        };
        let response = match failure {
            Some(failure) => failure.spoil(&self.api, right),
            None => right,
        };
        Answered { response, operation, is_forced }
    }

    /// What a request means. A POST may mean the GET of the same path, with the query in its body;
    /// where that is not described the header that says so means nothing.
    fn meant(&self, asked: &Asked<'_>) -> Match {
        if asked.says_query_in_body(&self.api) {
            let meant = self.routes.find(&self.api, &Method::GET, asked.path);
            if matches!(&meant, Match::Operation(it, _) if it.operation(&self.api).query_in_body) {
                return meant;
            }
        }
        self.routes.find(&self.api, &asked.head.method, asked.path)
    }

    fn carry_out(&self, asked: &Asked<'_>, meant: Match) -> Result<Response<Bytes>, Refusal> {
        let api = &*self.api;
        if let Match::OtherMethods(allow) = meant {
            return Err(Refusal::method_not_allowed(api, allow));
        }
        if meant == Match::Nothing {
            return self.file_at(asked).ok_or_else(|| Refusal::not_found(api));
        }
        let Some(may) = credentials::permissions(api, &asked.head.headers, &self.keys) else {
            return Err(Refusal::unauthorized(api));
        };
        let mut query = Query::parse(asked.head.uri.query().unwrap_or_default())
            .map_err(|message| Refusal::bad_request(api, message))?;
        let Match::Operation(route, values) = meant else {
            query.check_none().map_err(|message| Refusal::bad_request(api, message))?;
            return self.batch(asked);
        };
        let operation = route.operation(api);
        if !may.allow(&route.name(api), operation, api[operation.verb].meaning) {
            return Err(Refusal::forbidden(api));
        }
        let has_query_in_body = asked.says_query_in_body(api) && operation.query_in_body;
        if has_query_in_body {
            let sent = body::read_any(api, self.dialect, &asked.head.headers, asked.body)?;
            query.extend(&sent).map_err(|message| Refusal::bad_request(api, message))?;
        }
        query.check(api, operation).map_err(|message| Refusal::bad_request(api, message))?;
        let nothing = Bytes::new();
        let body = if has_query_in_body { &nothing } else { asked.body };
        self.perform(&Asked { body, ..*asked }, route, values, &query)
    }

    fn perform(
        &self,
        asked: &Asked<'_>,
        route: Route,
        values: Vec<String>,
        query: &Query,
    ) -> Result<Response<Bytes>, Refusal> {
        let api = &*self.api;
        let operation = route.operation(api);
        let now = self.clock.now();
        let mut store = lock(&self.store);
        let subject = Subject::find(&store, api, route.resource, operation, values)
            .map_err(|_| Refusal::not_found(api))?;
        let sent = body::read(api, self.dialect, operation, &asked.head.headers, asked.body)?;
        let (path, base) = (asked.path, &asked.full_base());
        let call = Call { api, operation, subject: &subject, path, base, query, sent, now: &now };
        let done = call.perform(&mut store)?;
        drop(store);
        let response = Renderer { api, dialect: self.dialect, base, path, query }.response(done);
        Ok(match asked.head.method == Method::OPTIONS {
            true => response::allowing(response, &self.routes.methods(api, path)),
            false => response,
        })
    }

    /// The file at an address outside the API, which needs no key.
    fn file_at(&self, asked: &Asked<'_>) -> Option<Response<Bytes>> {
        let is_get = matches!(asked.head.method, Method::GET | Method::HEAD);
        let store = lock(&self.store);
        let (resource, id) = uploaded::at(&self.api, &store, asked.head.uri.path())?;
        let file = store.files().get(resource, id).filter(|_| is_get)?;
        Some(response::file(200, &file.content_type, Some(&file.name), file.bytes.clone()))
    }

    /// Each request of a batch takes the way that it would take alone.
    fn batch(&self, asked: &Asked<'_>) -> Result<Response<Bytes>, Refusal> {
        let api = &*self.api;
        if asked.is_in_batch {
            return Err(Refusal::bad_request(api, "A batch cannot hold a batch"));
        }
        let requests = batch::read(api, self.dialect, &asked.head.headers, asked.body)?;
        let mut deliveries = Vec::new();
        let answers = requests.into_iter().map(|(key, part)| {
            let answer = match part.request(api, asked) {
                Ok((head, body)) => {
                    self.respond(&Asked::new(api, &head, &body).in_batch()).response
                }
                Err(refusal) => refusal.response(self.dialect),
            };
            deliveries.push(Delivery::of(&answer));
            (key, batch::answer(api, &answer))
        });
        let body = batch::answers(answers.collect());
        let status = api.batch.as_ref().map_or(200, |batch| batch.success);
        let mut response = response::json(status, &body, self.dialect);
        // What befalls the connection befalls the whole batch.
        deliveries.into_iter().for_each(|delivery| delivery.add_to(&mut response));
        Ok(response)
    }

    fn received(&self, asked: &Asked<'_>, answered: &Answered) -> Received {
        let Answered { response, operation, is_forced } = answered;
        let is_refusal = response.status().is_client_error() || response.status().is_server_error();
        let refusal = is_refusal.then(|| serde_json::from_slice(response.body()).ok()).flatten();
        let mut refusal: Object = refusal.unwrap_or_default();
        let mut said = |name: &str| refusal.remove(name).filter(|said| !said.is_null());
        let text = |said: Option<Value>| said.and_then(|it| it.as_str().map(str::to_owned));
        Received {
            number: 0,
            at: self.clock.now(),
            method: asked.head.method.to_string(),
            path: asked.head.uri.path().to_owned(),
            query: asked.head.uri.query().unwrap_or_default().to_owned(),
            headers: credentials::masked(&self.api, &asked.head.headers),
            body: asked.body.clone(),
            operation: operation.clone(),
            status: response.status().as_u16(),
            code: text(said("code")),
            message: text(said("message")),
            errors: said("errors"),
            is_forced: *is_forced,
        }
    }
}

/// What came of a request.
struct Answered {
    response: Response<Bytes>,
    /// The operation that the request means.
    operation: Option<String>,
    /// Whether a failure met it.
    is_forced: bool,
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
