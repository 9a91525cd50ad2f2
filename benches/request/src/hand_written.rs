//! The same requests as one would write them with reqwest, without waste: headers are shared, what
//! the query and the body hold is borrowed or written once.

use std::fmt::Write;

use clients::Failure;
use http::HeaderValue;
use http::header::{ACCEPT, AUTHORIZATION, InvalidHeaderValue, USER_AGENT};
use reqwest::{Client, Request, RequestBuilder};
use serde::Serialize;

use crate::{HELPDESK, KEY, no_case};

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

/// What changes; what is not there stays as it is.
#[derive(Serialize)]
struct UpdateTicket<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    subject: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<TicketStatus>,
    #[serde(skip_serializing_if = "Option::is_none")]
    agent: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    department: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    urgency: Option<i64>,
}

#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum TicketStatus {
    Resolved,
}

impl HandWritten {
    pub(crate) fn new() -> Result<Self, InvalidHeaderValue> {
        let mut authorization = HeaderValue::try_from(format!("key {KEY}"))?;
        authorization.set_sensitive(true);
        Ok(Self { client: Client::new(), authorization })
    }

    /// What builds this case.
    pub(crate) fn case(case: &str) -> Result<fn(&Self) -> reqwest::Result<Request>, Failure> {
        match case {
            "list" => Ok(|it| it.list(50, &[1, 2])),
            "create" => Ok(|it| it.create("Printer on fire", 4)),
            "update" => Ok(|it| {
                it.update(
                    13,
                    &UpdateTicket {
                        subject: Some("Printer"),
                        status: Some(TicketStatus::Resolved),
                        agent: Some(2),
                        department: Some(3),
                        urgency: Some(5),
                    },
                )
            }),
            _ => no_case(case),
        }
    }

    fn list(&self, count: u32, ids: &[u64]) -> reqwest::Result<Request> {
        let query = ListTickets { count, ids: &joined(ids) };
        let request = self.client.get(format!("{HELPDESK}/api/v2/tickets"));
        self.with_headers(request).query(&query).build()
    }

    fn create(&self, subject: &str, person: u64) -> reqwest::Result<Request> {
        let request = self.client.put(format!("{HELPDESK}/api/v2/tickets"));
        self.with_headers(request).json(&CreateTicket { subject, person }).build()
    }

    fn update(&self, id: u64, changes: &UpdateTicket<'_>) -> reqwest::Result<Request> {
        let request = self.client.post(format!("{HELPDESK}/api/v2/tickets/{id}"));
        self.with_headers(request).json(changes).build()
    }

    /// Those that the client of reqwest would add only when it sends.
    fn with_headers(&self, request: RequestBuilder) -> RequestBuilder {
        request
            .header(ACCEPT, HeaderValue::from_static("application/json"))
            .header(AUTHORIZATION, self.authorization.clone())
            .header(USER_AGENT, HeaderValue::from_static(crate::USER_AGENT))
    }
}

/// The ids, with commas between them.
pub(crate) fn joined(ids: &[u64]) -> String {
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
