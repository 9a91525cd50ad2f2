//! The way of a request through the helpdesk.

use bytes::Bytes;
use http::{Method, Response};
use serde_json::Value;

use super::{BATCH, Helpdesk, lock};
use crate::act::Call;
use crate::asked::Asked;
use crate::delivery::Delivery;
use crate::failure::Verdict;
use crate::log::Received;
use crate::make::uploaded;
use crate::query::Query;
use crate::refuse::Refusal;
use crate::render::Renderer;
use crate::route::{Match, Route};
use crate::subject::Subject;
use crate::{Object, batch, body, credentials, response};

impl Helpdesk {
    /// The answer to a request, with what it means.
    pub(super) fn respond(&self, asked: &Asked<'_>) -> Answered {
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

    pub(super) fn received(&self, asked: &Asked<'_>, answered: &Answered) -> Received {
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
pub(super) struct Answered {
    pub(super) response: Response<Bytes>,
    /// The operation that the request means.
    operation: Option<String>,
    /// Whether a failure met it.
    is_forced: bool,
}
