//! What a request would send, to be looked at.

mod content;
mod curl;
mod shown;

use std::fmt;

use http::{HeaderMap, HeaderValue, Method, Uri, header};

use self::{curl::Curl, shown::Shown};
use crate::{
    Exchange, Request, RequestError,
    mask::{MASK, Mask},
    transport::RequestBody,
};

/// The HTTP request that a request would send first. Nothing was sent to make it: no limit counts it,
/// and nobody was asked for credentials.
///
/// It is what the transport would be given, the method that the client has learnt included; the
/// transport adds what belongs to the connection, such as `Host`. Where the client asks for its
/// [credentials](crate::Credentials), what stands for them is `***`.
///
/// Its text is written as HTTP is, secrets as `***`: headers that show who asks or that were set by the
/// caller, and what a query, a form or JSON calls a password, a token or the like. Files are said to be
/// there, not shown. `Debug` shows the same.
///
/// # Examples
///
/// ```
/// use deskpro_runtime::{Auth, Client, Method, Operation, Request};
/// # use deskpro_runtime::transport::MemoryTransport;
///
/// static CREATE: Operation = Operation {
///     name: "tickets.create",
///     method: Method::Post,
///     path: "/tickets",
///     negotiable: true,
///     repeatable: false,
///     success: &[201],
/// };
///
/// # let transport = MemoryTransport::new(|_| Default::default());
/// let client = Client::builder("https://support.example.com", Auth::key("2:ABC"))
///     .user_agent("example/1.0")
/// #   .transport(transport)
///     .build()?;
/// let request = Request::of(&client, &CREATE).field("subject", &"It's on fire");
///
/// let dry_run = request.dry_run()?;
/// assert_eq!(
///     dry_run.to_string(),
///     r#"POST https://support.example.com/tickets
/// accept: application/json
/// authorization: ***
/// content-type: application/json
/// user-agent: example/1.0
///
/// {"subject":"It's on fire"}
/// "#
/// );
/// assert_eq!(
///     dry_run.curl(),
///     "curl -X POST 'https://support.example.com/tickets' -H 'accept: application/json' \
///      -H 'authorization: ***' -H 'content-type: application/json' -H 'user-agent: example/1.0' \
///      --data-raw '{\"subject\":\"It'\\''s on fire\"}'"
/// );
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[must_use = "nothing is sent: it is there to be looked at"]
pub struct DryRun {
    http: http::Request<RequestBody>,
}

impl DryRun {
    pub(crate) fn of(request: Request) -> Result<Self, RequestError> {
        let mut exchange = Exchange::begin(request)?;
        let mut http = exchange.http_request();
        if exchange.client().settings().credentials.is_some() {
            let mut value = HeaderValue::from_static(MASK);
            value.set_sensitive(true);
            http.headers_mut().insert(header::AUTHORIZATION, value);
        }
        Ok(Self { http })
    }

    /// The method.
    pub fn method(&self) -> &Method {
        self.http.method()
    }

    /// The whole address, with the query as it is.
    pub fn url(&self) -> &Uri {
        self.http.uri()
    }

    /// The headers as they are. Those that are secrets are marked, so that `Debug` does not show them.
    pub fn headers(&self) -> &HeaderMap {
        self.http.headers()
    }

    /// The body as it is; nothing of it was read yet where it comes from elsewhere.
    pub fn body(&self) -> &RequestBody {
        self.http.body()
    }

    /// A line for a shell that sends the same with curl, secrets as `***`.
    ///
    /// It is quoted for `sh`. The parts of a form are given one by one, files by their names: they have to
    /// be where the line is run. A body that is binary, or that comes from elsewhere, is taken from
    /// standard input.
    pub fn curl(&self) -> String {
        Curl { http: &self.http, mask: Some(&self.mask()) }.to_string()
    }

    /// The same line with all secrets in it, which can be run as it is: nothing for a log.
    ///
    /// Credentials that the client has to ask for are `***` here too.
    pub fn curl_with_secrets(&self) -> String {
        Curl { http: &self.http, mask: None }.to_string()
    }

    fn mask(&self) -> Mask {
        Mask::default().knowing(self.headers())
    }

    /// The names and texts of the headers in the order of their names; masked, where there is a mask.
    fn header_lines<'h>(
        http: &'h http::Request<RequestBody>,
        mask: Option<&Mask>,
    ) -> Vec<(&'h str, String)> {
        let text = |name, value: &HeaderValue| match mask {
            Some(mask) => mask.header(name, value),
            None => std::str::from_utf8(value.as_bytes()).ok().map(str::to_owned),
        };
        let shown = http.headers().iter().map(|(name, value)| {
            (name.as_str(), text(name, value).unwrap_or_else(|| MASK.to_owned()))
        });
        let mut lines: Vec<_> = shown.collect();
        lines.sort();
        lines
    }
}

impl fmt::Display for DryRun {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Shown { http: &self.http, mask: &self.mask() }.fmt(f)
    }
}

impl fmt::Debug for DryRun {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
