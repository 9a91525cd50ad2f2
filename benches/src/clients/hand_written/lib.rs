//! A client of the helpdesk's API.

//@ each resource
mod @plural;
//@ end each resource

use std::collections::BTreeMap;
use std::fmt;

use bytes::Bytes;
use reqwest::header::{AUTHORIZATION, HeaderValue};
use reqwest::{Method, RequestBuilder, StatusCode};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize, Serializer};

//@ each resource
pub use @plural::*;
//@ end each resource

/// A connection to a helpdesk.
#[derive(Debug, Clone)]
pub struct Client {
    http: reqwest::Client,
    base: String,
    key: HeaderValue,
}

/// Why a request brought nothing.
#[derive(Debug)]
pub enum Error {
    /// It could not be sent, or not be answered.
    Transport(reqwest::Error),
    /// The helpdesk refused it.
    Refused {
        /// With which status.
        status: StatusCode,
        /// What it said, where that was what it says of refusals.
        refusal: Option<Box<Refusal>>,
    },
    /// The answer is not what it should be.
    Decode(serde_json::Error),
}

/// What the helpdesk says when it refuses a request.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Refusal {
    pub status: i32,
    pub code: String,
    pub message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub errors: Option<ErrorDetail>,
}

/// What is wrong with what was sent, and with its fields.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ErrorDetail {
    pub errors: Vec<ErrorItem>,
    pub fields: BTreeMap<String, ErrorDetail>,
}

/// One thing that is wrong.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ErrorItem {
    pub code: String,
    pub message: String,
}

/// What is around every answer.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Envelope<T> {
    pub data: T,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub links: Option<Links>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub meta: Option<Meta>,
}

/// Where the pages of a list are.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Links {
    #[serde(rename = "self", skip_serializing_if = "Option::is_none")]
    pub this: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prev: Option<String>,
}

/// How long a list is.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Meta {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per_page: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total_pages: Option<i64>,
}

impl Client {
    /// A connection to the API at `base`, with an API key.
    pub fn new(base: impl Into<String>, mut key: HeaderValue) -> Self {
        key.set_sensitive(true);
        Self { http: reqwest::Client::new(), base: base.into(), key }
    }

    fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let url = format!("{}{path}", self.base);
        self.http.request(method, url).header(AUTHORIZATION, self.key.clone())
    }

    async fn send<T: DeserializeOwned>(&self, request: RequestBuilder) -> Result<T, Error> {
        let body = self.answer(request).await?;
        serde_json::from_slice(&body).map_err(Error::Decode)
    }

    async fn send_for_nothing(&self, request: RequestBuilder) -> Result<(), Error> {
        self.answer(request).await.map(|_| ())
    }

    /// The body of an answer that is no refusal.
    async fn answer(&self, request: RequestBuilder) -> Result<Bytes, Error> {
        let response = request.send().await.map_err(Error::Transport)?;
        let status = response.status();
        let body = response.bytes().await.map_err(Error::Transport)?;
        if status.is_success() {
            return Ok(body);
        }
        let refusal = serde_json::from_slice(&body).ok();
        Err(Error::Refused { status, refusal })
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Transport(error) => write!(f, "there is no answer: {error}"),
            Self::Refused { status, refusal: Some(refusal) } => {
                write!(f, "the helpdesk refused with {status}: {}", refusal.message)
            }
            Self::Refused { status, refusal: None } => {
                write!(f, "the helpdesk refused with {status}")
            }
            Self::Decode(error) => write!(f, "the answer cannot be read: {error}"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Transport(error) => Some(error),
            Self::Decode(error) => Some(error),
            Self::Refused { .. } => None,
        }
    }
}

/// A list as parameters have it: `1,2,3`.
fn comma_separated<S: Serializer>(ids: &[i64], serializer: S) -> Result<S::Ok, S::Error> {
    let ids: Vec<String> = ids.iter().map(i64::to_string).collect();
    serializer.serialize_str(&ids.join(","))
}
