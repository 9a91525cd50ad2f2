//! A helpdesk with one list, which changes between its answers as a test says.

use std::sync::{Arc, Mutex};

use deskpro_runtime::{
    Auth, Client, Decode, Error, Invalid, Items, Json, JsonReader, Method, Operation, Pages,
    Progress, Request, Transport, Undocumented, transport::MemoryTransport,
};
use serde_json::json;

static LIST: Operation = Operation {
    name: "tickets.list",
    method: Method::Get,
    path: "/tickets",
    negotiable: false,
    repeatable: true,
    success: &[200],
};

/// Any item, of which only the id is looked at.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Ticket(pub(crate) u64);

impl Decode for Ticket {
    fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        json.object(&mut [("id", &mut self.0)])
    }
}

pub(crate) type Failed = Error<Box<Undocumented>>;
pub(crate) type Tickets = Items<Ticket, Box<Undocumented>>;
pub(crate) type TicketPages = Pages<Ticket, Box<Undocumented>>;

pub(crate) fn list(transport: impl Transport) -> Request {
    let builder = Client::builder("https://support.example.com", Auth::none());
    Request::new(&builder.transport(transport).without_retries().build().unwrap(), &LIST, &[])
}

/// The page that a request asks for; without one it is the first.
pub(crate) fn asked<B>(request: &http::Request<B>) -> u64 {
    let query = request.uri().query().unwrap_or_default();
    query.split('&').find_map(|pair| pair.strip_prefix("page=")?.parse().ok()).unwrap_or(1)
}

/// The pages that were asked for, in order.
pub(crate) fn pages_asked(transport: &MemoryTransport) -> Vec<u64> {
    transport.requests().iter().map(asked).collect()
}

/// A helpdesk that answers every page from a closure.
pub(crate) fn answering(
    answer: impl Fn(u64) -> Json + Send + Sync + 'static,
) -> (Request, MemoryTransport) {
    let transport = MemoryTransport::new(move |request| {
        http::Response::new(answer(asked(request)).to_string().into())
    });
    (list(transport.clone()), transport)
}

pub(crate) fn tickets(ids: impl IntoIterator<Item = u64>) -> Json {
    ids.into_iter().map(|id| json!({"id": id, "subject": "Printer on fire"})).collect()
}

/// What happens to the list before an answer; answers are counted from 1.
type Change = Box<dyn FnMut(usize, &mut Vec<u64>) + Send>;

/// A list of tickets in the order of their ids, with pages of a size.
pub(crate) struct Desk {
    pub(crate) ids: Vec<u64>,
    size: usize,
    answers: usize,
    change: Change,
}

impl Desk {
    pub(crate) fn new(ids: impl IntoIterator<Item = u64>, size: usize) -> Self {
        Self { ids: ids.into_iter().collect(), size, answers: 0, change: Box::new(|_, _| ()) }
    }

    pub(crate) fn changing(
        mut self,
        change: impl FnMut(usize, &mut Vec<u64>) + Send + 'static,
    ) -> Self {
        self.change = Box::new(change);
        self
    }

    /// Changes the list right before this answer.
    pub(crate) fn before(
        mut self,
        answer: usize,
        mut change: impl FnMut(&mut Vec<u64>) + Send + 'static,
    ) -> Self {
        let mut others = self.change;
        self.change = Box::new(move |now, ids| {
            others(now, ids);
            if now == answer {
                change(ids);
            }
        });
        self
    }

    /// The answer for a page; one that is not there is empty.
    pub(crate) fn page(&mut self, page: u64) -> Json {
        self.answers += 1;
        (self.change)(self.answers, &mut self.ids);
        let start = (page as usize - 1) * self.size;
        let ids = self.ids.iter().copied().skip(start).take(self.size);
        let (total, total_pages) = (self.ids.len(), self.ids.len().div_ceil(self.size).max(1));
        json!({
            "data": tickets(ids),
            "meta": {"pagination": {"total": total, "current_page": page, "total_pages": total_pages}},
        })
    }

    /// A request of the list.
    pub(crate) fn open(self) -> (Request, MemoryTransport) {
        let desk = Arc::new(Mutex::new(self));
        answering(move |page| desk.lock().unwrap().page(page))
    }
}

/// A list that was read to its end.
#[derive(Debug)]
pub(crate) struct Read {
    pub(crate) ids: Vec<u64>,
    pub(crate) error: Option<Failed>,
    pub(crate) progress: Progress,
}

pub(crate) async fn read(mut items: Tickets) -> Read {
    let (mut ids, mut error) = (Vec::new(), None);
    while let Some(item) = items.next().await {
        assert!(error.is_none(), "the stream goes on after an error");
        assert!(ids.len() < 100_000, "the stream does not end");
        match item {
            Ok(ticket) => ids.push(ticket.0),
            Err(it) => error = Some(it),
        }
    }
    assert!(items.next().await.is_none(), "the stream goes on after its end");
    Read { ids, error, progress: items.progress() }
}

/// The ids on every page, up to the end or an error.
pub(crate) async fn read_pages(mut pages: TicketPages) -> (Vec<Vec<u64>>, Progress) {
    let mut ids = Vec::new();
    while let Some(Ok(page)) = pages.next().await {
        assert!(ids.len() < 100_000, "the stream does not end");
        ids.push(page.data.iter().map(|ticket| ticket.0).collect());
    }
    (ids, pages.progress())
}
