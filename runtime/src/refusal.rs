//! An answer that says no, with everything that it says.

use std::{fmt, marker::PhantomData, time::Duration};

use bytes::Bytes;
use http::HeaderMap;

use crate::{
    ErrorTree, FieldError, RequestLine, Response,
    error_body::ErrorBody,
    shown::{Shown, content_type, request_id},
    transport::BodyEnd,
};

/// An answer that says no: status, code, message, the errors of the fields, headers and raw body.
///
/// `V` is the API's type of validation codes.
///
/// Its text names all of that but the body:
/// `tickets.create: PUT /tickets answered 400 invalid_input: Request input is invalid. (subject:
/// This value should not be blank. [required]) (request id 8f3c)`.
///
/// # Examples
///
/// ```
/// use deskpro_runtime::Refusal;
///
/// fn report(refusal: &Refusal<String>) {
///     for error in refusal.field("date.day") {
///         eprintln!("the day: {} [{}]", error.message(), error.raw_code());
///     }
///     if refusal.has_code("dupe_ticket") {
///         eprintln!("there is such a ticket already");
///     }
/// }
/// ```
pub struct Refusal<V> {
    content: Content,
    code: PhantomData<fn() -> V>,
}

/// A refusal with a status that is not documented for the operation.
pub type Undocumented = Refusal<String>;

/// The errors of one operation: one variant per documented refusal. Generated.
pub trait Refused: Sized {
    /// The API's type of validation codes.
    ///
    /// An enum: a [`Drift`](crate::Drift) takes a code for unknown that becomes the same variant as any text.
    type Code: for<'a> From<&'a str>;

    /// Whether it is described which refusals there are.
    const IS_DESCRIBED: bool = true;

    /// Picks the variant of a refusal.
    ///
    /// # Errors
    ///
    /// Gives the refusal back when its status is not documented for the operation.
    fn sort(refusal: Box<Refusal<Self::Code>>) -> Result<Self, Box<Refusal<Self::Code>>>;

    /// The refusal that this variant holds.
    fn refusal(&self) -> &Refusal<Self::Code>;
}

/// For requests made by hand: takes every refusal as it is.
impl Refused for Box<Undocumented> {
    type Code = String;
    const IS_DESCRIBED: bool = false;

    fn sort(refusal: Box<Undocumented>) -> Result<Self, Box<Undocumented>> {
        Ok(refusal)
    }

    fn refusal(&self) -> &Undocumented {
        self
    }
}

#[derive(Clone)]
struct Content {
    response: Response,
    body: ErrorBody,
}

impl<V> Refusal<V> {
    /// Reads an answer as a refusal; any body will do, also none.
    pub fn new(response: Response) -> Self {
        let body = ErrorBody::read(response.body());
        Self { content: Content { response, body }, code: PhantomData }
    }

    /// The same refusal for other validation codes.
    pub(crate) fn recoded<W>(self) -> Refusal<W> {
        Refusal { content: self.content, code: PhantomData }
    }

    /// The same refusal with another code.
    pub(crate) fn with_code(mut self, code: &str) -> Self {
        self.content.body.code = Some(code.to_owned());
        self
    }

    /// The whole answer.
    pub fn response(&self) -> &Response {
        &self.content.response
    }

    /// The request that was refused: operation, method and path.
    pub fn request(&self) -> &RequestLine {
        self.content.response.request()
    }

    /// The HTTP status.
    pub fn status(&self) -> u16 {
        self.content.response.status()
    }

    /// The status that the body claims, which is not always the HTTP status.
    pub fn body_status(&self) -> Option<u16> {
        self.content.body.status
    }

    /// The code, empty when there is none.
    pub fn code(&self) -> &str {
        self.raw_code().unwrap_or_default()
    }

    /// The code, where there is one.
    pub fn raw_code(&self) -> Option<&str> {
        self.content.body.code.as_deref()
    }

    /// What the helpdesk says in English, where it says something.
    pub fn message(&self) -> Option<&str> {
        self.content.body.message.as_deref()
    }

