//! A struct of one's own wherever the whole one can be asked for: one, a page, all pages, all items,
//! and what is made or changed.

#![deny(warnings)]

use deskpro_client::runtime::transport::MemoryTransport;
use deskpro_client::tickets::TicketId;
use deskpro_client::{Auth, Client, Envelope, Page, deskpro_resource};

#[deskpro_resource(tickets)]
#[derive(Debug, PartialEq)]
struct TicketRow {
    id: TicketId,
    subject: String,
    #[deskpro(path = "person.name")]
    person: Option<String>,
}

fn one(id: u64) -> String {
    format!(r#"{{"id": {id}, "subject": "Fire {id}", "person": {{"id": 4, "name": "Sample"}}}}"#)
}

fn answer(request: &http::Request<bytes::Bytes>) -> http::Response<bytes::Bytes> {
    let (path, query) = (request.uri().path(), request.uri().query().unwrap_or_default());
    let is_second = query.split('&').any(|part| part == "page=2");
    let body = match path.ends_with("/tickets") && request.method() == "GET" {
        false => format!(r#"{{"data": {}}}"#, one(13)),
        true => format!(
            r#"{{"data": [{}], "meta": {{"pagination": {{"total": 2, "count": 1, "per_page": 1,
                "current_page": {}, "total_pages": 2}}}}}}"#,
            one(if is_second { 2 } else { 1 }),
            if is_second { 2 } else { 1 },
        ),
    };
    http::Response::new(body.into())
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let client = Client::builder("https://support.example.com", Auth::key("2:ABC"))
        .transport(MemoryTransport::new(answer))
        .build()
        .unwrap();
    let tickets = client.tickets();

    let got: Envelope<TicketRow> = tickets.get(13).fields().send().await.unwrap();
    let expected = TicketRow {
        id: TicketId::new(13),
        subject: "Fire 13".to_owned(),
        person: Some("Sample".to_owned()),
    };
    assert_eq!(got.data, expected);

    let page: Page<TicketRow> = tickets.list().count(1).fields::<TicketRow>().send().await.unwrap();
    assert_eq!(page.data[0].subject, "Fire 1");

    let mut subjects = Vec::new();
    let mut items = tickets.list().count(1).fields::<TicketRow>().items();
    while let Some(row) = items.next().await {
        subjects.push(row.unwrap().subject);
    }
    assert_eq!(subjects, ["Fire 1", "Fire 2"]);

    let mut pages = tickets.list().count(1).fields::<TicketRow>().pages();
    let mut count = 0;
    while let Some(page) = pages.next().await {
        count += page.unwrap().data.len();
    }
    assert_eq!(count, 2);

    let changed = tickets.update(13).subject("Fire").follow_location().fields::<TicketRow>();
    assert_eq!(changed.send().await.unwrap().data, expected);
}
