//! Answers that send the client elsewhere.

use deskpro_runtime::{Created, Envelope};

use crate::helpdesk::{
    Failed, Ticket, TicketError, create, get, helpdesk, response, sent, with_header,
};

#[tokio::test]
async fn a_merged_ticket_is_read_at_its_new_address_with_the_key() {
    for status in [301, 302, 303, 307, 308] {
        let (client, transport) = helpdesk(move |request| match request.uri().path() {
            "/api/v2/tickets/13" => {
                with_header(response(status, ""), "location", "/api/v2/tickets/14")
            }
            _ => response(200, r#"{"data": {"id": 14}}"#),
        });
        let ticket: Envelope<Ticket> = get(&client, 13).send::<_, TicketError>().await.unwrap();
        assert_eq!(ticket.data.id.get(), 14);
        let [_, second] = transport.requests().try_into().unwrap();
        assert_eq!(second.uri(), "https://support.example.com/api/v2/tickets/14");
        assert_eq!(second.headers()["authorization"], "key 2:SECRET");
    }
}

#[tokio::test]
async fn another_server_gets_neither_key_nor_request() {
    for location in [
        "https://login.example.org/sso?ticket=SECRET",
        "http://support.example.com/api/v2/tickets/13",
        "https://support.example.com:8443/api/v2/tickets/13",
    ] {
        let (client, transport) =
            helpdesk(move |_| with_header(response(302, ""), "location", location));
        let failed: Failed = get(&client, 13).send::<Envelope<Ticket>, _>().await.unwrap_err();
        assert!(matches!(failed, Failed::Undocumented(_)), "{failed}");
        assert_eq!(failed.status(), Some(302));
        assert!(!failed.to_string().contains("SECRET"), "{failed}");
        assert_eq!(sent(&transport).len(), 1);
    }
}

#[tokio::test]
async fn the_error_says_where_it_leads() {
    let (client, _) = helpdesk(|_| {
        with_header(response(302, ""), "location", "https://login.example.org/sso?x=1")
    });
    let failed: Failed = get(&client, 13).send::<Envelope<Ticket>, _>().await.unwrap_err();
    assert_eq!(
        failed.to_string(),
        "tickets.get: GET /tickets/13 answered 302, to https://login.example.org/sso"
    );
}

#[tokio::test]
async fn a_loop_ends_after_five_redirects() {
    let (client, transport) =
        helpdesk(|_| with_header(response(307, ""), "location", "/api/v2/tickets/13"));
    let failed: Failed = get(&client, 13).send::<Envelope<Ticket>, _>().await.unwrap_err();
    assert_eq!(failed.status(), Some(307));
    assert_eq!(sent(&transport).len(), 6);
}

#[tokio::test]
async fn what_writes_is_not_sent_elsewhere() {
    let (client, transport) =
        helpdesk(|_| with_header(response(307, ""), "location", "/api/v2/other"));
    let failed: Failed = create(&client).send::<Created<Ticket>, _>().await.unwrap_err();
    assert_eq!(failed.status(), Some(307));
    assert_eq!(sent(&transport).len(), 1);
}

#[tokio::test]
async fn a_redirect_to_nowhere_is_the_answer() {
    for location in [None, Some("http://[broken"), Some("\u{e9}")] {
        let (client, _) = helpdesk(move |_| match location {
            Some(location) => with_header(response(301, ""), "location", location),
            None => response(301, ""),
        });
        let failed: Failed = get(&client, 13).send::<Envelope<Ticket>, _>().await.unwrap_err();
        assert_eq!(failed.status(), Some(301));
    }
}
