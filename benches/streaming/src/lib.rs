//! Who reads all tickets of a helpdesk: one after the other, or into a list. The generated client has a stream
//! of them; reqwest by hand and progenitor's client ask for one page after the other.

mod pages;

use std::future::Future;
use std::time::Duration;

use clients::{Failure, connected, runtime};
use deskpro_client::tickets::Ticket;

/// How many tickets there are.
pub const TOTAL: usize = 100_000;
/// How many tickets a page has: as many as a helpdesk gives.
pub const PER_PAGE: i64 = 200;

/// One by one: whoever read one has no use for it any more.
pub const PAGE_BY_PAGE: &str = "page by page";
/// All of them into one list.
pub const COLLECTED: &str = "collected";

/// Nothing takes longer, whatever happens.
const LIMIT: Duration = Duration::from_secs(120);

/// Reads all tickets, in one of the two ways.
///
/// # Errors
///
/// When there is no such client or way, or not every ticket was read.
pub fn stream(client: &str, way: &str, address: &str) -> Result<(), Failure> {
    let read = runtime()?.block_on(async {
        match (client, way) {
            ("deskpro", PAGE_BY_PAGE) => limited(deskpro(address)).await,
            ("deskpro", COLLECTED) => limited(deskpro_collected(address)).await,
            ("hand-written", PAGE_BY_PAGE) => limited(pages::by_hand(address)).await,
            ("hand-written", COLLECTED) => limited(pages::by_hand_collected(address)).await,
            ("progenitor", PAGE_BY_PAGE) => limited(pages::progenitor(address)).await,
            _ => Err(format!("there is no `{client}`, `{way}`").into()),
        }
    })?;
    match read == Read::ALL {
        true => Ok(()),
        false => Err(format!("not all was read, but {read:?}").into()),
    }
}

/// What was read: how many tickets, and the sum of their ids.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Read {
    tickets: usize,
    ids: u64,
}

impl Read {
    /// Ids begin at 1000.
    const ALL: Self = {
        let total = TOTAL as u64;
        Self { tickets: TOTAL, ids: total * 1000 + total * (total - 1) / 2 }
    };

    fn add(&mut self, id: u64) {
        self.tickets += 1;
        self.ids += id;
    }

    fn of(ids: impl Iterator<Item = u64>) -> Self {
        let mut read = Self::default();
        ids.for_each(|id| read.add(id));
        read
    }
}

async fn limited(reading: impl Future<Output = Result<Read, Failure>>) -> Result<Read, Failure> {
    tokio::time::timeout(LIMIT, reading).await?
}

async fn deskpro(address: &str) -> Result<Read, Failure> {
    let client = connected::deskpro(address)?;
    let mut tickets = client.tickets().list().count(PER_PAGE).items();
    let mut read = Read::default();
    while let Some(ticket) = tickets.next().await {
        read.add(ticket?.id.get());
    }
    Ok(read)
}

async fn deskpro_collected(address: &str) -> Result<Read, Failure> {
    let client = connected::deskpro(address)?;
    let mut tickets = client.tickets().list().count(PER_PAGE).items();
    let mut all: Vec<Ticket> = Vec::new();
    while let Some(ticket) = tickets.next().await {
        all.push(ticket?);
    }
    Ok(Read::of(all.iter().map(|ticket| ticket.id.get())))
}
