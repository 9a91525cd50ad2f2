//! Cassettes that do not say whose helpdesk it was.

use deskpro_runtime::{
    Auth, Client, ClientBuilder, Envelope, Response,
    transport::{Cassette, MemoryTransport, Transport},
};

use super::shelf::{player, shelf, text};
use crate::helpdesk::{API, Ticket, TicketError, create, get, response, with_header};

fn client(url: &str, transport: impl Transport) -> Client {
    let builder: ClientBuilder<Client> = ClientBuilder::new(url, Auth::none(), &API);
    builder.transport(transport).build().unwrap()
}

#[tokio::test]
async fn the_host_is_another_one_in_the_file_and_the_own_one_when_it_is_replayed() {
    let transport = MemoryTransport::new(|request| match *request.method() {
        http::Method::GET => {
            response(200, r#"{"data": {"id": 13, "subject": "at very.secret.example:8443!"}}"#)
        }
        _ => {
            let location = "https://very.secret.example:8443/api/v2/tickets/13";
            with_header(response(201, ""), "location", location)
        }
    });
    let path = shelf("hosts.json");
    {
        let recorder = Cassette::record(&path, transport).host("helpdesk.example").open().unwrap();
        let client = client("https://very.secret.example:8443", recorder);
        let made = create(&client).follow_location::<Ticket, TicketError>().send().await.unwrap();
        assert_eq!(made.data.subject, "at very.secret.example:8443!");
    }
    assert!(!text(&path).contains("very.secret"), "{}", text(&path));
    assert!(text(&path).contains("https://helpdesk.example/api/v2/tickets/13"), "{}", text(&path));

    let client = client("https://other.example", player(&path));
    let made = create(&client).follow_location::<Ticket, TicketError>().send().await.unwrap();
    assert_eq!(made.data.subject, "at other.example!");
}

#[tokio::test]
async fn hosts_do_not_count_whether_they_are_replaced_or_not() {
    let transport = MemoryTransport::new(|_| response(200, r#"{"data": {"id": 13}}"#));
    let path = shelf("any_host.json");
    {
        let recorder = Cassette::record(&path, transport).open().unwrap();
        let client = client("https://one.example", recorder);
        get(&client, 13).send::<Response, TicketError>().await.unwrap();
    }
    let client = client("http://127.0.0.1:9", player(&path));
    get(&client, 13).send::<Envelope<Ticket>, TicketError>().await.unwrap();
}
