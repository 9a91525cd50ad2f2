//! The kinds of requests, which differ in what may be repeated.

use deskpro_client::Client;
use deskpro_client::runtime::transport::TransportErrorKind as Failure;

use crate::outcome::{Outcome, Seen, seen};

/// A kind of request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Read,
    Page,
    Delete,
    Update,
    Create,
}

impl Kind {
    pub(crate) const ALL: [Self; 5] =
        [Self::Read, Self::Page, Self::Delete, Self::Update, Self::Create];

    /// The kinds whose answer has to hold something.
    pub(crate) const READING: [Self; 2] = [Self::Read, Self::Page];

    /// The path that is asked for.
    pub(crate) fn path(self) -> &'static str {
        match self {
            Self::Read | Self::Delete | Self::Update => "/api/v2/tickets/13",
            Self::Page | Self::Create => "/api/v2/tickets",
        }
    }

    /// How often a request of this kind is sent by a client that makes three attempts, to a server that
    /// lets each end so.
    ///
    /// What creates or updates may have been done, and then it would be done twice: it is sent again only
    /// where the helpdesk says that it did nothing.
    pub(crate) fn attempts(self, outcome: Outcome) -> usize {
        let is_repeatable = matches!(self, Self::Read | Self::Page | Self::Delete);
        match outcome {
            Outcome::Refused(423 | 429) | Outcome::Undocumented(423 | 429) => 3,
            Outcome::Refused(408 | 500 | 502 | 503 | 504)
            | Outcome::Undocumented(408 | 500 | 502 | 503 | 504)
            | Outcome::Broken(..)
            | Outcome::Unanswered(Failure::Closed | Failure::Io)
            | Outcome::TimedOut
                if is_repeatable =>
            {
                3
            }
            _ => 1,
        }
    }

    /// Sends a request of this kind.
    pub(crate) async fn send(self, client: &Client) -> Seen {
        let tickets = client.tickets();
        match self {
            Self::Read => seen(tickets.get(13).send().await),
            Self::Page => seen(tickets.list().send().await),
            Self::Delete => seen(tickets.delete(13).send().await),
            Self::Update => seen(tickets.update(13).subject("Printer on fire").send().await),
            Self::Create => seen(tickets.create("Printer on fire", 4).send().await),
        }
    }

    /// An answer with this status and a body that is as it should be.
    pub(crate) fn answer(self, status: &str) -> String {
        let body = self.body();
        format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\n\r\n{body}", body.len())
    }

    /// A body that is as it should be.
    pub(crate) fn body(self) -> &'static str {
        match self {
            Self::Page => r#"{"data": [{"id": 13}]}"#,
            _ => r#"{"data": {"id": 13}}"#,
        }
    }
}
