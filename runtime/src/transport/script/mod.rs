//! What a helpdesk answers in a test, written down beforehand.

mod route;
mod scripted;

use std::{
    collections::VecDeque,
    fmt,
    sync::{Mutex, PoisonError},
};

use self::route::Route;
pub use self::scripted::Scripted;
use super::{MemoryTransport, RawResponse, TransportError, TransportErrorKind};

/// What a helpdesk answers in a test: by method and path, or one after the other.
///
/// A route is a method and a path, `GET /tickets/{id}`, or a path alone for all methods. A path fits
/// where an address ends with it; of several that fit, the longest counts, and then the one with the
/// fewest placeholders. Answers to the same route are given in order, the last one again and again.
///
/// # Examples
///
/// ```
/// use deskpro_runtime::transport::{Script, TransportErrorKind};
/// # use deskpro_runtime::{Auth, Client, Envelope, Error, Json, Method, Operation, Request, Undocumented};
/// #
/// # static GET: Operation = Operation {
/// #     name: "tickets.get",
/// #     method: Method::Get,
/// #     path: "/tickets/{id}",
/// #     negotiable: false,
/// #     repeatable: true,
/// #     success: &[200],
/// # };
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let transport = Script::new()
///     .on("GET /tickets/{id}", TransportErrorKind::Timeout)
///     .on("GET /tickets/{id}", (200, r#"{"data": {"id": 13}}"#))
///     .otherwise((404, ""))
///     .into_transport();
/// let client = Client::builder("https://support.example.com", Auth::none())
///     .transport(transport.clone())
///     .build()?;
/// # let ticket: Envelope<Json> =
/// #     Request::new(&client, &GET, &[&13]).send::<_, Box<Undocumented>>().await?;
/// # assert_eq!(ticket.data["id"], 13);
/// // Here a ticket is asked for: the first attempt fails, the second is answered.
/// assert_eq!(transport.requests().len(), 2);
/// # Ok(()) }
/// ```
#[derive(Default)]
#[must_use = "a script does nothing until it is made a transport"]
pub struct Script {
    routes: Vec<(Route, VecDeque<Scripted>)>,
    otherwise: Option<Scripted>,
}

impl Script {
    /// Nothing is answered.
    pub fn new() -> Self {
        Self::default()
    }

    /// Answers requests of this route, after the answers that were given for it before.
    pub fn on(mut self, route: &str, answer: impl Into<Scripted>) -> Self {
        let (route, answer) = (Route::parse(route), answer.into());
        match self.routes.iter_mut().find(|(known, _)| *known == route) {
            Some((_, answers)) => answers.push_back(answer),
            None => self.routes.push((route, VecDeque::from([answer]))),
        }
        self
    }

    /// Answers requests that fit no route; they get no answer unless this is set.
    pub fn otherwise(mut self, answer: impl Into<Scripted>) -> Self {
        self.otherwise = Some(answer.into());
        self
    }

    /// A transport that answers so and keeps the requests that it saw.
    pub fn into_transport(self) -> MemoryTransport {
        let script = Mutex::new(self);
        MemoryTransport::fallible(move |request| {
            script.lock().unwrap_or_else(PoisonError::into_inner).answer(request)
        })
    }

    fn answer<B>(&mut self, request: &http::Request<B>) -> Result<RawResponse, TransportError> {
        let (method, path) = (request.method().as_str(), request.uri().path());
        let fitting = self.routes.iter_mut().filter(|(route, _)| route.fits(method, path));
        let answers = fitting.max_by_key(|(route, _)| route.rank()).map(|(_, answers)| answers);
        let answer = match answers {
            Some(answers) if answers.len() > 1 => answers.pop_front(),
            Some(answers) => answers.front().cloned(),
            None => self.otherwise.clone(),
        };
        answer.unwrap_or_else(|| unscripted(request)).into_outcome()
    }
}

impl MemoryTransport {
    /// A transport that gives these answers one after the other, whatever it is asked; when there are no
    /// more, requests get no answer.
    ///
    /// # Examples
    ///
    /// ```
    /// use deskpro_runtime::transport::{MemoryTransport, Scripted, TransportErrorKind};
    ///
    /// let answers: [Scripted; 3] =
    ///     [(503, "").into(), TransportErrorKind::Closed.into(), (200, "[]").into()];
    /// let transport = MemoryTransport::in_order(answers);
    /// ```
    pub fn in_order<A: Into<Scripted>>(answers: impl IntoIterator<Item = A>) -> Self {
        let answers: VecDeque<Scripted> = answers.into_iter().map(Into::into).collect();
        let answers = Mutex::new(answers);
        Self::fallible(move |request| {
            let next = answers.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
            next.unwrap_or_else(|| unscripted(request)).into_outcome()
        })
    }
}

fn unscripted<B>(request: &http::Request<B>) -> Scripted {
    let (method, path) = (request.method(), request.uri().path());
    let message = format!("the script holds no answer for {method} {path}");
    TransportError::new(TransportErrorKind::Other, message).into()
}

impl fmt::Debug for Script {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.routes.iter().map(|(route, answers)| (route, answers))).finish()
    }
}
