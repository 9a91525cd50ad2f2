//! An answer written as text, and clients that get it.

use bytes::Bytes;
use deskpro_runtime::{
    ApiFacts, Auth, Client, ClientBuilder, Drift, Error, FromResponse, Method, Operation, Request,
    Undocumented,
    transport::{BodyEnd, MemoryTransport, RawResponse, TransportError, TransportErrorKind},
};
use futures_util::FutureExt;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};

/// What a helpdesk answers to every request.
#[derive(Debug, Clone)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
    pub(crate) end: End,
}

/// How a body ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    Whole,
    Closed,
    Late,
    /// Of the body no more than so many bytes are read.
    Limit(usize),
}

/// Where the helpdesk is.
pub(crate) const HOME: &str = "https://support.example.com";

/// What clients show to the helpdesk and nobody else may see.
pub(crate) const SECRET: &str = "YWK2PGCS8CNW62SR8TBTBKWMY";

pub(crate) static API: ApiFacts = ApiFacts {
    title: "Helpdesk",
    base_path: "/api/v2",
    date_pinned: true,
    headers: &[],
    query_in_body: None,
};

pub(crate) static GET: Operation = Operation {
    name: "tickets.get",
    method: Method::Get,
    path: "/tickets/{id}",
    negotiable: false,
    repeatable: true,
    success: &[200],
};

pub(crate) static CREATE: Operation = Operation {
    name: "tickets.create",
    method: Method::Put,
    path: "/tickets/{id}/messages",
    negotiable: true,
    repeatable: false,
    success: &[200, 201],
};

/// Why a request was in vain.
pub(crate) type Failed = Error<Box<Undocumented>>;

impl Answer {
    /// Reads a line such as `200`, `200 closed`, `200 late` or `200 1000`, which is a limit; then lines
    /// of headers, an empty line and the body. `None` when there is no status.
    pub(crate) fn parse(text: &[u8]) -> Option<Self> {
        let (first, mut rest) = line(text);
        let (status, end) = first.split_once(' ').unwrap_or((&first, ""));
        let status = status.parse::<StatusCode>().ok()?;
        let end = match end {
            "closed" => End::Closed,
            "late" => End::Late,
            limit => limit.parse().map_or(End::Whole, End::Limit),
        };
        let mut headers = HeaderMap::new();
        while !rest.is_empty() {
            let (header, after) = rest.split_at(place(rest, b'\n'));
            rest = after.get(1..).unwrap_or_default();
            if header.is_empty() {
                break;
            }
            let (name, value) = header.split_at(place(header, b':'));
            let value = value.get(1..).unwrap_or_default().trim_ascii();
            // What could not be a header is none.
            if let (Ok(name), Ok(value)) =
                (HeaderName::from_bytes(name), HeaderValue::from_bytes(value))
            {
                headers.append(name, value);
            }
        }
        Some(Self { status, headers, body: Bytes::copy_from_slice(rest), end })
    }

    /// An answer of JSON.
    pub(crate) fn json(status: u16, body: impl Into<Bytes>) -> Self {
        let status = StatusCode::from_u16(status).expect("a status");
        Self { status, headers: HeaderMap::new(), body: body.into(), end: End::Whole }
    }

    /// As much of the body as is read.
    pub(crate) fn read(&self) -> &[u8] {
        match self.end {
            End::Limit(limit) => self.body.get(..limit).unwrap_or(&self.body),
            _ => &self.body,
        }
    }

    /// Whether the body is received to its end.
    pub(crate) fn is_whole(&self) -> bool {
        match self.end {
            End::Whole => true,
            End::Limit(limit) => self.body.len() <= limit,
            End::Closed | End::Late => false,
        }
    }

    /// Whether the helpdesk itself says this in its headers or its body.
    pub(crate) fn holds(&self, text: &str) -> bool {
        let is_in = |bytes: &[u8]| bytes.windows(text.len()).any(|part| part == text.as_bytes());
        self.headers.values().any(|value| is_in(value.as_bytes())) || is_in(&self.body)
    }

    /// How many bytes the headers have.
    pub(crate) fn headers_length(&self) -> usize {
        self.headers.iter().map(|(name, value)| name.as_str().len() + value.len()).sum()
    }

    /// A transport that answers every request so.
    pub(crate) fn transport(&self) -> MemoryTransport {
        let (kind, answer) = (self.end, self.clone());
        MemoryTransport::fallible(move |_| {
            let broken = |kind| BodyEnd::Broken(TransportError::new(kind, "it broke"));
            Ok(RawResponse {
                status: answer.status,
                headers: answer.headers.clone(),
                body: answer.body.clone(),
                ended: match kind {
                    End::Closed => broken(TransportErrorKind::Closed),
                    End::Late => broken(TransportErrorKind::Timeout),
                    End::Whole | End::Limit(_) => BodyEnd::Complete,
                },
            })
        })
    }

    /// The settings of a client of a helpdesk at this address that answers every request so, and the
    /// record of what is sent. Nothing is sent again.
    pub(crate) fn builder<C: From<Client>>(
        &self,
        address: &str,
    ) -> (ClientBuilder<C>, MemoryTransport) {
        let transport = self.transport();
        let builder = ClientBuilder::new(address, Auth::key(format!("2:{SECRET}")), &API)
            .transport(transport.clone())
            .without_retries();
        match self.end {
            End::Limit(limit) => (builder.body_limit(limit), transport),
            _ => (builder, transport),
        }
    }

    /// A client of a helpdesk that answers every request so, and the record of what is sent.
    pub(crate) fn client<C: From<Client>>(&self) -> (C, MemoryTransport) {
        let (builder, transport) = self.builder(HOME);
        (builder.build().expect("valid settings"), transport)
    }

    /// The same where somebody looks for what is not described.
    pub(crate) fn ask_observed<A: FromResponse>(
        &self,
        operation: &'static Operation,
        drift: &Drift,
    ) -> Result<A, Failed> {
        let client = self.builder(HOME).0.observe(drift).build().expect("valid settings");
        now(Request::new(&client, operation, &[&13]).send())
    }

    /// What comes of a request of this operation.
    pub(crate) fn ask<A: FromResponse>(&self, operation: &'static Operation) -> Result<A, Failed> {
        let (client, _) = self.client();
        now(Request::new(&client, operation, &[&13]).send())
    }
}

/// What comes of a future that has to wait for nothing.
pub(crate) fn now<T>(future: impl Future<Output = T>) -> T {
    future.now_or_never().expect("a transport without a network answers at once")
}

/// The first line as text, and what comes after it.
fn line(text: &[u8]) -> (String, &[u8]) {
    let (line, rest) = text.split_at(place(text, b'\n'));
    (String::from_utf8_lossy(line).into_owned(), rest.get(1..).unwrap_or_default())
}

/// Where a byte is, or the end.
fn place(text: &[u8], byte: u8) -> usize {
    text.iter().position(|it| *it == byte).unwrap_or(text.len())
}
