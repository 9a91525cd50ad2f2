//! A small API in the shape of generated code, and a helpdesk that answers from a closure.

use std::fmt;

use bytes::Bytes;
use deskpro_runtime::{
    ApiFacts, Auth, Client, ClientBuilder, Decode, Error, Id, Invalid, JsonReader, Method,
    Operation, Ref, Refusal, Refused, Request, Resource, transport::MemoryTransport,
};

pub(crate) static API: ApiFacts = ApiFacts {
    title: "Helpdesk",
    base_path: "/api/v2",
    date_pinned: true,
    headers: &[("Accept", "application/json")],
    query_in_body: None,
};

pub(crate) static LIST: Operation = operation("tickets.list", Method::Get, "/tickets", &[200]);
pub(crate) static GET: Operation = operation("tickets.get", Method::Get, "/tickets/{id}", &[200]);
pub(crate) static CREATE: Operation =
    operation("tickets.create", Method::Put, "/tickets", &[201, 200]);
pub(crate) static UPDATE: Operation =
    operation("tickets.update", Method::Post, "/tickets/{id}", &[204, 200]);
pub(crate) static DELETE: Operation =
    operation("tickets.delete", Method::Delete, "/tickets/{id}", &[204, 200]);

const fn operation(
    name: &'static str,
    method: Method,
    path: &'static str,
    success: &'static [u16],
) -> Operation {
    let negotiable = matches!(method, Method::Put | Method::Post);
    Operation { name, method, path, negotiable, repeatable: !negotiable, success }
}

#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Ticket {
    pub(crate) id: Id<Ticket>,
    pub(crate) subject: String,
    pub(crate) person: Option<Ref<Person>>,
}

#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Person {
    pub(crate) id: Id<Person>,
    pub(crate) name: String,
}

impl Decode for Ticket {
    fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        json.object(&mut [
            ("id", &mut self.id),
            ("subject", &mut self.subject),
            ("person", &mut self.person),
        ])
    }
}

impl Decode for Person {
    fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        json.object(&mut [("id", &mut self.id), ("name", &mut self.name)])
    }
}

impl Resource for Ticket {
    const LINKED_AS: &'static str = "ticket";

    fn id(&self) -> Id<Self> {
        self.id
    }
}

impl Resource for Person {
    const LINKED_AS: &'static str = "person";

    fn id(&self) -> Id<Self> {
        self.id
    }
}

/// A validation code.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Code {
    Required,
    Unknown(String),
}

impl From<&str> for Code {
    fn from(code: &str) -> Self {
        match code {
            "required" => Self::Required,
            _ => Self::Unknown(code.to_owned()),
        }
    }
}

/// The documented refusals.
#[derive(Debug, Clone)]
pub(crate) enum TicketError {
    InvalidInput(Box<Refusal<Code>>),
    OtherBadRequest(Box<Refusal<Code>>),
    NotFound(Box<Refusal<Code>>),
    MethodNotAllowed(Box<Refusal<Code>>),
}

impl Refused for TicketError {
    type Code = Code;

    fn sort(refusal: Box<Refusal<Code>>) -> Result<Self, Box<Refusal<Code>>> {
        Ok(match (refusal.status(), refusal.code()) {
            (400, "invalid_input") => Self::InvalidInput(refusal),
            (400, _) => Self::OtherBadRequest(refusal),
            (404, _) => Self::NotFound(refusal),
            (405, _) => Self::MethodNotAllowed(refusal),
            _ => return Err(refusal),
        })
    }

    fn refusal(&self) -> &Refusal<Code> {
        match self {
            Self::InvalidInput(refusal)
            | Self::OtherBadRequest(refusal)
            | Self::NotFound(refusal)
            | Self::MethodNotAllowed(refusal) => refusal,
        }
    }
}

impl fmt::Display for TicketError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.refusal().fmt(f)
    }
}

impl std::error::Error for TicketError {}

pub(crate) type Failed = Error<TicketError>;

/// A client whose helpdesk answers from the closure.
pub(crate) fn helpdesk(
    answer: impl Fn(&http::Request<Bytes>) -> http::Response<Bytes> + Send + Sync + 'static,
) -> (Client, MemoryTransport) {
    let transport = MemoryTransport::new(answer);
    let client = builder().transport(transport.clone()).build().unwrap();
    (client, transport)
}

pub(crate) fn builder() -> ClientBuilder<Client> {
    ClientBuilder::new("https://support.example.com", Auth::key("2:SECRET"), &API)
}

/// A client whose helpdesk always answers the same.
pub(crate) fn answering(status: u16, body: &'static str) -> Client {
    helpdesk(move |_| response(status, body)).0
}

pub(crate) fn response(status: u16, body: &'static str) -> http::Response<Bytes> {
    http::Response::builder().status(status).body(Bytes::from_static(body.as_bytes())).unwrap()
}

pub(crate) fn with_header(
    mut response: http::Response<Bytes>,
    name: &'static str,
    value: &str,
) -> http::Response<Bytes> {
    response.headers_mut().append(name, value.parse().unwrap());
    response
}

/// What was sent: `GET https://support.example.com/api/v2/tickets`.
pub(crate) fn sent(transport: &MemoryTransport) -> Vec<String> {
    transport
        .requests()
        .iter()
        .map(|request| format!("{} {}", request.method(), request.uri()))
        .collect()
}

pub(crate) fn list(client: &Client) -> Request {
    Request::new(client, &LIST, &[])
}

pub(crate) fn get(client: &Client, id: u64) -> Request {
    Request::new(client, &GET, &[&id])
}

pub(crate) fn create(client: &Client) -> Request {
    Request::new(client, &CREATE, &[]).field("subject", &"Printer")
}

pub(crate) fn update(client: &Client, id: u64) -> Request {
    Request::new(client, &UPDATE, &[&id])
}

pub(crate) fn delete(client: &Client, id: u64) -> Request {
    Request::new(client, &DELETE, &[&id])
}