    /// The headers of the answer.
    pub fn headers(&self) -> &HeaderMap {
        self.content.response.headers()
    }

    /// The raw body, JSON or not.
    pub fn body(&self) -> &Bytes {
        self.content.response.body()
    }

    /// Whether the body was longer than the limit, or broke off.
    pub fn body_was_cut(&self) -> bool {
        !matches!(self.content.response.ended(), BodyEnd::Complete)
    }

    /// What is wrong with the request's fields, level by level.
    pub fn tree(&self) -> &ErrorTree {
        &self.content.body.tree
    }

    /// Every single thing that is wrong, with the path of its field.
    pub fn errors(&self) -> impl Iterator<Item = FieldError<'_, V>> {
        self.tree().leaves()
    }

    /// What is wrong with one field, by its path: `date.day`.
    pub fn field<'a>(&'a self, path: &'a str) -> impl Iterator<Item = FieldError<'a, V>> {
        self.errors().filter(move |error| error.path() == path)
    }

    /// Whether this code occurs anywhere: as the refusal's own, or as that of any field.
    ///
    /// A duplicate ticket, for one, is refused as `invalid_input` with `dupe_ticket` below (HMRC).
    pub fn has_code(&self, code: &str) -> bool {
        self.raw_code() == Some(code) || self.tree().has_code(code)
    }

    /// Whether a rate limit was hit: 429, or 403 with the code `rate_limits` (GUIDE, PHP17).
    pub fn is_rate_limited(&self) -> bool {
        match self.status() {
            429 => true,
            403 => self.code() == "rate_limits",
            _ => false,
        }
    }

    /// Whether the helpdesk is offline for maintenance: 423 (GUIDE).
    pub fn is_maintenance(&self) -> bool {
        self.status() == 423
    }

    /// How long the helpdesk asks to wait: the `Retry-After` header, in seconds or as a date.
    pub fn retry_after(&self) -> Option<Duration> {
        self.content.response.retry_after()
    }
}

impl Content {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { response, body } = self;
        write!(f, "{} answered {}", response.request(), response.status())?;
        match (body.code.as_deref(), body.message.as_deref()) {
            (Some(code), Some(message)) if code != message => {
                write!(f, " {}: {}", Shown(code), Shown(message))?;
            }
            (Some(text), _) | (None, Some(text)) => write!(f, ": {}", Shown(text))?,
            (None, None) => write!(f, "{}", content_type(response))?,
        }
        self.fmt_fields(f)?;
        match response.head().location() {
            Some(location) if (300..400).contains(&response.status()) => {
                write!(f, ", to {}", Shown(without_query(location)))?;
            }
            _ => {}
        }
        write!(f, "{}", request_id(response))
    }

    /// The first thing that is wrong, and how many more there are.
    fn fmt_fields(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(first) = self.body.tree.leaves::<String>().next() else {
            return Ok(());
        };
        f.write_str(" (")?;
        let mut gap = "";
        if !first.path().is_empty() {
            write!(f, "{}:", Shown(first.path()))?;
            gap = " ";
        }
        if !first.message().is_empty() {
            write!(f, "{gap}{}", Shown(first.message()))?;
            gap = " ";
        }
        if !first.raw_code().is_empty() {
            write!(f, "{gap}[{}]", Shown(first.raw_code()))?;
        }
        match self.body.tree.count() {
            1 => f.write_str(")"),
            more => write!(f, ", and {} more)", more - 1),
        }
    }
}

fn without_query(location: &str) -> &str {
    location.split(['?', '#']).next().unwrap_or_default()
}

impl<V> Clone for Refusal<V> {
    fn clone(&self) -> Self {
        Self { content: self.content.clone(), code: PhantomData }
    }
}

impl<V> fmt::Debug for Refusal<V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Content { response, body } = &self.content;
        f.debug_struct("Refusal").field("response", response).field("read", body).finish()
    }
}

impl<V> fmt::Display for Refusal<V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.content.fmt(f)
    }
}

impl<V> std::error::Error for Refusal<V> {}
