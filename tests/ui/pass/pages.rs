//! One page, page by page, and one by one.

#![deny(warnings)]

use deskpro_client::people::PersonId;
use deskpro_client::tickets::{ListTicketsError, Ticket};
use deskpro_client::{Client, Error, Page};

pub async fn subjects(client: &Client) -> Result<Vec<String>, Error<ListTicketsError>> {
    let page: Page<Ticket> = client.tickets().list().page(2).count(50).ids([1, 2, 3]).send().await?;
    let mut subjects: Vec<_> = page.data.into_iter().map(|ticket| ticket.subject).collect();

    let mut pages = client.tickets().list().count(200).pages();
    while let Some(page) = pages.next().await {
        subjects.extend(page?.data.into_iter().map(|ticket| ticket.subject));
    }

    let of_somebody = client.tickets().list().person(PersonId::new(4));
    let mut items = of_somebody.items();
    while let Some(ticket) = items.next().await {
        subjects.push(ticket?.subject);
    }
    Ok(subjects)
}

fn main() {}
