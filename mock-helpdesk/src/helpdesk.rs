//! The helpdesk without sockets: a request in, a response out.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use bytes::Bytes;
use deskpro_spec::api::Api;
use http::{Request, Response, Uri, header, request};

use crate::act::Call;
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
use crate::{Builder, Dialect, body, credentials};

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

/// A request beside its body, and what is known of it so far.
struct Asked<'a> {
    head: &'a request::Parts,
    body: &'a Bytes,
    /// What precedes paths in full addresses.
    base: &'a str,
    /// The path below the base path.
    path: &'a str,
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
        let (base, path) = self.split(&head.uri);
        let base = format!("{}{base}", origin(&head));
        let asked = Asked { head: &head, body: &body, base: &base, path };
        let meant = self.routes.find(&self.api, &head.method, path);
        let operation = match &meant {
            Match::Operation(route, _) => Some(route.name(&self.api)),
            Match::OtherMethods(_) | Match::Nothing => None,
        };
        let response = self.answer_or_fail(&asked, meant, operation.as_deref());
        let received = self.received(&asked, operation, &response);
        lock(&self.log).push(received);
        response
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

    fn answer_or_fail(
        &self,
        asked: &Asked<'_>,
        meant: Match,
        operation: Option<&str>,
    ) -> Response<Bytes> {
        let failure = lock(&self.failures).take(operation);
        let instead = failure.as_ref().and_then(|it| it.instead(&self.api, self.dialect));
        if let Some(instead) = instead {
            return instead;
        }
        let right = match self.carry_out(asked, meant) {
            Ok(response) => response,
            Err(refusal) => refusal.response(self.dialect),
        };
        match failure {
            Some(failure) => failure.spoil(&self.api, right),
            None => right,
        }
    }

    fn carry_out(&self, asked: &Asked<'_>, meant: Match) -> Result<Response<Bytes>, Refusal> {
        let api = &*self.api;
        let (route, values) = match meant {
            Match::Operation(route, values) => (route, values),
            Match::OtherMethods(allow) => return Err(Refusal::method_not_allowed(api, allow)),
            Match::Nothing => return Err(Refusal::not_found(api)),
        };
        if !credentials::are_known(api, &asked.head.headers, &self.keys) {
            return Err(Refusal::unauthorized(api));
        }
        let query = Query::parse(asked.head.uri.query().unwrap_or_default());
        let query = query.and_then(|query| query.check(api, route.operation(api)).map(|()| query));
        let query = query.map_err(|message| Refusal::bad_request(api, message))?;
        self.perform(asked, route, values, &query)
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
        let body = body::read(api, operation, &asked.head.headers, asked.body)?;
        let call = Call { api, operation, subject: &subject, query, body, now: &now };
        let done = call.perform(&mut store).map_err(|_| Refusal::not_found(api))?;
        drop(store);
        let Asked { base, path, .. } = *asked;
        Ok(Renderer { api, dialect: self.dialect, base, path, query }.response(done))
    }

    /// A path's base, with the date that pins the version, and what follows it.
    fn split<'u>(&self, uri: &'u Uri) -> (&'u str, &'u str) {
        let path = uri.path();
        let is_within = |rest: &&str| rest.is_empty() || rest.starts_with('/');
        // What is not below the base path is no path of the API: an empty one never matches.
        let Some(rest) = path.strip_prefix(self.api.base_path.as_str()).filter(is_within) else {
            return (path, "");
        };
        let pinned = rest.strip_prefix('/').and_then(|rest| rest.split_at_checked(8));
        let rest = match pinned {
            Some((date, after)) if self.api.date_pinned && is_date(date) && is_within(&after) => {
                after
            }
            _ => rest,
        };
        path.split_at_checked(path.len() - rest.len()).unwrap_or((path, ""))
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

/// Scheme and host by which the helpdesk was reached: `http://127.0.0.1:4010`.
fn origin(head: &request::Parts) -> String {
    let scheme = head.uri.scheme_str().unwrap_or("http");
    let named = head.headers.get(header::HOST).and_then(|host| host.to_str().ok());
    let host = head.uri.authority().map(http::uri::Authority::as_str).or(named);
    format!("{scheme}://{}", host.unwrap_or("localhost"))
}

fn is_date(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A thread that panicked while it held the lock leaves whole values: nothing is half written.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
