//! The same requests as one would write them with reqwest, without waste: headers are shared, what
//! the query and the body hold is borrowed or written once.

use std::fmt::Write;

use http::HeaderValue;
use http::header::{ACCEPT, AUTHORIZATION, InvalidHeaderValue, USER_AGENT};
use reqwest::{Client, Request, RequestBuilder};
use serde::Serialize;

use crate::{HELPDESK, KEY};

/// What all requests share.
pub(crate) struct HandWritten {
    client: Client,
    authorization: HeaderValue,
}

#[derive(Serialize)]
struct ListTickets<'a> {
    count: u32,
    ids: &'a str,
}

#[derive(Serialize)]
struct CreateTicket<'a> {
    subject: &'a str,
    person: u64,
}

impl HandWritten {
    pub(crate) fn new() -> Result<Self, InvalidHeaderValue> {
        let mut authorization = HeaderValue::try_from(format!("key {KEY}"))?;
        authorization.set_sensitive(true);
        Ok(Self { client: Client::new(), authorization })
    }

    /// Tickets that are asked for by their ids.
    pub(crate) fn list(&self, count: u32, ids: &[u64]) -> reqwest::Result<Request> {
        let query = ListTickets { count, ids: &joined(ids) };
        let request = self.client.get(format!("{HELPDESK}/api/v2/tickets"));
        self.with_headers(request).query(&query).build()
    }

    /// A new ticket.
    pub(crate) fn create(&self, subject: &str, person: u64) -> reqwest::Result<Request> {
        let request = self.client.put(format!("{HELPDESK}/api/v2/tickets"));
        self.with_headers(request).json(&CreateTicket { subject, person }).build()
    }

    /// Those that the client of reqwest would add only when it sends.
    fn with_headers(&self, request: RequestBuilder) -> RequestBuilder {
        request
            .header(ACCEPT, HeaderValue::from_static("application/json"))
            .header(AUTHORIZATION, self.authorization.clone())
            .header(USER_AGENT, HeaderValue::from_static(crate::USER_AGENT))
    }
}

fn joined(ids: &[u64]) -> String {
    let mut text = String::new();
    for id in ids {
        if !text.is_empty() {
            text.push(',');
        }
        // Writing to a `String` cannot fail.
        let _ = write!(text, "{id}");
    }
    text
}
