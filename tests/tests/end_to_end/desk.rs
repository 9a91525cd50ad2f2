//! A seeded helpdesk and a client of it.

use std::time::{Duration, SystemTime};

use deskpro_client::{Client, Links, Meta, VerbRule};
use deskpro_mock::{Dialect, MockHelpdesk, Received};
use deskpro_tests::without_proxy;

/// What time it is at the helpdesk.
pub(crate) const NOON: &str = "2025-05-01T12:00:00+0000";

/// A helpdesk with 25 tickets and a few of everything else, and a client of it.
pub(crate) struct Desk {
    mock: MockHelpdesk,
    pub(crate) client: Client,
    dialect: Dialect,
}

impl Desk {
    /// Starts a helpdesk and a client that knows nothing of its dialect.
    pub(crate) async fn start(dialect: Dialect) -> Self {
        Self::with_rule(dialect, VerbRule::default()).await
    }

    /// Starts a helpdesk and a client with this rule about verbs.
    pub(crate) async fn with_rule(dialect: Dialect, rule: VerbRule) -> Self {
        let noon = SystemTime::UNIX_EPOCH + Duration::from_secs(1_746_100_800);
        let mock = MockHelpdesk::builder()
            .dialect(dialect)
            .clock(move || noon)
            .seed("tickets", 25)
            .seed("ticket_messages", 2)
            .seed("ticket_attachments", 2)
            .seed("people", 4)
            .seed("organizations", 3)
            .seed("organization_members", 2)
            .seed("agents", 3)
            .seed("departments", 3)
            .start()
            .await
            .expect("a free port");
        let client = without_proxy(mock.url(), MockHelpdesk::KEY).verbs(rule).build();
        Self { client: client.expect("valid settings"), mock, dialect }
    }

    /// What the helpdesk received so far.
    pub(crate) fn requests(&self) -> Vec<Received> {
        self.mock.requests()
    }

    /// The last request, as `GET /api/v2/tickets?page=2`.
    pub(crate) fn last_line(&self) -> String {
        let last = self.requests().pop().expect("a request");
        let mark = if last.query.is_empty() { "" } else { "?" };
        format!("{} {}{mark}{}", last.method, last.path, last.query)
    }

    /// The body of the last request.
    pub(crate) fn last_body(&self) -> serde_json::Value {
        let last = self.requests().pop().expect("a request");
        last.json().expect("JSON")
    }

    /// What the dialect calls the verb that is documented as `PUT`.
    pub(crate) fn creating(&self) -> &'static str {
        match self.dialect {
            Dialect::Guide => "PUT",
            Dialect::Live => "POST",
        }
    }

    /// What the dialect calls the verb that is documented as `POST`.
    pub(crate) fn updating(&self) -> &'static str {
        match self.dialect {
            Dialect::Guide => "POST",
            Dialect::Live => "PUT",
        }
    }

    /// Compares an address with the full one of a path below the base path.
    pub(crate) fn assert_location(&self, location: Option<&str>, path: &str) {
        let expected = format!("{}/api/v2{path}", self.mock.url());
        assert_eq!(location, Some(expected.as_str()));
    }

    /// Compares where a page stands in its list: its number, the number of pages, and how many
    /// resources there are in all. Links are of the guide's dialect.
    pub(crate) fn assert_page(
        &self,
        meta: &Meta,
        links: &Links,
        (page, pages, total): (u64, u64, u64),
    ) {
        assert_eq!((meta.page, meta.total_pages), (Some(page), Some(pages)));
        assert_eq!(meta.total, Some(total));
        let has_links = self.dialect == Dialect::Guide;
        assert_eq!(links.first.is_some(), has_links, "{links:?}");
        assert_eq!(links.last.is_some(), has_links, "{links:?}");
        assert_eq!(links.next.is_some(), has_links && page < pages, "{links:?}");
        assert_eq!(links.prev.is_some(), has_links && page > 1, "{links:?}");
    }

    /// Compares the address that a single resource gives for itself: of the guide's dialect.
    pub(crate) fn assert_self(&self, links: &Links, path: &str) {
        let expected = (self.dialect == Dialect::Guide).then_some(path);
        assert_eq!(links.self_.as_deref(), expected);
    }
}
