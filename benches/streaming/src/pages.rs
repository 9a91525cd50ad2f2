//! Page after page, as one would write it above reqwest and above progenitor's client.

use clients::hand_written::{Page, Ticket};
use clients::{Failure, connected};
use jiff::Timestamp;

use crate::{PER_PAGE, Read};

pub(crate) async fn by_hand(address: &str) -> Result<Read, Failure> {
    let client = connected::reqwest()?;
    let mut read = Read::default();
    for number in 1.. {
        let page = page(&client, address, number).await?;
        for ticket in page.data {
            read.add(ticket.id);
        }
        if number >= page.meta.pagination.total_pages {
            break;
        }
    }
    Ok(read)
}

pub(crate) async fn by_hand_collected(address: &str) -> Result<Read, Failure> {
    let client = connected::reqwest()?;
    let mut all: Vec<Ticket<Timestamp>> = Vec::new();
    for number in 1.. {
        let page = page(&client, address, number).await?;
        all.extend(page.data);
        if number >= page.meta.pagination.total_pages {
            break;
        }
    }
    Ok(Read::of(all.iter().map(|ticket| ticket.id)))
}

async fn page(
    client: &reqwest::Client,
    address: &str,
    number: u64,
) -> Result<Page<Timestamp>, Failure> {
    let request = client.get(format!("{address}/api/v2/tickets"));
    let request = request.query(&[("count", PER_PAGE)]).query(&[("page", number)]);
    let body = request.send().await?.error_for_status()?.bytes().await?;
    Ok(serde_json::from_slice(&body)?)
}

/// Progenitor makes streams only of documents with extensions of its own, for pages that name the next one by
/// a token: here one asks for pages by their numbers.
pub(crate) async fn progenitor(address: &str) -> Result<Read, Failure> {
    let client = connected::progenitor(address)?;
    let mut read = Read::default();
    for number in 1.. {
        let request = client.list_tickets().count(PER_PAGE).page(number);
        let page = request.send().await?.into_inner();
        for ticket in page.data {
            read.add(ticket.id.try_into()?);
        }
        if number >= page.meta.pagination.total_pages {
            break;
        }
    }
    Ok(read)
}
