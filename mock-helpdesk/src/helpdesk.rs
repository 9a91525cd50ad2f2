//! The helpdesk without sockets: a request in, a response out.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use bytes::Bytes;
use deskpro_spec::api::Api;
use http::{Method, Request, Response};

use crate::act::Call;
use crate::asked::Asked;
use crate::clock::Clock;
use crate::failure::{Failure, Failures};
use crate::log::{Log, Received};
use crate::query::Query;
use crate::refuse::Refusal;
use crate::render::Renderer;
use crate::route::{Match, Route, Routes};
use crate::seed::Seeds;
use crate::store::Store;
use crate::subject::Subject;
use crate::{Builder, Dialect, batch, body, credentials, response};

/// What a batch is called where operations are named.
const BATCH: &str = "batch";

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
    keys: Vec<String>,
    clock: Clock,
    routes: Routes,
    store: Mutex<Store>,
    failures: Mutex<Failures>,
    log: Mutex<Log>,
}

impl Helpdesk {
    pub(crate) fn new(
        api: Arc<Api>,
        dialect: Dialect,
        keys: Vec<String>,
        clock: Clock,
        seeds: Seeds,
    ) -> Self {
        Self {
            dialect,
            keys,
            clock,
            routes: Routes::new(&api, dialect),
            store: Mutex::new(Store::new(Arc::clone(&api), seeds)),
            failures: Mutex::default(),
            log: Mutex::default(),
            api,
        }
    }

    /// A helpdesk yet to be set up.
    pub fn builder() -> Builder {
        Builder::default()
    }

    /// Answers a request. Whatever it is, there is an answer.
    pub fn answer(&self, request: Request<Bytes>) -> Response<Bytes> {
        let (head, body) = request.into_parts();
        let asked = Asked::new(&self.api, &head, &body);
        let (response, operation) = self.respond(&asked);
        let received = self.received(&asked, operation, &response);
        lock(&self.log).push(received);
        if head.method == Method::HEAD { response::without_body(response) } else { response }
    }

    /// Forces an answer upon the next request that it is meant for.
    ///
    /// Several wait in line: each request takes the first that is meant for it.
    pub fn fail_next(&self, failure: Failure) {
        lock(&self.failures).push(failure);
    }

    /// Failures that no request has met yet.
    pub fn waiting_failures(&self) -> Vec<Failure> {
        lock(&self.failures).waiting()
    }

    /// What was received so far, the oldest first: the latest 10,000 requests.
    pub fn requests(&self) -> Vec<Received> {
        lock(&self.log).all()
    }

    /// The description that it interprets.
    pub fn api(&self) -> &Api {
        &self.api
    }

    /// How it speaks.
    pub fn dialect(&self) -> Dialect {
        self.dialect
    }

    /// The answer to a request, and the operation that it means.
    fn respond(&self, asked: &Asked<'_>) -> (Response<Bytes>, Option<String>) {
        let meant = self.meant(asked);
        let operation = match &meant {
            Match::Operation(route, _) => Some(route.name(&self.api)),
            Match::Batch => Some(BATCH.to_owned()),
            Match::OtherMethods(_) | Match::Nothing => None,
        };
        let failure = lock(&self.failures).take(operation.as_deref());
        let instead = failure.as_ref().and_then(|it| it.instead(&self.api, self.dialect));
        if let Some(instead) = instead {
            return (instead, operation);
        }
        let right = match self.carry_out(asked, meant) {
            Ok(response) => response,
            Err(refusal) => refusal.response(self.dialect),
        };
        let response = match failure {
            Some(failure) => failure.spoil(&self.api, right),
            None => right,
        };
        (response, operation)
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
            return Err(Refusal::not_found(api));
        }
        if !credentials::are_known(api, &asked.head.headers, &self.keys) {
            return Err(Refusal::unauthorized(api));
        }
        let mut query = Query::parse(asked.head.uri.query().unwrap_or_default())
            .map_err(|message| Refusal::bad_request(api, message))?;
        let Match::Operation(route, values) = meant else {
            query.check_none().map_err(|message| Refusal::bad_request(api, message))?;
            return self.batch(asked);
        };
        let operation = route.operation(api);
        let has_query_in_body = asked.says_query_in_body(api) && operation.query_in_body;
        if has_query_in_body {
            let sent = body::read_any(api, &asked.head.headers, asked.body)?;
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
        let sent = body::read(api, operation, &asked.head.headers, asked.body)?;
        let path = asked.path;
        let call = Call { api, operation, subject: &subject, path, query, sent, now: &now };
        let done = call.perform(&mut store).map_err(|_| Refusal::not_found(api))?;
        drop(store);
        let base = &asked.full_base();
        let response = Renderer { api, dialect: self.dialect, base, path, query }.response(done);
        Ok(match asked.head.method == Method::OPTIONS {
            true => response::allowing(response, &self.routes.methods(api, path)),
            false => response,
        })
    }

    /// Each request of a batch takes the way that it would take alone.
    fn batch(&self, asked: &Asked<'_>) -> Result<Response<Bytes>, Refusal> {
        let api = &*self.api;
        if asked.is_in_batch {
            return Err(Refusal::bad_request(api, "A batch cannot hold a batch"));
        }
        let requests = batch::read(api, &asked.head.headers, asked.body)?;
        let answers = requests.into_iter().map(|(key, part)| {
            let answer = match part.request(api, asked) {
                Ok((head, body)) => self.respond(&Asked::new(api, &head, &body).in_batch()).0,
                Err(refusal) => refusal.response(self.dialect),
            };
            (key, batch::answer(api, &answer))
        });
        let body = batch::answers(answers.collect());
        let status = api.batch.as_ref().map_or(200, |batch| batch.success);
        Ok(response::json(status, &body, self.dialect))
    }

    fn received(
        &self,
        asked: &Asked<'_>,
        operation: Option<String>,
        response: &Response<Bytes>,
    ) -> Received {
        let is_refusal = response.status().is_client_error() || response.status().is_server_error();
        let answer = is_refusal.then(|| serde_json::from_slice(response.body()).ok()).flatten();
        let code = answer.and_then(|answer: serde_json::Value| {
            answer.get("code").and_then(|code| code.as_str()).map(str::to_owned)
        });
        Received {
            method: asked.head.method.to_string(),
            path: asked.head.uri.path().to_owned(),
            query: asked.head.uri.query().unwrap_or_default().to_owned(),
            headers: credentials::masked(&self.api, &asked.head.headers),
            body: asked.body.clone(),
            operation,
            status: response.status().as_u16(),
            code,
        }
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
