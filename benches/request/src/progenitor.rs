//! Progenitor's builder, up to the request that its hook for sending gets.

use std::future::Future;
use std::pin::pin;
use std::task::{Context, Waker};

use clients::Failure;
use clients::progenitor::keeping::Client;
use clients::progenitor::keeping::types::TicketStatus;
use clients::progenitor::keeping::types::builder::{NewTicket, TicketChanges};
use clients::progenitor::kept;
use http::HeaderValue;
use http::header::{AUTHORIZATION, HeaderMap};
use reqwest::Request;

use crate::hand_written::joined;
use crate::{HELPDESK, KEY, USER_AGENT, no_case};

/// Progenitor's client whose requests get no further than to its hook; reqwest adds its headers behind that.
pub(crate) struct Progenitor(Client);

impl Progenitor {
    pub(crate) fn new() -> Result<Self, Failure> {
        let mut authorization = HeaderValue::try_from(format!("key {KEY}"))?;
        authorization.set_sensitive(true);
        let headers = HeaderMap::from_iter([(AUTHORIZATION, authorization)]);
        let reqwest = reqwest::Client::builder().default_headers(headers).user_agent(USER_AGENT);
        Ok(Self(Client::new_with_client(&format!("{HELPDESK}/api/v2"), reqwest.build()?)))
    }

    /// What builds this case.
    pub(crate) fn case(case: &str) -> Result<fn(&Self) -> Option<Request>, Failure> {
        match case {
            "list" => Ok(Self::list),
            "create" => Ok(Self::create),
            "update" => Ok(Self::update),
            _ => no_case(case),
        }
    }

    fn list(&self) -> Option<Request> {
        made(self.0.list_tickets().count(50).ids(joined(&[1, 2])).send())
    }

    fn create(&self) -> Option<Request> {
        let body = |ticket: NewTicket| ticket.subject("Printer on fire").person(4);
        made(self.0.create_ticket().body_map(body).send())
    }

    fn update(&self) -> Option<Request> {
        let body = |changes: TicketChanges| {
            let changes = changes.subject(Some("Printer".to_owned()));
            let changes = changes.status(Some(TicketStatus::Resolved));
            changes.agent(Some(2)).department(Some(3)).urgency(Some(5))
        };
        made(self.0.update_ticket().id(13).body_map(body).send())
    }
}

/// What was handed to the hook.
fn made(sending: impl Future) -> Option<Request> {
    // Waits for the answer that never comes.
    let _ = pin!(sending).poll(&mut Context::from_waker(Waker::noop()));
    kept()
}
